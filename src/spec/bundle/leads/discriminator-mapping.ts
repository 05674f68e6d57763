import { reached } from "../../../collections/index.js";
import {
  arrayMember,
  decodedText,
  encodedText,
  isObject,
  type JsonObject,
  objectMember,
  setMember,
  stringMember,
  unescapedPointerToken,
} from "../../../json/index.js";
import type { References, ReferenceTarget, Resolution } from "../../references/index.js";
import type { Component, Components } from "../components/index.js";

/** How many parents of parents are looked at. */
const MOST_PARENTS = 10;

/** Where the values of a mapping are looked up. */
interface MappingPlace {
  /** The schema that has the discriminator. */
  schema: JsonObject;
  /** What references in it are relative to. */
  base: string;
  references: References;
}

/** What a discriminator is bundled with. */
interface BundledDiscriminator extends MappingPlace {
  discriminator: JsonObject;
  components: Components;
}

/**
 * A discriminator for a bundle (OpenAPI 3.2.0, section 4.25): the targets of `mapping` and `defaultMapping` are where their schemas
 * are now, those that are not in the bundle are left out, and what is not understood stays. In a choice, a value of a schema that
 * is left out means what of the bundle that schema extends or renames. A chosen schema with a new name keeps its former one as a
 * value. The same object where nothing changes.
 */
export function bundledDiscriminator(input: BundledDiscriminator): JsonObject {
  const { discriminator, schema, base, references, components } = input;
  const isOfChoice = isChoice(schema);
  const resolve = mappedResolver({ schema, base, references });
  const mapped = new Set<Component>();
  const mapping = objectMember(discriminator, "mapping");
  const fallback = stringMember(discriminator, "defaultMapping");
  const led = mapping && bundledMapping(mapping);
  const bundledValues = isUnderstood(mapping) ? withFormerNames(led) : led;
  const bundled = {
    ...discriminator,
    ...(bundledValues ? { mapping: bundledValues } : {}),
    ...(fallback === undefined ? {} : { defaultMapping: bundledTarget(fallback) }),
  };
  if (bundled.mapping === mapping && bundled.defaultMapping === fallback) return discriminator;
  if (bundled.defaultMapping === undefined) delete bundled.defaultMapping;
  return bundled as JsonObject;

  function bundledMapping(mapping: JsonObject): JsonObject {
    const bundled: JsonObject = {};
    let changed = false;
    for (const [value, written] of Object.entries(mapping)) {
      const target = typeof written === "string" ? bundledTarget(written) : written;
      if (target !== written) changed = true;
      if (target !== undefined) setMember(bundled, value, target);
    }
    return changed ? bundled : mapping;
  }

  function bundledTarget(written: string): string | undefined {
    const resolution = resolve(written);
    if (resolution.kind === "nowhere") return written;
    const component = resolution.kind === "target" ? componentOf(resolution.target) : undefined;
    if (!component) return undefined;
    mapped.add(component);
    return component.name === written ? written : components.referenceTo(component);
  }

  /** Where a value is not understood, it may be that of any of the schemas. */
  function isUnderstood(mapping: JsonObject = {}): boolean {
    return Object.values(mapping).every(
      (written) => typeof written === "string" && resolve(written).kind !== "nowhere",
    );
  }

  function withFormerNames(mapping: JsonObject | undefined): JsonObject | undefined {
    const chosen = choiceReferences(schema).flatMap((ref) => {
      const choice = references.resolveOnce(ref, base);
      return choice.kind === "target" ? (components.find("schema", choice.target) ?? []) : [];
    });
    const taken = new Set([...Object.keys(mapping ?? {}), ...chosen.flatMap(({ name }) => name ?? [])]);
    const added: JsonObject = {};
    for (const component of chosen) {
      const name = mapped.has(component) ? undefined : components.formerName(component);
      if (name === undefined || taken.has(name)) continue;
      taken.add(name);
      setMember(added, name, components.referenceTo(component));
    }
    return Object.keys(added).length > 0 ? { ...mapping, ...added } : mapping;
  }

  function componentOf(target: ReferenceTarget): Component | undefined {
    return isOfChoice ? nearest(target, references, components) : components.find("schema", target);
  }
}

/** The component for a schema, or for the first of its parents that is one. */
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

/** What a discriminator says of schemas that leads nowhere, by the way to it from there. */
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
 * What the values of a mapping lead to. Only its form tells a name from a URI. A name is that of a chosen schema, of a component, or
 * of something at the root of a document without components. A URI that leads nowhere, or to a document that nothing else refers
 * to, means the chosen schema of its name: programs that merge documents leave mappings as they were. In a choice, a URI that still
 * leads to such a document leads nowhere, since what is chosen from was read.
 */
function mappedResolver({ schema, base, references }: MappingPlace): (written: string) => Resolution {
  let chosen: Map<string, string> | undefined;
  return (written) => {
    // Put behind a place, it would be the place itself.
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

/** The references that a schema chooses from, the first of each name. */
function choicesByName(schema: JsonObject): Map<string, string> {
  const byName = new Map<string, string>();
  for (const ref of choiceReferences(schema)) if (!byName.has(nameIn(ref))) byName.set(nameIn(ref), ref);
  return byName;
}

/** The references that a schema chooses from. */
function choiceReferences(schema: JsonObject): string[] {
  return [...arrayMember(schema, "oneOf"), ...arrayMember(schema, "anyOf")].flatMap((choice) =>
    isObject(choice) ? (stringMember(choice, "$ref") ?? []) : [],
  );
}

/** The last key of a reference's pointer, or the name of its file. */
function nameIn(ref: string): string {
  const last = ref.slice(ref.lastIndexOf("/") + 1).replace(/#$/, "");
  return unescapedPointerToken(decodedText(last.replace(/\.(json|ya?ml)$/i, "")));
}
