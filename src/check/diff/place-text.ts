import type { ChangePlace, Step } from "./model.js";

/** Returns a place as the subject of a sentence: `data.name in the 200 response`. */
export function placeText(place: ChangePlace, operation: string): string {
  switch (place.part) {
    case "operation":
    case "security":
    case "server":
      return `The operation ${operation}`;
    case "parameter":
      return place.path.length === 0
        ? `The ${place.in} parameter ${place.name}`
        : `${pathText(place.name, place.path)} in the ${place.in} parameter ${place.name}`;
    case "payload":
      return place.path.length === 0 ? "The payload" : pathText("payload", place.path);
    case "response":
      return place.path.length === 0 && place.mediaType === undefined
        ? `The ${place.status} response`
        : `${pathText("data", place.path)} in the ${place.status} response`;
    case "responseHeader":
      return `The header ${place.name} of the ${place.status} response`;
  }
}

/** Returns the path to a part of a value in a notation like code: `data.items[].name`, `data.labels[*]`. */
export function pathText(root: string, path: readonly Step[]): string {
  return path.reduce((text, step) => {
    if ("property" in step) {
      const isName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(step.property);
      return isName ? `${text}.${step.property}` : `${text}[${JSON.stringify(step.property)}]`;
    }
    return step.each === "item" ? `${text}[]` : `${text}[*]`;
  }, root);
}
