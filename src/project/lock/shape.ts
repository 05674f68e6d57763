import { pathProblem } from "../write/paths.js";

/** Says where a value is not what it should be, as a JSON pointer below `pointer`; undefined where it is right. */
type Check = (value: unknown, pointer: string) => string | undefined;

const string: Check = (value, pointer) => (typeof value === "string" ? undefined : pointer);
const stringOrNull: Check = (value, pointer) => (value === null ? undefined : string(value, pointer));
const setting: Check = (value, pointer) => (typeof value === "boolean" ? undefined : string(value, pointer));
const path: Check = (value, pointer) =>
  typeof value === "string" && pathProblem(value) === undefined ? undefined : pointer;
const kind: Check = (value, pointer) =>
  value === "generated" || value === "scaffold" || value === "offer" ? undefined : pointer;
const version: Check = (value, pointer) => (value === 1 ? undefined : pointer);

function members(value: unknown): [string, unknown][] | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
}

function below(pointer: string, token: string | number): string {
  return `${pointer}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function list(item: Check): Check {
  return (value, pointer) => {
    if (!Array.isArray(value)) return pointer;
    return first(value.map((entry, index) => item(entry, below(pointer, index))));
  };
}

function record(item: Check, key: (name: string) => boolean = () => true): Check {
  return (value, pointer) => {
    const entries = members(value);
    if (!entries) return pointer;
    return first(
      entries.map(([name, entry]) => (key(name) ? item(entry, below(pointer, name)) : below(pointer, name))),
    );
  };
}

function object(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value, pointer) => {
    const entries = members(value);
    if (!entries) return pointer;
    const own = new Map(entries);
    const wrong = Object.entries(required).map(([name, check]) => check(own.get(name), below(pointer, name)));
    const present = Object.entries(optional).filter(([name]) => own.has(name));
    return first([...wrong, ...present.map(([name, check]) => check(own.get(name), below(pointer, name)))]);
  };
}

function first(results: (string | undefined)[]): string | undefined {
  return results.find((result) => result !== undefined);
}

const documents = list(object({ path: string, hash: string }));
const file = object({ hash: string, api: stringOrNull }, { kind, keeps: list(path) });
const operation = object({ name: string, signature: string });
const api = object({ spec: string, documents, selection: list(string), operations: record(operation) });

/**
 * The JSON pointer of the first place where a parsed lock is not a `Lock`, undefined where it is one. Paths of files
 * are checked as those of a plan are: a lock is input like any other, and decides which files are removed.
 */
export const wrongInLock: (value: unknown) => string | undefined = (value) =>
  object(
    {
      lockfileVersion: version,
      generator: string,
      settings: record(setting),
      apis: record(api),
      files: record(file, (name) => path(name, "") === undefined),
    },
    { config: object({ path: string, inputs: documents }), documents },
  )(value, "");
