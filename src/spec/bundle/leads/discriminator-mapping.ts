import { reached } from "../../../collections/index.js";
import {
  arrayMember,
  decodedText,
  encodedText,
  isObject,
  type JsonObject,
  mapMembers,
  objectMember,
  setMember,
  stringMember,
  unescapedPointerToken,
} from "../../../json/index.js";
import type { References, ReferenceTarget, Resolution } from "../../references/index.js";
import type { Component, Components } from "../components/index.js";

/** The maximum number of generations of parents that are searched. */
const MOST_PARENTS = 10;

/** The place of a discriminator, to resolve its mapping from. */
interface MappingPlace {
  /** The schema that has the discriminator. */
  schema: JsonObject;
  /** The base of the references in it. */
  base: string;
  references: References;
}

/** The input of {@link bundledDiscriminator}. */
interface BundledDiscriminator extends MappingPlace {
  discriminator: JsonObject;
  components: Components;
}

/**
 * Rewrites a discriminator for a bundle (OpenAPI 3.2.0, section 4.25). Targets of `mapping` and `defaultMapping` become those of the
 * bundle, targets that are not in the bundle are removed, and values that are not understood stay. In a choice, a target that is not in
 * the bundle is replaced by its nearest parent there. An alternative with a new name keeps its former name as a value. Returns the same
 * object if nothing changes.
 */
export function bundledDiscriminator(input: BundledDiscriminator): JsonObject {
  return new Bundling(input).bundled();
}

class Bundling {
  readonly #input: BundledDiscriminator;
  readonly #resolve: (written: string) => Resolution;
  /** The components that are in the mapping so far. */
  readonly #mapped = new Set<Component>();

  constructor(input: BundledDiscriminator) {
    this.#input = input;
    this.#resolve = mappedResolver(input);
  }

  bundled(): JsonObject {
    const { discriminator } = this.#input;
    const mapping = objectMember(discriminator, "mapping");
    const fallback = stringMember(discriminator, "defaultMapping");
    const rewritten = mapping && this.#mapping(mapping);
    const complete = this.#isUnderstood(mapping) ? this.#withFormerNames(rewritten) : rewritten;
    const target = fallback === undefined ? undefined : this.#target(fallback);
    if (complete === mapping && target === fallback) return discriminator;
    const bundled: JsonObject = { ...discriminator, ...(complete ? { mapping: complete } : {}) };
    if (target !== undefined) bundled.defaultMapping = target;
    else if (fallback !== undefined) delete bundled.defaultMapping;
    return bundled;
  }

  #mapping(mapping: JsonObject): JsonObject {
    return mapMembers(mapping, (written) => (typeof written === "string" ? this.#target(written) : written));
  }

  #target(written: string): string | undefined {
    const resolution = this.#resolve(written);
    if (resolution.kind === "nowhere") return written;
    const component = resolution.kind === "target" ? this.#componentOf(resolution.target) : undefined;
    if (!component) return undefined;
    this.#mapped.add(component);
    return component.name === written ? written : this.#input.components.referenceTo(component);
  }

  /** False if a value is not understood: it may stand for any of the schemas. */
  #isUnderstood(mapping: JsonObject = {}): boolean {
    return Object.values(mapping).every(
      (written) => typeof written === "string" && this.#resolve(written).kind !== "nowhere",
    );
  }

  #withFormerNames(mapping: JsonObject | undefined): JsonObject | undefined {
    const { schema, base, references, components } = this.#input;
    const chosen = choiceReferences(schema).flatMap((ref) => {
      const choice = references.resolveOnce(ref, base);
      return choice.kind === "target" ? (components.find("schema", choice.target) ?? []) : [];
    });
    const taken = new Set([...Object.keys(mapping ?? {}), ...chosen.flatMap(({ name }) => name ?? [])]);
    const added: JsonObject = {};
    for (const component of chosen) {
      const name = this.#mapped.has(component) ? undefined : components.formerName(component);
      if (name === undefined || taken.has(name)) continue;
      taken.add(name);
      setMember(added, name, components.referenceTo(component));
    }
    return Object.keys(added).length > 0 ? { ...mapping, ...added } : mapping;
  }

  #componentOf(target: ReferenceTarget): Component | undefined {
    const { schema, references, components } = this.#input;
    return isChoice(schema) ? nearest(target, references, components) : components.find("schema", target);
  }
}

/** Returns the component for a schema, or for its nearest parent that has one. */
function nearest(schema: ReferenceTarget, references: References, components: Components): Component | undefined {
  const seen = new Set([schema.value]);
  const parents = ({ value, base }: ReferenceTarget): ReferenceTarget[] => {
    if (!isObject(value)) return [];
    return [value, ...arrayMember(value, "allOf")].flatMap((part) => {
      const ref = isObject(part) ? stringMember(part, "$ref") : undefined;
      const parent = ref === undefined ? undefined : references.resolveOnce(ref, base);
      if (parent?.kind !== "target" || seen.has(parent.target.value)) return [];
      seen.add(parent.target.value);
      return [parent.target];
    });
  };
  for (const target of reached([schema], parents, MOST_PARENTS)) {
    const component = components.find("schema", target);
    if (component) return component;
  }
  return undefined;
}

/** Returns the entries of a discriminator that point to nothing: the path to each, and its value. */
export function brokenEntries(discriminator: JsonObject, place: MappingPlace): [tokens: string[], ref: string][] {
  const resolve = mappedResolver(place);
  const { defaultMapping = null } = discriminator;
  const entries = Object.entries(objectMember(discriminator, "mapping") ?? {});
  const all = [
    ...entries.map(([key, ref]) => [["mapping", key], ref] as const),
    [["defaultMapping"], defaultMapping] as const,
  ];
  return all.flatMap(([tokens, written]): [string[], string][] =>
    typeof written === "string" && resolve(written).kind === "nowhere" ? [[[...tokens], written]] : [],
  );
}

/**
 * Returns a function that resolves the values of a mapping. Only the form of a value shows whether it is a name or a URI. A name is that
 * of an alternative, of a component, or of a member of the root of a document without components. A URI that points to nothing, or to a
 * document that was not read, stands for the alternative with its name: programs that merge documents do not update mappings. If there
 * is none, such a URI in a choice points to nothing, since all alternatives were read.
 */
function mappedResolver({ schema, base, references }: MappingPlace): (written: string) => Resolution {
  let chosen: Map<string, string> | undefined;
  return (written) => {
    // As a name, it would point to the section itself.
    if (written === "") return { kind: "nowhere" };
    const byUri = /[#/]|\.(json|ya?ml)$/i.test(written) ? references.resolveOnce(written, base) : undefined;
    if (byUri?.kind === "target") return byUri;
    chosen ??= choicesByName(schema);
    const token = encodedText(written);
    const named = byUri
      ? [chosen.get(nameIn(written))]
      : [chosen.get(written), ...NAME_PLACES.map((place) => `${place}${token}`)];
    for (const ref of named) {
      const resolution = ref === undefined ? undefined : references.resolveOnce(ref, base);
      if (resolution?.kind === "target") return resolution;
    }
    return byUri && !isChoice(schema) ? byUri : { kind: "nowhere" };
  };
}

function isChoice(schema: JsonObject): boolean {
  return schema.oneOf !== undefined || schema.anyOf !== undefined;
}

const NAME_PLACES = ["#/components/schemas/", "#/definitions/", "#/"];

/** Returns the references under `oneOf` and `anyOf` by name. Of several with the same name, the first counts. */
function choicesByName(schema: JsonObject): Map<string, string> {
  const byName = new Map<string, string>();
  for (const ref of choiceReferences(schema)) if (!byName.has(nameIn(ref))) byName.set(nameIn(ref), ref);
  return byName;
}

/** Returns the references under `oneOf` and `anyOf` of a schema. */
function choiceReferences(schema: JsonObject): string[] {
  return [...arrayMember(schema, "oneOf"), ...arrayMember(schema, "anyOf")].flatMap((choice) =>
    isObject(choice) ? (stringMember(choice, "$ref") ?? []) : [],
  );
}

/** Returns the last key of a reference's pointer, or the name of its file. */
function nameIn(ref: string): string {
  const last = ref.slice(ref.lastIndexOf("/") + 1).replace(/#$/, "");
  return unescapedPointerToken(decodedText(last.replace(/\.(json|ya?ml)$/i, "")));
}
