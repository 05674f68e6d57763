import { isObject, type Json, type JsonObject, stringMember } from "../../json/index.js";

/** The target of a `$ref`: its document, JSON pointer and value. */
export interface ReferenceTarget {
  uri: string;
  pointer: string;
  value: Json;
  /** The base of references in the value, for {@link References.resolve}. */
  base: string;
}

/** The result of resolving a `$ref`: a value, a document that was not read, too long a chain, or nothing. */
export type Resolution =
  | { kind: "target"; target: ReferenceTarget }
  /** The document of `ref`, which is written in the document `base`, must be read first. */
  | { kind: "unread"; ref: string; base: string }
  /** The chain of references is too long to be followed. */
  | { kind: "tooLong" }
  | { kind: "nowhere" };

/** True for an object with a string as its `$ref`. */
export function isReference(value: Json): value is JsonObject & { $ref: string } {
  return isObject(value) && stringMember(value, "$ref") !== undefined;
}
