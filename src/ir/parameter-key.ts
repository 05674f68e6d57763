import type { Parameter } from "./model.js";

/** What tells parameters apart: place and name, which for a header is the same in upper and lower case (RFC 9110, section 5.1). */
export function parameterKey({ in: place, name }: Pick<Parameter, "in" | "name">): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}
