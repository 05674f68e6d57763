import { type JsonObject, stringMember } from "../json/index.js";

/** Where a parameter is, in Swagger 2.0 and OpenAPI 3.0 to 3.2. */
const PLACES = ["path", "query", "header", "cookie", "querystring", "body", "formData"] as const;

type ParameterPlace = (typeof PLACES)[number];

/** The places by what authors write, in lower case. `form` is Swagger 1.2's. */
const MEANT = new Map<string, ParameterPlace>([
  ...PLACES.map((place): [string, ParameterPlace] => [place.toLowerCase(), place]),
  ["form", "formData"],
  ["form-data", "formData"],
  ["headers", "header"],
  ["cookies", "cookie"],
]);

/** The place that a parameter's `in` stands for, also if it is misspelt; undefined if it stands for none. */
export function parameterPlace(parameter: JsonObject): ParameterPlace | undefined {
  const written = stringMember(parameter, "in");
  if (written === undefined) return undefined;
  return PLACES.find((place) => place === written) ?? MEANT.get(written.trim().toLowerCase());
}

/** What tells parameters apart: place and name, which for a header is the same in upper and lower case (RFC 9110, section 5.1). */
export function parameterKey({ in: place, name }: { in: string; name: string }): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}
