import { escapePointerToken, isObject, type Json, type JsonObject, resolvePointer, setMember } from "../json.js";
import type { LoadedSpec } from "../model.js";
import { componentNameCandidates } from "./component-names.js";
import { componentSection, type ObjectKind } from "./object-kinds.js";
import type { ReferenceTarget } from "./references.js";

/** A reusable object that something in the bundle refers to. */
export interface Component {
  kind: ObjectKind;
  target: ReferenceTarget;
  /** Known from the start for a component of the root document; settled at the end for what was moved in. */
  name: string | undefined;
  /** The copy that goes into the bundle. */
  value: Json;
  /** The objects whose `$ref` leads to it. */
  holders: JsonObject[];
}

/** The components that a bundle has reached so far, each under the section and name that it will have. */
export class ComponentStore {
  readonly #spec: LoadedSpec;
  readonly #components = new Map<string, Component>();
  readonly #pending: Component[] = [];

  constructor(spec: LoadedSpec) {
    this.#spec = spec;
  }

  /** Notes that `holder` refers to `target`, and gives its `$ref` the target's place in the bundle. */
  reach(kind: ObjectKind, target: ReferenceTarget, holder: JsonObject): void {
    const key = `${kind} ${target.uri}#${target.pointer}`;
    let component = this.#components.get(key);
    if (!component) {
      component = { kind, target, name: this.#ownName(kind, target), value: null, holders: [] };
      this.#components.set(key, component);
      this.#pending.push(component);
    }
    if (component.name === undefined) component.holders.push(holder);
    else holder.$ref = this.#ref(kind, component.name);
  }

  /** The next component whose value has not been copied yet. */
  takePending(): Component | undefined {
    return this.#pending.pop();
  }

  /** Settles the names of what was moved in, the same whichever order it was reached in, and completes the references. */
  settleNames(): void {
    const moved = [...this.#components.values()].filter((component) => component.name === undefined);
    const candidates = new Map(
      moved.map((component) => [component, componentNameCandidates(component.target.uri, component.target.pointer)]),
    );
    const sections = new Map<string, Component[]>();
    for (const component of moved) {
      const section = componentSection(component.kind, this.#isSwagger2);
      sections.set(section, [...(sections.get(section) ?? []), component]);
    }
    for (const [section, members] of sections) this.#settleSection(section, members, candidates);
  }

  /** The reached components as sections of the bundle, those of the root document first, in its order. */
  writeInto(root: JsonObject): void {
    const components = [...this.#components.values()];
    for (const section of new Set(components.map((item) => componentSection(item.kind, this.#isSwagger2)))) {
      const members = components.filter((item) => componentSection(item.kind, this.#isSwagger2) === section);
      const byName = new Map(members.map((item) => [item.name ?? "", item.value]));
      const own = Object.keys(this.#rootSection(section)).filter((name) => byName.has(name));
      const moved = [...byName.keys()].filter((name) => !own.includes(name)).sort();
      const map: JsonObject = {};
      for (const name of [...own, ...moved]) setMember(map, name, byName.get(name) ?? null);
      putAt(root, section, map);
    }
  }

  get #isSwagger2(): boolean {
    return this.#spec.family === "2.0";
  }

  #rootSection(section: string): JsonObject {
    const value = resolvePointer(this.#spec.root, section);
    return isObject(value) ? value : {};
  }

  /** The name under which the root document itself has the target among its components of that kind. */
  #ownName(kind: ObjectKind, target: ReferenceTarget): string | undefined {
    if (target.uri !== this.#spec.document.uri) return undefined;
    const section = `${componentSection(kind, this.#isSwagger2)}/`;
    if (!target.pointer.startsWith(section)) return undefined;
    const token = target.pointer.slice(section.length);
    return token.includes("/") ? undefined : token.replaceAll("~1", "/").replaceAll("~0", "~");
  }

  #settleSection(section: string, members: Component[], candidates: Map<Component, string[]>): void {
    const own = new Set(Object.keys(this.#rootSection(section)));
    const level = new Map(members.map((component) => [component, 0]));
    const nameOf = (component: Component) => candidates.get(component)?.[level.get(component) ?? 0] ?? "value";
    for (let round = 0; round < 3; round++) {
      const uses = new Map<string, Component[]>();
      for (const component of members) uses.set(nameOf(component), [...(uses.get(nameOf(component)) ?? []), component]);
      for (const [name, users] of uses) {
        if (users.length > 1 || own.has(name)) for (const user of users) level.set(user, round + 1);
      }
    }
    for (const component of members) {
      component.name = nameOf(component);
      for (const holder of component.holders) holder.$ref = this.#ref(component.kind, component.name);
    }
  }

  #ref(kind: ObjectKind, name: string): string {
    const token = escapePointerToken(name);
    return `#${componentSection(kind, this.#isSwagger2)}/${/^[\w.~-]+$/.test(token) ? token : encodeURIComponent(token)}`;
  }
}

function putAt(root: JsonObject, section: string, map: JsonObject): void {
  const tokens = section.split("/").slice(1);
  const last = tokens.pop() ?? "";
  let object = root;
  for (const token of tokens) {
    const child = object[token];
    const next: JsonObject = isObject(child) ? child : {};
    object[token] = next;
    object = next;
  }
  object[last] = map;
}
