import { encodedText, type JsonObject, setMember } from "../../json/index.js";
import type { References, Resolution } from "../references/index.js";
import type { Components } from "./components.js";

/**
 * The `mapping` of a discriminator as it has to be in a bundle (OpenAPI 3.1, section 4.8.25): values lead to where
 * their schemas are now, those of schemas that are not in the bundle are left out, and what is not understood stays.
 * The same object where nothing changes. @param base what references beside it are relative to
 */
export function bundledMapping(
  mapping: JsonObject,
  base: string,
  references: References,
  components: Components,
): JsonObject {
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
    const component = resolution.kind === "target" ? components.find("schema", resolution.target) : undefined;
    if (!component) return undefined;
    return component.name === written ? written : components.referenceTo(component);
  }
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
