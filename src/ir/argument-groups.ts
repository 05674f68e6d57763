import type { Parameter } from "./model.js";

/** The groups of parameters that the arguments of a call have, under the SDK's own names where it has one. */
export const ARGUMENT_GROUPS = [
  { key: "pathParams", locations: ["path"] },
  { key: "queryParams", locations: ["query", "querystring"] },
  { key: "headers", locations: ["header"] },
  { key: "cookies", locations: ["cookie"] },
] as const satisfies { key: string; locations: Parameter["in"][] }[];

/** The key of the group that parameters in a place of the request belong to. */
export function argumentGroup(location: Parameter["in"]): string {
  const group = ARGUMENT_GROUPS.find(({ locations }) => locations.some((place) => place === location));
  return (group as (typeof ARGUMENT_GROUPS)[number]).key;
}
