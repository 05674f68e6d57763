import { withOtherTypes } from "./other-types.js";

/**
 * The generated code as if every raw `custom.call` fitted: its result has the type that the operation declares. One whose
 * arguments do not fit has a type that cannot be used, which hides what breaks in the use of its data.
 */
export function anyArguments(generated: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...generated].map(([path, text]) => [path, isCustomCalls(path) ? fitting(text) : text]));
}

function isCustomCalls(path: string): boolean {
  return /(^|\/)b44\.custom-call\.d\.ts$/.test(path);
}

function fitting(text: string): string {
  return withOtherTypes(text, { Fits: "true" });
}
