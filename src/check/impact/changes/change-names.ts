import type { Change, Step } from "../../diff/index.js";

/** The name of what a change is about: the last property on its way, or else the parameter. */
export function nameOfChange({ place }: Change): string | undefined {
  if (place.part === "responseHeader") return place.name;
  if (!("path" in place)) return undefined;
  return lastProperty(place.path) ?? (place.part === "parameter" ? place.name : undefined);
}

/** The last property of a path. */
export function lastProperty(path: readonly Step[]): string | undefined {
  return path.flatMap((step) => ("property" in step ? [step.property] : [])).at(-1);
}

/** True of a change of what a call is given. */
export function isOfRequest({ place }: Change): boolean {
  return place.part === "parameter" || place.part === "payload";
}

/** True of a change of what a call answers. */
export function isOfResponse({ place }: Change): boolean {
  return place.part === "response";
}

/** True of a change that concerns the operation as a whole: it is gone, or has another name. */
export function isOfOperation({ place }: Change): boolean {
  return place.part === "operation";
}
