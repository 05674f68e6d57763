import type * as z from "zod";
import { type Code, closest } from "../../diagnostics/index.js";
import { configSchema, SECRET_ISSUE } from "../schema/index.js";
import type { KeyPath } from "../text/locate.js";
import { valueAt } from "./entries.js";
import { flattenIssue } from "./union.js";
import { knownKeys, notesOf, schemaAt } from "./walk.js";

/** A fault in a config, not yet located in its text. */
export interface Fault {
  code: Code;
  path: KeyPath;
  message: string;
  help?: string;
  /** If the path ends in a mistyped key, the path with the key that was probably meant. */
  meant?: KeyPath;
}

/**
 * Converts the schema's issues to faults with messages. If a missing key was mistyped, only the mistyped one is
 * reported. Issues that have a message from the schema keep it; the others have an empty one.
 */
export function schemaFaults(issues: z.core.$ZodIssue[], value: unknown): Fault[] {
  const flat = issues.flatMap(flattenIssue);
  const faults = flat.flatMap((issue) => (issue.code === "unrecognized_keys" ? unknownKeys(issue) : []));
  const meant = new Set(faults.map((fault) => dotted(fault.meant ?? [])));
  for (const issue of flat) {
    if (issue.code === "unrecognized_keys") continue;
    const path = keyPath(issue.path);
    const given = valueAt(value, path);
    if (given === undefined && meant.has(dotted(path))) continue;
    faults.push(issue.code === "invalid_key" ? wrongKey(issue) : wrongValue({ path, given, issue }));
  }
  return faults;
}

/** Formats a path for messages: `apis.my-crm.operations[0]`. */
export function dotted(path: KeyPath): string {
  return path.reduce<string>((result, key) => {
    if (typeof key === "number") return `${result}[${key}]`;
    if (!/^[\p{ID_Continue}$-]+$/u.test(key)) return `${result}[${JSON.stringify(key)}]`;
    return result === "" ? key : `${result}.${key}`;
  }, "");
}

function wrongValue(wrong: { path: KeyPath; given: unknown; issue: z.core.$ZodIssue }): Fault {
  const { path, given, issue } = wrong;
  const schema = schemaAt(configSchema, path);
  const notes = schema && notesOf(schema);
  const wanted = notes?.wanted ?? "a string";
  const key = `\`${dotted(path)}\``;
  const fault = (text: string): Fault => ({ code: "B44-504", path, message: text });
  if (path.length === 0) {
    const message = `The config must be an object with \`apis\`, but it is ${describeValue(given)}.`;
    return { ...fault(message), help: "Export the config as the default: `export default { apis: { … } }`." };
  }
  if (issue.code === "custom" && issue.params === SECRET_ISSUE) {
    return { code: "B44-509", path, message: `${key} ${issue.message}.` };
  }
  const but = notes?.confidential ? describeKind(given) : describeValue(given);
  if (issue.message !== "") {
    const silent = given === "" || (notes?.confidential && typeof given === "string");
    return fault(`${key} ${issue.message}${silent ? "" : `, but it is ${but}`}.`);
  }
  if (given === undefined && typeof path.at(-1) === "string") return fault(`${key} is missing: it must be ${wanted}.`);
  const known =
    schema && typeof given === "object" ? knownKeys(schema).filter((one) => Object.hasOwn(given ?? {}, one)) : [];
  const having = known.length > 1 ? ` with ${known.map((one) => `\`${one}\``).join(" and ")}` : "";
  return fault(`${key} must be ${wanted}, but it is ${but}${having}.`);
}

/** Returns the fault of a key that is not valid in its record, whatever its value. */
function wrongKey(issue: z.core.$ZodIssueInvalidElement | z.core.$ZodIssueInvalidKey): Fault {
  const path = keyPath(issue.path);
  const why = issue.issues[0]?.message ?? "";
  const message = `The key ${JSON.stringify(path.at(-1))} of \`${dotted(path.slice(0, -1))}\` ${why}.`;
  return { code: "B44-504", path, message };
}

/** Describes a value in words, shortened. */
function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  return describeKind(value);
}

/** Describes the kind of a value in words, without the value itself. */
function describeKind(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys): (Fault & { meant?: KeyPath })[] {
  const path = keyPath(issue.path);
  const schema = schemaAt(configSchema, path);
  const keys = schema ? knownKeys(schema) : [];
  return issue.keys.map((key) => {
    const guess = closest(key, keys);
    const message = `Unknown key \`${dotted([...path, key])}\`${guess ? `: did you mean \`${guess}\`?` : "."}`;
    const help = `Valid keys are ${keys.map((known) => `\`${known}\``).join(", ")}; see docs/config.md in the b44-gen package.`;
    return { code: "B44-504", path: [...path, key], message, help, ...(guess ? { meant: [...path, guess] } : {}) };
  });
}

function keyPath(path: readonly PropertyKey[]): KeyPath {
  return path.map((key) => (typeof key === "number" ? key : String(key)));
}
