import { type Diagnostic, DiagnosticError, diagnostic } from "../../src/diagnostics/index.js";
import { type Api, buildApi } from "../../src/ir/index.js";
import { isObject, type Json, type JsonObject } from "../../src/json/index.js";
import { bundle } from "../../src/spec/bundle/index.js";
import type { BundledSpec, DocumentFailure, LoadedSpec, SourceDocument, SpecFamily } from "../../src/spec/model.js";
import { References } from "../../src/spec/references/index.js";
import { referenceUri } from "../../src/spec/resolve/index.js";
import {
  listOperations,
  type OperationEntry,
  type SelectedOperation,
  type Selection,
  select,
} from "../../src/spec/select/index.js";
import { upgrade } from "../../src/spec/upgrade/index.js";

const FOLDER = "file:///api/";

/** Documents other than the root document, by their path from it. */
export type Files = Record<string, Json>;

/** Creates a spec in memory. Its documents are frozen, so that a stage that changes one fails. */
export interface Spec {
  loaded: LoadedSpec;
  references: References;
  entries: OperationEntry[];
}

/** Creates a spec of one or several documents. `yaml` means that an object may occur in several places. */
export function specOf(root: JsonObject, files: Files = {}, format: "json" | "yaml" = "json"): Spec {
  const document = sourceOf("openapi.json", root, format);
  const loaded: LoadedSpec = { document, root, family: familyOf(root), diagnostics: [] };
  const others = Object.entries(files).map(([path, value]) => sourceOf(path, value, format));
  const references = new References(document, new Map(others.map((other) => [other.uri, other])));
  return { loaded, references, entries: listOperations(loaded, references) };
}

function sourceOf(path: string, value: Json, format: "json" | "yaml"): SourceDocument {
  // Serializing a value that occurs in many places of a YAML document could take forever.
  const text = format === "json" ? JSON.stringify(value) : "$id $dynamicRef";
  return { uri: new URL(path, FOLDER).href, display: path, text, format, value: deepFrozen(value), hash: "" };
}

function familyOf(root: JsonObject): SpecFamily {
  return String(root.swagger ?? root.openapi).slice(0, 3) as SpecFamily;
}

function deepFrozen(value: Json): Json {
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== "object" || next === null || Object.isFrozen(next)) continue;
    Object.freeze(next);
    for (const child of Object.values(next)) open.push(child);
  }
  return value;
}

/** The operations to select: by patterns, all, or by ids. */
export type Choice = readonly string[] | "all" | ReadonlySet<string>;

/** Runs the select stage for a spec whose documents all exist. */
export function selectionOf({ loaded, entries, references }: Spec, patterns: readonly string[] | "all"): Selection {
  return select(loaded, entries, patterns, { references, failures: new Map() });
}

/** Returns the selected operations. */
export function selected(spec: Spec, choice: Choice = "all"): SelectedOperation[] {
  if (choice === "all" || !("has" in choice)) return selectionOf(spec, choice).selected;
  return spec.entries.filter(({ id }) => choice.has(id)).map((entry) => ({ entry, named: true }));
}

/** Bundles a spec. Missing documents cannot be read, for the given reason or B44-110. */
export function bundled(
  spec: Spec,
  choice: Choice = "all",
  failures: ReadonlyMap<string, DocumentFailure> = new Map(),
): BundledSpec {
  const { loaded, references } = spec;
  const result = bundle({ spec: loaded, selected: selected(spec, choice), references, failures });
  if (!result.missing) return result.bundled;
  const absent = result.missing.map(({ ref, base }): [string, Diagnostic] => {
    return [referenceUri(ref, base), diagnostic("B44-110", { message: `${ref} is not there.` })];
  });
  return bundled(spec, choice, new Map([...failures, ...failuresOf(absent)]));
}

/** Failures to read documents, by URI: those on the network do not respond, and those with a line are malformed. */
export function failuresOf(said: Iterable<readonly [uri: string, Diagnostic]>): Map<string, DocumentFailure> {
  const reasonOf = (uri: string, { code, location }: Diagnostic): DocumentFailure["reason"] => {
    if (code === "B44-109") return "refused";
    if (/^https?:/.test(uri)) return "unanswered";
    return location?.line === undefined ? "unreadable" : "broken";
  };
  return new Map([...said].map(([uri, found]) => [uri, { diagnostic: found, reason: reasonOf(uri, found) }]));
}

/** Builds the intermediate representation of a spec. Returns it with the diagnostics. */
export function built(spec: Spec, choice: Choice = "all"): { api: Api; diagnostics: Diagnostic[] } {
  const { loaded, entries } = spec;
  const bundle = bundled(spec, choice);
  const carried = selected(spec, choice).filter(({ entry }) => !bundle.leftOut.has(entry.id));
  return buildApi({ name: "my-api", spec: loaded, entries, selected: carried, upgraded: upgrade(bundle) });
}

/** Creates an OpenAPI 3.1 document with these paths and components. */
export function openapi(paths: JsonObject, components: JsonObject = {}, rest: JsonObject = {}): JsonObject {
  return { openapi: "3.1.0", info: { title: "Test", version: "1" }, paths, components, ...rest };
}

/** Creates an operation whose response has this schema. */
export function answering(schema: Json, rest: JsonObject = {}): JsonObject {
  return { responses: { "200": { description: "OK", content: { "application/json": { schema } } } }, ...rest };
}

/** Returns the diagnostics that `work` throws. Fails the test if it throws anything else, or nothing. */
export function thrownBy(work: () => unknown): Diagnostic[] {
  try {
    work();
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
  throw new Error("Nothing was thrown.");
}

/** Returns the diagnostics that `work` returns or throws. */
export function saidOf(work: () => Diagnostic[]): Diagnostic[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
}

/** Creates an object as `JSON.parse` does, with `__proto__` as an ordinary key. */
export function parsed(text: string): JsonObject {
  const value: Json = JSON.parse(text);
  if (!isObject(value)) throw new Error("not an object");
  return value;
}
