import { isObject, type Json, type JsonObject, stringMember } from "../../json/index.js";

/** A value that a `$ref` leads to, and the document and JSON pointer where it stands. */
export interface ReferenceTarget {
  uri: string;
  pointer: string;
  value: Json;
  /** What references in the value are relative to: `base` for {@link References.resolve}. */
  base: string;
}

/** Where a `$ref` leads: to a value, into a document that has not been read, over too many others, or nowhere. */
export type Resolution =
  | { kind: "target"; target: ReferenceTarget }
  /** `ref`, written in the document `base`, is what has to be read first, or the way to it. */
  | { kind: "unread"; ref: string; base: string }
  /** So many references follow on each other that their end is not looked for. */
  | { kind: "tooLong" }
  | { kind: "nowhere" };

/** True for an object that stands for another one. */
export function isReference(value: Json): value is JsonObject & { $ref: string } {
  return isObject(value) && stringMember(value, "$ref") !== undefined;
}
