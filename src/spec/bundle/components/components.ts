import { getOrInsert } from "../../../collections/index.js";
import { decodedText, fragmentToken, isObject, type Json, type JsonObject, setMember } from "../../../json/index.js";
import type { LoadedSpec } from "../../model.js";
import type { References, ReferenceTarget } from "../../references/index.js";
import { referenceUri } from "../../resolve/index.js";
import { componentSection, type ObjectKind } from "../object-kinds.js";
import { resultOf, type Visit } from "../visit.js";
import { componentNames, placeKey } from "./component-names.js";
import { type ComponentPlace, givenName } from "./name-candidates.js";
import { OwnComponents } from "./own-components.js";

/** A reusable object that an object in the bundle refers to. */
export interface Component {
  kind: ObjectKind;
  target: ReferenceTarget;
  /** Known from the start for a component of the root document, settled at the end for one that is moved in. */
  name: string | undefined;
  /** The visit of its value; undefined if that is not an object. */
  visit: Visit | undefined;
  /** The reference to it, after its first use. */
  reference: string | undefined;
}

/** The components that a bundle reaches, each under its section and name in the bundle. */
export class Components {
  readonly #spec: LoadedSpec;
  readonly #references: References;
  readonly #absent: ReadonlySet<string>;
  readonly #components = new Map<string, Component>();
  /** A shortcut: each reference is resolved once, so most targets are the same objects. */
  readonly #byTarget = new Map<ReferenceTarget, Component>();
  readonly #ownBySection = new Map<readonly string[], OwnComponents>();
  readonly #pending: Component[] = [];
  readonly #expected: ComponentPlace[] = [];

  /** @param absent URIs of documents that {@link Components.expect} ignores */
  constructor(spec: LoadedSpec, references: References, absent: ReadonlySet<string> = new Set()) {
    this.#spec = spec;
    this.#references = references;
    this.#absent = absent;
  }

  /** Returns the component for the target of a reference, and creates it if necessary. */
  reach(kind: ObjectKind, target: ReferenceTarget): Component {
    const known = this.#byTarget.get(target);
    if (known?.kind === kind) return known;
    const own = this.#own(kind);
    const meant = own.meant(target);
    const key = keyOf(kind, meant);
    let component = this.#components.get(key);
    if (!component) {
      component = { kind, target: meant, name: own.nameOf(meant), visit: undefined, reference: undefined };
      this.#components.set(key, component);
      this.#pending.push(component);
    }
    this.#byTarget.set(target, component);
    return component;
  }

  /** Returns the component for a target; undefined if nothing refers to it. */
  find(kind: ObjectKind, target: ReferenceTarget): Component | undefined {
    return this.#components.get(keyOf(kind, this.#own(kind).meant(target)));
  }

  /**
   * Returns the name that a component had in its own document; undefined if it has the same name in the bundle, or had
   * none.
   */
  formerName(component: Component): string | undefined {
    if (this.#own(component.kind).nameOf(component.target) !== undefined) return undefined;
    const name = givenName(this.#placeOf(component));
    return name === component.name ? undefined : name;
  }

  /** Returns the components that were reached since the last call, in that order. */
  takePending(): Component[] {
    return this.#pending.splice(0);
  }

  /** Notes a reference into a document that was not read, so that a name is reserved for its target. */
  expect(kind: ObjectKind, { ref, base }: { ref: string; base: string }): void {
    const uri = referenceUri(ref, base);
    if (this.#absent.has(uri)) return;
    const [, pointer = ""] = ref.split("#", 2);
    this.#expected.push({ section: this.#section(kind), uri, pointer: decodedText(pointer) });
  }

  /** Returns the places of components that are moved in, and have no name yet. */
  get unnamedPlaces(): ComponentPlace[] {
    return [...this.#unnamed().map((component) => this.#placeOf(component)), ...this.#expected];
  }

  /**
   * Names the components that have no name yet.
   * @param places of all components that a bundle of the spec could have
   */
  settleNames(places: readonly ComponentPlace[]): void {
    const ownNames = (section: readonly string[]) => this.#ownIn(section).names;
    const names = componentNames(places, { uri: this.#spec.document.uri, ownNames });
    for (const component of this.#unnamed()) component.name = names.get(placeKey(this.#placeOf(component)));
  }

  /** Returns the reference to a component with a name. */
  referenceTo(component: Component): string {
    component.reference ??= `#/${this.#section(component.kind).join("/")}/${fragmentToken(component.name ?? "")}`;
    return component.reference;
  }

  /**
   * Writes the components as sections of the bundle: those of the root document in its order, then the others by name.
   */
  writeInto(root: JsonObject): void {
    const sections = new Map<readonly string[], Map<string, Json>>();
    for (const { kind, name = "", visit, target } of this.#components.values()) {
      const members = getOrInsert(sections, this.#section(kind), () => new Map());
      members.set(name, visit ? resultOf(visit) : target.value);
    }
    for (const [section, members] of sections) {
      const own = new Set(this.#ownIn(section).names);
      const moved = [...members.keys()].filter((name) => !own.has(name)).sort();
      const holder = section.reduce(objectIn, root);
      for (const name of [...own, ...moved]) {
        const value = members.get(name);
        if (value !== undefined) setMember(holder, name, value);
      }
    }
  }

  #unnamed(): Component[] {
    return [...this.#components.values()].filter((component) => component.name === undefined);
  }

  #placeOf({ kind, target: { uri, pointer } }: Component): ComponentPlace {
    return { section: this.#section(kind), uri, pointer };
  }

  #section(kind: ObjectKind): readonly string[] {
    return componentSection(kind, this.#spec.family);
  }

  /** Returns the components of the root document that are of this kind. */
  #own(kind: ObjectKind): OwnComponents {
    return this.#ownIn(this.#section(kind));
  }

  #ownIn(section: readonly string[]): OwnComponents {
    return getOrInsert(this.#ownBySection, section, () => new OwnComponents(section, this.#references));
  }
}

function keyOf(kind: ObjectKind, { uri, pointer }: ReferenceTarget): string {
  return `${kind} ${uri}#${pointer}`;
}

/** Returns the object under a key, and creates it if necessary. */
function objectIn(holder: JsonObject, key: string): JsonObject {
  const child = holder[key];
  if (isObject(child)) return child;
  const made: JsonObject = {};
  holder[key] = made;
  return made;
}
