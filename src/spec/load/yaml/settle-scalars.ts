import { getOrInsert } from "../../../collections/index.js";
import { type Json, type JsonObject, setMember } from "../../../json/index.js";
import { ALL_UNQUOTED, itemOf, type Kind, type Member, memberOf, textTypes } from "./text-places.js";
import { WrittenScalar } from "./written-scalar.js";

/** What js-yaml gives: JSON, and {@link WrittenScalar} among it. */
type Read = null | boolean | number | string | WrittenScalar | List | Mapping;
type List = Read[];
interface Mapping {
  [key: string]: Read;
}

/**
 * A YAML document as JSON: plain scalars that YAML reads as numbers, booleans or null (YAML 1.2.2, section 10.3.2) are that, but
 * where a string is required they are the text that was written. Changes what it is given.
 */
export function settleScalars(read: unknown): Json | undefined {
  if (read === undefined) return undefined;
  const root = { read: read as Read };
  new Settling().run(root);
  return root.read as Json;
}

/** Goes through a document with a stack of its own: with aliases, it may have no end. */
class Settling {
  readonly #holders: (List | Mapping)[] = [];
  /** Of what kind the holders are. */
  readonly #kinds: Kind[] = [];
  readonly #seen = new Set<List | Mapping>();
  /** Where values are put in the end, because a list of values may be one of texts somewhere else. */
  readonly #values: { holder: List | Mapping; key: string | number; value: Json }[] = [];
  /** Lists of texts, by what is a text and the list that was read. */
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

  /** The text or texts in the place of a value of a member that can have to be such, or the value itself. */
  #textAt(mapping: Mapping, value: Read, { texts, typed }: Member): Read {
    if (Array.isArray(value) !== (texts === "list")) return value;
    const types = typed ? textTypes(mapping as JsonObject) : ALL_UNQUOTED;
    if (types === "") return value;
    return Array.isArray(value) ? this.#textsOf(value, types) : textOf(value, types);
  }

  /** The list with texts for what has to be one, or itself where nothing has. */
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

/** True for texts and lists of them, which most values are. */
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

/** What a value may be that is a text. A bare null is none: it is what says that there is no value. */
function unquotedKind(value: Read): string | undefined {
  const plain = value instanceof WrittenScalar ? value.value : value;
  if (plain === null) return value === null ? undefined : "null";
  return typeof plain === "number" || typeof plain === "boolean" ? typeof plain : undefined;
}

function put(holder: List | Mapping, key: string | number, value: Read): void {
  setMember(holder as JsonObject, String(key), value as Json);
}
