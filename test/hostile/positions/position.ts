import { isObject, type Json, type JsonObject, setMember } from "../../../src/json/index.js";

/** A place of a spec that holds a text, and how a text comes there. */
export interface Position {
  name: string;
  /** Whether a text means something of its own there, or cannot stand there at all: the code may differ without a word. */
  isSpecial?(text: string): boolean;
  put(document: JsonObject, text: string): void;
}

/** The member at the end of the keys, which must be an object. */
export function at(document: JsonObject, ...keys: string[]): JsonObject {
  let value: Json | undefined = document;
  for (const key of keys) {
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isObject(value) ? value[key] : undefined;
  }
  if (!isObject(value)) throw new Error(`nothing at ${keys.join("/")}`);
  return value;
}

/** A position that is a member of the object at the keys. */
export function member(name: string, keys: string[], key: string): Position {
  return { name, put: (document, text) => setMember(at(document, ...keys), key, text) };
}

/** A position that is a key of the object at the keys, with this value. */
export function key(name: string, keys: string[], value: (text: string) => Json): Position {
  return { name, put: (document, text) => setMember(at(document, ...keys), text, value(text)) };
}

/** True for a name that every object inherits: it is written in another way, and what has a property of it has another type. */
export function isInherited(text: string): boolean {
  return text in {};
}
