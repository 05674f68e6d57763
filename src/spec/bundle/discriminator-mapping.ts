import {
  arrayMember,
  decodedText,
  encodedText,
  isObject,
  type JsonObject,
  levels,
  setMember,
  stringMember,
  unescapedPointerToken,
} from "../../json/index.js";
import type { References, ReferenceTarget, Resolution } from "../references/index.js";
import type { Component, Components } from "./components.js";

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

/** What a mapping is bundled with. */
interface BundledMapping extends MappingPlace {
  mapping: JsonObject;
  components: Components;
}

/**
 * The `mapping` of a discriminator as it has to be in a bundle (OpenAPI 3.1, section 4.8.25): values lead to where
 * their schemas are now, those of schemas that are not in the bundle are left out, and what is not understood stays. In a
 * choice a value of such a schema leads to what in the bundle that extends, or is another name of: it is one of its values.
 * The same object where nothing changes.
 */
export function bundledMapping({ mapping, schema, base, references, components }: BundledMapping): JsonObject {
  const isOfChoice = schema.oneOf !== undefined || schema.anyOf !== undefined;
  const resolve = mappedResolver({ schema, base, references });
  const bundled: JsonObject = {};
  let changed = false;
  for (const [value, written] of Object.entries(mapping)) {
    const target = typeof written === "string" ? bundledTarget(written) : written;
    if (target !== written) changed = true;
    if (target !== undefined) setMember(bundled, value, target);
  }
  return changed ? bundled : mapping;

  function bundledTarget(written: string): string | undefined {
    const resolution = resolve(written);
    if (resolution.kind === "nowhere") return written;
    const component = resolution.kind === "target" ? componentOf(resolution.target) : undefined;
    if (!component) return undefined;
    return component.name === written ? written : components.referenceTo(component);
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
  let depth = 0;
  for (const level of levels([schema], parents)) {
    for (const target of level) {
      const component = components.find("schema", target);
      if (component) return component;
    }
    if (depth === MOST_PARENTS) break;
    depth += 1;
  }
  return undefined;
}

/** The entries of a mapping that lead nowhere, by their keys. */
export function brokenEntries(mapping: JsonObject, place: MappingPlace): [key: string, ref: string][] {
  const resolve = mappedResolver(place);
  return Object.entries(mapping).flatMap(([key, written]): [string, string][] =>
    typeof written === "string" && resolve(written).kind === "nowhere" ? [[key, written]] : [],
  );
}

/**
 * What the values of a mapping lead to. One names a schema or gives a URI, and nothing tells which but its form. A name is
 * that of a schema that is chosen from, of a component, or of what a document without components has at its root.
 */
function mappedResolver({ schema, base, references }: MappingPlace): (written: string) => Resolution {
  let chosen: Map<string, string> | undefined;
  return (written) => {
    if (/[#/]|\.(json|ya?ml)$/i.test(written)) return references.resolve(written, base);
    const token = encodedText(written);
    chosen ??= choicesByName(schema);
    for (const ref of [chosen.get(written), ...NAME_PLACES.map((place) => `${place}${token}`)]) {
      const resolution = ref === undefined ? undefined : references.resolve(ref, base);
      if (resolution?.kind === "target") return resolution;
    }
    return { kind: "nowhere" };
  };
}

const NAME_PLACES = ["#/components/schemas/", "#/definitions/", "#/"];

/** The references that a schema chooses from, the first of each name. */
function choicesByName(schema: JsonObject): Map<string, string> {
  const byName = new Map<string, string>();
  for (const choice of [...arrayMember(schema, "oneOf"), ...arrayMember(schema, "anyOf")]) {
    const ref = isObject(choice) ? stringMember(choice, "$ref") : undefined;
    if (ref !== undefined && !byName.has(nameIn(ref))) byName.set(nameIn(ref), ref);
  }
  return byName;
}

/** The last key of a reference's pointer, or the name of its file. */
function nameIn(ref: string): string {
  const last = ref.slice(ref.lastIndexOf("/") + 1).replace(/#$/, "");
  return unescapedPointerToken(decodedText(last.replace(/\.(json|ya?ml)$/i, "")));
}
