import { getOrInsert } from "../../../collections/index.js";
import { type Json, type JsonObject, setMember } from "../../../json/index.js";
import { ALL_UNQUOTED, itemOf, type Kind, type Member, memberOf, textTypes } from "./text-places.js";
import { WrittenScalar } from "./written-scalar.js";

/** The values that js-yaml returns: JSON values, some of them as {@link WrittenScalar}. */
type Read = null | boolean | number | string | WrittenScalar | List | Mapping;
type List = Read[];
interface Mapping {
  [key: string]: Read;
}

/**
 * Turns a parsed YAML document into JSON. Plain scalars that YAML reads as numbers, booleans or null (YAML 1.2.2,
 * section 10.3.2) become their source text if a string is required. Modifies the given value.
 */
export function settleScalars(read: unknown): Json | undefined {
  if (read === undefined) return undefined;
  const root = { read: read as Read };
  new Settling().run(root);
  return root.read as Json;
}

/**
 * Walks a document with its own stack, and visits each object and array once: with aliases, the document may be
 * endless.
 */
class Settling {
  readonly #holders: (List | Mapping)[] = [];
  /** The kinds of the holders. */
  readonly #kinds: Kind[] = [];
  readonly #seen = new Set<List | Mapping>();
  /** Values to insert at the end, because an aliased array may be an array of strings in another place. */
  readonly #values: { holder: List | Mapping; key: string | number; value: Json }[] = [];
  /** Arrays in which strings were inserted, by the kinds of values that must be strings and the original array. */
  readonly #texts = new Map<string, Map<List, List>>();

  run(root: Mapping): void {
    this.#enter(root, "names");
    for (let holder = this.#holders.pop(); holder; holder = this.#holders.pop()) {
      const kind = this.#kinds.pop()!;
      if (Array.isArray(holder)) this.#settleItems(holder, itemOf(kind).kind);
      else this.#settleMembers(holder, kind);
    }
    for (const { holder, key, value } of this.#values) put(holder, key, value);
  }

  #enter(holder: List | Mapping, kind: Kind): void {
    const { size } = this.#seen;
    if (this.#seen.add(holder).size === size) return;
    this.#holders.push(holder);
    this.#kinds.push(kind);
  }

  #settleItems(list: List, kind: Kind): void {
    for (let index = 0; index < list.length; index++) this.#settle(list, index, list[index] as Read, kind);
  }

  #settleMembers(mapping: Mapping, kind: Kind): void {
    for (const key in mapping) {
      const value = mapping[key] as Read;
      if (isSettled(value)) continue;
      const member = memberOf(kind, key);
      const text = member.texts ? this.#textAt(mapping, value, member) : value;
      if (text !== value) put(mapping, key, text);
      else this.#settle(mapping, key, value, member.kind);
    }
  }

  #settle(holder: List | Mapping, key: string | number, value: Read, kind: Kind): void {
    if (typeof value !== "object" || value === null) return;
    if (value instanceof WrittenScalar) this.#values.push({ holder, key, value: value.value });
    else this.#enter(value, kind);
  }

  /** Returns the string or strings for a value that must be such, otherwise the value itself. */
  #textAt(mapping: Mapping, value: Read, { texts, typed }: Member): Read {
    if (Array.isArray(value) !== (texts === "list")) return value;
    const types = typed ? textTypes(mapping as JsonObject) : ALL_UNQUOTED;
    if (types === "") return value;
    return Array.isArray(value) ? this.#textsOf(value, types) : textOf(value, types);
  }

  /** Returns an array with strings in place of the items that must be strings, or the same array if none must. */
  #textsOf(list: List, types: string): List {
    const known = getOrInsert(this.#texts, types, () => new Map<List, List>());
    return getOrInsert(known, list, () => {
      const texts = list.map((item) => textOf(item, types));
      if (texts.every((text, index) => text === list[index])) return list;
      this.#enter(texts, "data");
      return texts;
    });
  }
}

/** Whether a value is null, a string or an array of strings, as most values are. */
function isSettled(value: Read): boolean {
  return value === null || typeof value === "string" || (Array.isArray(value) && value.every(isText));
}

function isText(value: Read): boolean {
  return typeof value === "string";
}

function textOf(value: Read, types: string): Read {
  const kind = unquotedKind(value);
  return kind !== undefined && types.includes(kind) ? String(value) : value;
}

/**
 * Returns the kind of an unquoted value. Undefined for a string, an object or array, and an empty value or `~`, which
 * remains null.
 */
function unquotedKind(value: Read): string | undefined {
  const plain = value instanceof WrittenScalar ? value.value : value;
  if (plain === null) return value === null ? undefined : "null";
  return typeof plain === "number" || typeof plain === "boolean" ? typeof plain : undefined;
}

function put(holder: List | Mapping, key: string | number, value: Read): void {
  setMember(holder as JsonObject, String(key), value as Json);
}
