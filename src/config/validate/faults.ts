import type * as z from "zod";
import type { Code } from "../../diagnostics/index.js";
import { configSchema } from "../schema.js";
import type { KeyPath } from "../text/locate.js";
import { closest } from "./suggest.js";
import { knownKeys, notesOf, schemaAt } from "./walk.js";

/** Something wrong in a config, not yet located in its text. */
export interface Fault {
  code: Code;
  path: KeyPath;
  message: string;
  help?: string;
}

/**
 * What the schema objects to, in words. Where the key that is missing was mistyped, only the mistyped one is named.
 * Issues whose message the schema itself gives keep it; `validateConfig` leaves the others empty.
 */
export function schemaFaults(issues: z.core.$ZodIssue[], value: unknown): Fault[] {
  const flat = issues.flatMap((issue) => flatten(issue));
  const unknown = flat.flatMap((issue) => (issue.code === "unrecognized_keys" ? unknownKeys(issue) : []));
  const meant = new Set(unknown.map((fault) => dotted(fault.meant ?? [])));
  const faults: Fault[] = unknown.map(({ meant: _, ...fault }) => fault);
  for (const issue of flat) {
    if (issue.code === "unrecognized_keys") continue;
    const path = keyPath(issue.path);
    const given = valueAt(value, path);
    if (given === undefined && meant.has(dotted(path))) continue;
    faults.push(wrongValue({ path, given, message: issue.message }));
  }
  return faults;
}

/** A path as messages write it: `apis.my-crm.operations[0]`. */
export function dotted(path: KeyPath): string {
  return path.reduce<string>((result, key) => {
    if (typeof key === "number") return `${result}[${key}]`;
    if (!/^[\p{ID_Continue}$-]+$/u.test(key)) return `${result}[${JSON.stringify(key)}]`;
    return result === "" ? key : `${result}.${key}`;
  }, "");
}

/** What a value is, in words. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return typeof value === "object" ? "an object" : typeof value === "undefined" ? "undefined" : `a ${typeof value}`;
}

function wrongValue(wrong: { path: KeyPath; given: unknown; message: string }): Fault {
  const { path, given } = wrong;
  const schema = schemaAt(configSchema, path);
  const wanted = (schema && notesOf(schema)?.wanted) ?? "a string";
  const key = `\`${dotted(path)}\``;
  const fault = (text: string): Fault => ({ code: "B44-504", path, message: text });
  if (path.length === 0) {
    const message = `The config must be an object with \`apis\`, but it is ${describeValue(given)}.`;
    return { ...fault(message), help: "Export the config as the default: `export default { apis: { … } }`." };
  }
  if (wrong.message !== "") {
    return fault(`${key} ${wrong.message}${given === "" ? "" : `, but it is ${describeValue(given)}`}.`);
  }
  if (given === undefined && typeof path.at(-1) === "string") return fault(`${key} is missing: it must be ${wanted}.`);
  return fault(`${key} must be ${wanted}, but it is ${describeValue(given)}.`);
}

function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys): (Fault & { meant?: KeyPath })[] {
  const path = keyPath(issue.path);
  const schema = schemaAt(configSchema, path);
  const keys = schema ? knownKeys(schema) : [];
  return issue.keys.map((key) => {
    const guess = closest(key, keys);
    const message = `Unknown key \`${dotted([...path, key])}\`${guess ? `: did you mean \`${guess}\`?` : "."}`;
    const help = `The keys here are ${keys.map((known) => `\`${known}\``).join(", ")}; see docs/config.md.`;
    return { code: "B44-504", path: [...path, key], message, help, ...(guess ? { meant: [...path, guess] } : {}) };
  });
}

/**
 * A union's issue as the issues of the alternative that was meant: the one that takes a value of this kind at all. The
 * issue itself where there is none.
 */
function flatten(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const alternatives = issue.errors.map((issues) => issues.flatMap(flatten));
  const meant = alternatives.find((issues) => !issues.some(isOtherKind));
  if (!meant) return [issue];
  return meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function isOtherKind(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

function keyPath(path: readonly PropertyKey[]): KeyPath {
  return path.map((key) => (typeof key === "number" ? key : String(key)));
}

function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>((current, key) => {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    return (current as Record<string, unknown>)[String(key)];
  }, value);
}
