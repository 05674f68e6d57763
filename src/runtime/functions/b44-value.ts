import type { BodyDefinition, Check } from "./b44-definition.ts";

/** The first fault of a value: where in the value (JSON pointer) and what is wrong. It never quotes the value. */
export interface Fault {
  pointer: string;
  problem: string;
}

/** A fault of the value itself, not of a member. */
export function fault(problem: string): Fault {
  return { pointer: "", problem };
}

/** Values that are nested deeper than this are refused, because recursion would exhaust the stack. */
export const DEEPEST = 1000;

/** The fault of a value that is nested deeper than {@link DEEPEST}. */
export function tooDeep(): Fault {
  return fault("is nested too deeply");
}

type Kind = "null" | "boolean" | "number" | "string" | "array" | "object" | "other";

/** The JSON Schema type of a value. A date or file counts as a string. */
export function kindOf(value: unknown): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Date || value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    return "string";
  }
  const type = typeof value;
  if (type === "number") return Number.isFinite(value) ? "number" : "other";
  return type === "string" || type === "boolean" || type === "object" ? type : "other";
}

/**
 * Finds the first part of a value that cannot be sent as text: an invalid date (except in JSON, where it becomes null),
 * a file, or anything nested too deeply. A multipart body may be a file, or have files where a form has them: as
 * members, and in arrays that are members.
 */
export function textFault(value: unknown, body: BodyDefinition["kind"] = "text", depth = 0): Fault | undefined {
  if (value instanceof Date)
    return body !== "json" && Number.isNaN(value.getTime()) ? fault("is not a date") : undefined;
  const kind = kindOf(value);
  if (kind === "string" && typeof value !== "string")
    return body === "multipart" ? undefined : fault("is a file and cannot be sent as text");
  if (kind !== "array" && kind !== "object") return undefined;
  if (depth > DEEPEST) return tooDeep();
  const isPart = body === "multipart" && depth > 0 && (depth > 1 || kind === "object");
  for (const [key, item] of Object.entries(value as object)) {
    const found = textFault(item, isPart ? "text" : body, depth + 1);
    if (found) return inMember(key, found);
  }
  return undefined;
}

/** Converts a fault of a member to a fault of the array or object that has the member. */
export function inMember(key: string, { pointer, problem }: Fault): Fault {
  return { pointer: `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}${pointer}`, problem };
}

/** Converts text that spells a number or boolean, and numbers and booleans to text, if the allowed types require it. */
export function loosened(types: Check["type"], value: unknown): unknown {
  if (!types) return value;
  const numeric = types.includes("number") || types.includes("integer");
  if (typeof value === "string" && !types.includes("string")) {
    if (numeric && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value)) return Number(value);
    if (types.includes("boolean") && /^(true|false)$/.test(value)) return value === "true";
  }
  const number = (typeof value === "number" && !numeric) || typeof value === "bigint";
  const other = number || (typeof value === "boolean" && !types.includes("boolean"));
  return other && types.includes("string") ? String(value) : value;
}

/** A value and its check; `loose` as in `Validation`. */
export interface OwnCheck {
  check: Check;
  value: unknown;
  loose: boolean;
}

/** Checks a value against the keywords that do not concern its members. */
export function ownFault({ check, value, loose }: OwnCheck): Fault | undefined {
  const { type, values, min, max, above, below, required = [] } = check;
  const kind = kindOf(value);
  const integer = kind === "number" && Number.isInteger(value) && type?.includes("integer");
  if (type && !integer && !type.some((one) => one === kind)) return fault(`must be of type ${type.join(" or ")}`);
  const same = (one: unknown): boolean =>
    equal(one, value) || (loose && !isObject(one) && !isObject(value) && String(one) === String(value));
  if (values && !values.some(same)) {
    const list = values.slice(0, 10).map((one) => JSON.stringify(one));
    return fault(`must be ${values.length > 10 ? `one of ${list.join(", ")} …` : list.join(" or ")}`);
  }
  if (typeof value === "number") {
    if (min !== undefined && value < min) return fault(`must be at least ${min}`);
    if (max !== undefined && value > max) return fault(`must be at most ${max}`);
    if (above !== undefined && value <= above) return fault(`must be more than ${above}`);
    if (below !== undefined && value >= below) return fault(`must be less than ${below}`);
  }
  if (kind === "object") {
    const members = value as Record<string, unknown>;
    const name = required.find((one) => !Object.hasOwn(members, one) || members[one] === undefined);
    if (name !== undefined) return fault(`lacks ${JSON.stringify(name)}`);
  }
  const hasSize = typeof value === "string" || kind === "array" || kind === "object";
  return hasSize ? sized(check, value as string | object) : undefined;
}

function groupKind(value: object): "array" | "object" {
  return Array.isArray(value) ? "array" : "object";
}

function sized({ minSize, maxSize }: Check, value: string | object): Fault | undefined {
  if (!minSize && !maxSize) return undefined;
  const kind = typeof value === "string" ? "string" : groupKind(value);
  const least = minSize?.[kind] ?? 0;
  const most = maxSize?.[kind] ?? Number.POSITIVE_INFINITY;
  let size = 0;
  if (typeof value === "string") for (const _ of value) size++;
  else size = Object.values(value).filter((item) => kind === "array" || item !== undefined).length;
  const unit = { string: "characters", array: "items", object: "members" }[kind];
  if (size < least) return fault(`must have at least ${least} ${unit}`);
  return size > most ? fault(`must have at most ${most} ${unit}`) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function equal(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}
