import { withOtherTypes } from "./other-types.js";

/** What the runtime's types for the forms of a result are where every call succeeds, by their names. */
const AS_IF_SUCCESSFUL: Record<string, string> = {
  ApiFailure: "never",
  FailureIn: "never",
  WithOtherFailures: "Declared",
};

/**
 * The generated code as if every call succeeded: results lack the forms whose `success` is `false`. Much code never
 * looks at `success`, and to the compiler what it then reads is `unknown`; with these types its use of the data can be
 * followed all the same.
 */
export function successOnly(generated: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...generated].map(([path, text]) => [path, isRuntime(path) ? withoutFailures(text) : text]));
}

function isRuntime(path: string): boolean {
  return /(^|\/)b44\.runtime(\.d)?\.ts$/.test(path);
}

function withoutFailures(text: string): string {
  return withOtherTypes(text, AS_IF_SUCCESSFUL);
}
