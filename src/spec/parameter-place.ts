import { type JsonObject, stringMember } from "../json/index.js";

/** Where a parameter is, in Swagger 2.0 and OpenAPI 3.0 to 3.2. */
const PLACES = ["path", "query", "header", "cookie", "querystring", "body", "formData"] as const;

type ParameterPlace = (typeof PLACES)[number];

/** By what authors write in lower case. Swagger 1.2 has `form`. */
const MEANT = new Map<string, ParameterPlace>([
  ...PLACES.map((place): [string, ParameterPlace] => [place.toLowerCase(), place]),
  ["form", "formData"],
  ["form-data", "formData"],
  ["headers", "header"],
  ["cookies", "cookie"],
]);

/** Where a parameter is by its `in`, as its author means it; undefined where that is no place. */
export function parameterPlace(parameter: JsonObject): ParameterPlace | undefined {
  const written = stringMember(parameter, "in");
  if (written === undefined) return undefined;
  return PLACES.find((place) => place === written) ?? MEANT.get(written.trim().toLowerCase());
}

/** What tells parameters apart: place and name, which for a header is the same in upper and lower case (RFC 9110, section 5.1). */
export function parameterKey({ in: place, name }: { in: string; name: string }): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}
