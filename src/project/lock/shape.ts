import { appendPointer, isObject } from "../../json/index.js";
import { pathProblem } from "../write/paths.js";

/**
 * Checks a value. Returns a JSON pointer, relative to the value, to the first place that is wrong; undefined if all is
 * right.
 */
type Check = (value: unknown) => string | undefined;

/** The pointer to the value itself. */
const HERE = "";

function is(isRight: (value: unknown) => boolean): Check {
  return (value) => (isRight(value) ? undefined : HERE);
}

const isPath = (value: unknown) => typeof value === "string" && pathProblem(value) === undefined;

const string: Check = is((value) => typeof value === "string");
const boolean: Check = is((value) => typeof value === "boolean");
const stringOrNull: Check = is((value) => value === null || typeof value === "string");
const setting: Check = is((value) => typeof value === "boolean" || typeof value === "string");
const path: Check = is(isPath);
const kind: Check = is((value) => value === "generated" || value === "scaffold" || value === "offer");
const version: Check = is((value) => value === 1);

function members(value: unknown): [string, unknown][] | undefined {
  return isObject(value) ? Object.entries(value) : undefined;
}

/** Returns the pointer to the first of these values that is wrong. */
function first(entries: Iterable<[name: string | number, value: unknown, check: Check]>): string | undefined {
  for (const [name, value, check] of entries) {
    const wrong = check(value);
    if (wrong !== undefined) return appendPointer("", name) + wrong;
  }
  return undefined;
}

function list(item: Check): Check {
  return (value) => (Array.isArray(value) ? first(value.map((entry, index) => [index, entry, item])) : HERE);
}

function record(item: Check, isKey: (name: string) => boolean = () => true): Check {
  const misnamed: Check = () => HERE;
  return (value) => {
    const entries = members(value);
    return entries ? first(entries.map(([name, entry]) => [name, entry, isKey(name) ? item : misnamed])) : HERE;
  };
}

function object(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value) => {
    const entries = members(value);
    if (!entries) return HERE;
    const own = new Map(entries);
    const present = Object.entries(optional).filter(([name]) => own.has(name));
    return first([...Object.entries(required), ...present].map(([name, check]) => [name, own.get(name), check]));
  };
}

const documents = list(object({ path: string, hash: string }));
const file = object({ hash: string, api: stringOrNull }, { kind, keeps: list(path) });
const operation = object({ name: string, signature: string });
const output = object({}, { out: string, lang: string, errors: string });
const config = object({ path: string, inputs: documents }, { pure: boolean, output });
const api = object({ spec: string, documents, selection: list(string), operations: record(operation) });

/**
 * Returns the JSON pointer to the first place in which a parsed lock is not a `Lock`; undefined if it is one. Paths of
 * files are checked like those of a plan: a lock is untrusted input, and decides which files are removed.
 */
export const wrongInLock: (value: unknown) => string | undefined = object(
  {
    lockfileVersion: version,
    generator: string,
    settings: record(setting),
    apis: record(api),
    files: record(file, isPath),
  },
  { config, documents },
);
