import type { SpecFamily } from "../model.js";
import type { References } from "../references/index.js";
import { componentSection } from "./object-kinds.js";

/**
 * True if a security requirement names a scheme by URI (OpenAPI 3.2.0, section 4.30), not by the name of a component, which takes
 * precedence. Before 3.2 there are only names; a reference within the document is still understood, because no component can have
 * such a name.
 */
export function isSchemeUri(
  written: string,
  { family, references }: { family: SpecFamily; references: References },
): boolean {
  const looksLikeUri = family === "3.2" ? /[#/]|\.(json|ya?ml)$/i.test(written) : written.startsWith("#/");
  const own = () => references.fromRoot(...componentSection("securityScheme", family), written);
  return looksLikeUri && own().kind === "nowhere";
}
