import type { Diagnostic } from "../../src/diagnostics/index.js";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import { compileApi } from "../../src/pipeline/api/compile-api.js";
import { folderOf } from "../support/files.js";

/**
 * Reads a spec of this text and takes it as far as the intermediate representation, all its operations. Gives `ok`, or the
 * codes of what was thrown.
 */
export async function outcomeOf(text: string): Promise<string[] | "ok"> {
  const cwd = folderOf({ spec: text });
  return compileApi({ name: "x", spec: "spec", cwd, operations: "all" }, () => {}).then(
    () => "ok" as const,
    (error: unknown) => codesOf(error),
  );
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof DiagnosticError)) throw error;
  return [...new Set(error.diagnostics.map(({ code }: Diagnostic) => code))];
}

/** A spec with one operation, whose answer has the schema A; `A` is the text of that schema, in JSON. */
export function specOf(A: string, schemas: Record<string, unknown> = {}, more: Record<string, unknown> = {}): string {
  const responses = { 200: { content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } } };
  const paths = { "/a": { get: { operationId: "getA", responses } } };
  const info = { title: "T", version: "1" };
  const spec = { openapi: "3.1.0", info, paths, ...more, components: { schemas: { A: "@A", ...schemas } } };
  return JSON.stringify(spec).replace('"@A"', () => A);
}

/** The head of the same spec in YAML; what follows may have components, and anything else before them. */
export const yamlHead = `openapi: 3.1.0
info: {title: T, version: "1"}
paths: {/a: {get: {responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}}}}}}
`;

/** `count` things, made from their numbers. */
export function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** An object with `count` members. */
export function members(
  count: number,
  make: (index: number) => [key: string, value: unknown],
): Record<string, unknown> {
  return Object.fromEntries(many(count, make));
}
