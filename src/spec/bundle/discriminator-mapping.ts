import {
  arrayMember,
  encodedText,
  isObject,
  type JsonObject,
  levels,
  setMember,
  stringMember,
} from "../../json/index.js";
import type { References, ReferenceTarget, Resolution } from "../references/index.js";
import type { Component, Components } from "./components.js";

/** How many parents of parents are looked at. */
const MOST_PARENTS = 10;

/** What a mapping is bundled with. */
interface BundledMapping {
  mapping: JsonObject;
  /** What references beside it are relative to. */
  base: string;
  /** Whether the discriminator tells members of a choice apart. */
  isOfChoice: boolean;
  references: References;
  components: Components;
}

/**
 * The `mapping` of a discriminator as it has to be in a bundle (OpenAPI 3.1, section 4.8.25): values lead to where
 * their schemas are now, those of schemas that are not in the bundle are left out, and what is not understood stays. In a
 * choice a value of such a schema leads to what in the bundle that extends, or is another name of: it is one of its values.
 * The same object where nothing changes.
 */
export function bundledMapping({ mapping, base, isOfChoice, references, components }: BundledMapping): JsonObject {
  const bundled: JsonObject = {};
  let changed = false;
  for (const [value, written] of Object.entries(mapping)) {
    const target = typeof written === "string" ? bundledTarget(written) : written;
    if (target !== written) changed = true;
    if (target !== undefined) setMember(bundled, value, target);
  }
  return changed ? bundled : mapping;

  function bundledTarget(written: string): string | undefined {
    const resolution = resolveMapped(written, base, references);
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
export function brokenEntries(mapping: JsonObject, base: string, references: References): [key: string, ref: string][] {
  return Object.entries(mapping).flatMap(([key, written]): [string, string][] =>
    typeof written === "string" && resolveMapped(written, base, references).kind === "nowhere" ? [[key, written]] : [],
  );
}

/** A value names a schema or gives a URI, and nothing tells which but its form. */
function resolveMapped(written: string, base: string, references: References): Resolution {
  if (/[#/]|\.(json|ya?ml)$/i.test(written)) return references.resolve(written, base);
  const token = encodedText(written);
  const inComponents = references.resolve(`#/components/schemas/${token}`, base);
  return inComponents.kind === "target" ? inComponents : references.resolve(`#/definitions/${token}`, base);
}
