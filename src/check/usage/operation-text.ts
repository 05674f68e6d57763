import { closest, editDistance } from "../../diagnostics/index.js";
import { isMethod } from "../../spec/select/index.js";
import type { KnownApi, KnownOperation } from "./model.js";

/** What a string that is used as an operation in `custom.call` turns out to be. */
export type OperationReading =
  /** Valid for Base44. `known` is undefined if the config does not have the operation. */
  | { kind: "right"; known: KnownOperation | undefined }
  /** The spec's `operationId`, or similar to it. */
  | { kind: "operationId"; meant: KnownOperation | undefined; isCertain: boolean }
  /** Not `method:/path`, or with values in place of path parameters. */
  | { kind: "form"; why: string; meant: KnownOperation | undefined; isCertain: boolean }
  /** `method:/path`, but the integration does not have it. `isKnownMissing` is true if that is certain. */
  | { kind: "unknown"; meant: KnownOperation | undefined; isKnownMissing: boolean };

const LOOSE = /^\s*([a-z]+)\s*[:\s]?\s*(\/.*?)\s*$/i;

/** Classifies the string of an operation. `api` is undefined if the config does not have the integration. */
export function readOperation(text: string, api: KnownApi | undefined): OperationReading {
  const operations = api?.operations ?? [];
  const exact = operations.find(({ id }) => id === text);
  if (exact || api?.others?.includes(text)) return { kind: "right", known: exact };
  if (!text.includes("/")) return readName(text, operations);
  const [path = "", query] = split(text, /[?#]/);
  const [, method = "", way = ""] = LOOSE.exec(path) ?? [];
  const id = `${method.toLowerCase()}:${way}`;
  if (!isMethod(method.toLowerCase())) return readPath(text.trim(), operations);
  const same = operations.find((one) => one.id === id);
  if (query !== undefined) {
    return { kind: "form", why: "contains a query string", meant: same ?? filled(id, operations), isCertain: false };
  }
  if (id !== text) {
    return { kind: "form", why: fault(text, method), meant: same ?? filled(id, operations), isCertain: !!same };
  }
  const template = filled(text, operations);
  const isMissing = api?.others !== undefined;
  if (template && !text.includes("{") && (isMissing || hasValue(text, template))) {
    return { kind: "form", why: "contains a value in place of a path parameter", meant: template, isCertain: false };
  }
  if (!api) return { kind: "right", known: undefined };
  const meant = template && text.includes("{") ? template : nearest(text, operations);
  return { kind: "unknown", meant, isKnownMissing: isMissing };
}

/** The names of the parameters in an operation's path, in order. */
export function pathParameterNames(operation: string): string[] {
  return [...operation.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}

/**
 * Finds the operation whose path matches `text`, where parameters match any segment; undefined if there are several.
 */
export function filled(text: string, operations: readonly KnownOperation[]): KnownOperation | undefined {
  const actual = text.split("/");
  const matches = operations.filter(({ id }) => {
    const expected = id.split("/");
    return expected.length === actual.length && expected.every((part, index) => fits(part, actual[index] ?? ""));
  });
  return matches.length === 1 ? matches[0] : undefined;
}

function fits(expected: string, actual: string): boolean {
  return expected === actual || (/^\{[^{}]+\}$/.test(expected) && actual !== "");
}

function readName(text: string, operations: readonly KnownOperation[]): OperationReading {
  const same = operations.filter(({ name, operationId }) => text === operationId || text === name);
  if (same.length === 1) return { kind: "operationId", meant: same[0], isCertain: true };
  if (!/^[\w.-]+$/.test(text)) return { kind: "form", why: "has no path", meant: undefined, isCertain: false };
  const names = operations.flatMap(({ name, operationId }) => (operationId ? [operationId, name] : [name]));
  const near = closest(text, names);
  const meant = operations.find(({ name, operationId }) => near === operationId || near === name);
  return { kind: "operationId", meant, isCertain: false };
}

/** Classifies a path without a method, by the only operation on that path. */
function readPath(text: string, operations: readonly KnownOperation[]): OperationReading {
  const on = operations.filter(({ id }) => id.slice(id.indexOf(":") + 1) === text);
  const why = text.startsWith("/") ? "has no method" : "does not start with a method and a path";
  return { kind: "form", why, meant: on.length === 1 ? on[0] : undefined, isCertain: false };
}

function fault(text: string, method: string): string {
  if (!new RegExp(`^\\s*${method}\\s*:`).test(text)) return "has no colon between method and path";
  return method === method.toLowerCase() ? "contains a space" : "has an upper-case method";
}

/**
 * Finds an operation with the same method and a similar path. One with another method may exist without being selected.
 */
function nearest(text: string, operations: readonly KnownOperation[]): KnownOperation | undefined {
  const method = text.slice(0, text.indexOf(":") + 1);
  return operations.find(({ id }) => id.startsWith(method) && editDistance(text, id) <= SLIP);
}

const SLIP = 2;
const VALUE = /^\d+$|^[:<[$]|^(?=.*\d).{8,}$/;

/** True if a path segment in the place of a parameter looks like a value rather than a name. */
function hasValue(text: string, { id }: KnownOperation): boolean {
  const actual = text.split("/");
  return id.split("/").some((part, index) => part.startsWith("{") && VALUE.test(actual[index] ?? ""));
}

function split(text: string, at: RegExp): [string, string?] {
  const index = text.search(at);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index)];
}
