import type { Change, Step } from "../../diff/index.js";

/** The name that a change concerns: the last property of its path, or the parameter. */
export function nameOfChange({ place }: Change): string | undefined {
  if (place.part === "responseHeader") return place.name;
  if (!("path" in place)) return undefined;
  return lastProperty(place.path) ?? (place.part === "parameter" ? place.name : undefined);
}

/** The last property of a path. */
export function lastProperty(path: readonly Step[]): string | undefined {
  return path.flatMap((step) => ("property" in step ? [step.property] : [])).at(-1);
}

/** True for a change of a request. */
export function isOfRequest({ place }: Change): boolean {
  return place.part === "parameter" || place.part === "payload";
}

/** True for a change of a response. */
export function isOfResponse({ place }: Change): boolean {
  return place.part === "response";
}

/** True for a change of the operation as a whole: it was removed or renamed. */
export function isOfOperation({ place }: Change): boolean {
  return place.part === "operation";
}
