import type { Parameter } from "./model.js";

/** True for what a request has as parameters of its query: those that are in it, and a form that is all of it. */
export function isOfQuery({ in: place, encoding }: Parameter): boolean {
  return place === "query" || (place === "querystring" && encoding !== undefined);
}
