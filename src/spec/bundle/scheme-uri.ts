import type { SpecFamily } from "../model.js";
import type { References } from "../references/index.js";
import { componentSection } from "./object-kinds.js";

/**
 * True for what a security requirement names a scheme by that is its URI (OpenAPI 3.2.0, section 4.30), and not the name of a
 * component of the root document, which comes first. Before 3.2 schemes have names only; a reference within the document is
 * understood all the same, for none of them can be called so.
 */
export function isSchemeUri(
  written: string,
  { family, references }: { family: SpecFamily; references: References },
): boolean {
  const looksLikeUri = family === "3.2" ? /[#/]|\.(json|ya?ml)$/i.test(written) : written.startsWith("#/");
  const own = () => references.fromRoot(...componentSection("securityScheme", family), written);
  return looksLikeUri && own().kind === "nowhere";
}
