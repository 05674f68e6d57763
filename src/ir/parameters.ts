import type { Parameter } from "./model.js";

/** The groups of parameters in the arguments of a call, with the SDK's own names where it has them. */
export const ARGUMENT_GROUPS = [
  { key: "pathParams", locations: ["path"] },
  { key: "queryParams", locations: ["query", "querystring"] },
  { key: "headers", locations: ["header"] },
  { key: "cookies", locations: ["cookie"] },
] as const satisfies { key: string; locations: Parameter["in"][] }[];

/** Returns the key of the group for parameters in this location. */
export function argumentGroup(location: Parameter["in"]): string {
  const group = ARGUMENT_GROUPS.find(({ locations }) => locations.some((place) => place === location));
  return (group as (typeof ARGUMENT_GROUPS)[number]).key;
}

/** True for query parameters, and for a whole query string that is a form. */
export function isOfQuery({ in: place, encoding }: Parameter): boolean {
  return place === "query" || (place === "querystring" && encoding !== undefined);
}

/** Returns a string parameter of the style `simple`, with only the given properties. */
export function textParameter(given: Pick<Parameter, "name" | "in" | "required" | "source">): Parameter {
  return {
    ...given,
    expression: undefined,
    deprecated: false,
    description: undefined,
    style: "simple",
    explode: false,
    allowReserved: false,
    contentType: undefined,
    isJson: false,
    encoding: undefined,
    schema: { type: "string" },
    example: undefined,
    fixedValue: undefined,
  };
}
