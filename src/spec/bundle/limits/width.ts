import { isObject, type Json, type JsonObject, objectMember } from "../../../json/index.js";
import { OBJECT_RULES, type ObjectKind } from "../object-kinds.js";

/**
 * How many schemas a list (`allOf`, `oneOf`, …) and a map (`properties`, …) of one schema may have. Types are made in a
 * time that grows with the square of that, see docs/decisions/0015-limits.md.
 */
const MOST_SCHEMAS = { list: 5_000, map: 10_000 };

/** How many security requirements an operation, or the document for those that leave it to that, may choose from. */
const MOST_REQUIREMENTS = 500;

/** How many members maps may have together that are put together from several. */
const MOST_MERGED = 1_000_000;

/** How many values operations may have together that several paths share, for all paths but one each. */
const MOST_REPEATED = 1_000_000;

/** What a list or map of objects of a kind has too many of: completes "more than …". Undefined where it has not. */
export function tooWide(kind: ObjectKind, holding: "list" | "map", size: number): string | undefined {
  const most = MOST_SCHEMAS[holding];
  return kind === "schema" && size > most ? `${written(most)} schemas` : undefined;
}

/** A member of an object that has too much. */
interface WideMember {
  /** The way to it from the object. */
  tokens: string[];
  /** Of what, as {@link tooWide}. */
  what: string;
}

/** The first member of an object that has too much; undefined where none has. */
export function wideMember(kind: ObjectKind, object: JsonObject): WideMember | undefined {
  if (kind === "schema") return wideMemberOfSchema(object);
  const { security } = object;
  if ((kind !== "operation" && kind !== "openapi") || !Array.isArray(security)) return undefined;
  if (security.length <= MOST_REQUIREMENTS) return undefined;
  return { tokens: ["security"], what: `${written(MOST_REQUIREMENTS)} security requirements` };
}

function wideMemberOfSchema(schema: JsonObject): WideMember | undefined {
  for (const key of Object.keys(schema)) {
    const child = schema[key];
    if (typeof child !== "object" || child === null) continue;
    if (key === "discriminator" && isObject(child)) {
      const values = Object.keys(objectMember(child, "mapping") ?? {}).length;
      if (values > MOST_SCHEMAS.list) return { tokens: [key, "mapping"], what: `${written(MOST_SCHEMAS.list)} values` };
    }
    const holding = OBJECT_RULES.schema.get(key)?.holding;
    if (holding === undefined || holding === "one") continue;
    const what = Array.isArray(child)
      ? tooWide("schema", "list", child.length)
      : tooWide("schema", holding === "map" ? "map" : "list", Object.keys(child).length);
    if (what) return { tokens: [key], what };
  }
  return undefined;
}

/** What is put together is written out at each of its places, so that a short document can ask for very much. */
export class MergedWidth {
  #size = 0;

  /** False where nothing was put together. */
  get isUsed(): boolean {
    return this.#size > 0;
  }

  /** Adds a map. Where that is too much together with those before it, it is not added, and it is said of what. */
  add(size: number): string | undefined {
    if (this.#size + size > MOST_MERGED) return `${written(MOST_MERGED)} members`;
    this.#size += size;
    return undefined;
  }
}

/** What several paths share, by references to one path item, is written out for each of them. */
export class RepeatedWidth {
  #left = MOST_REPEATED;

  /**
   * Adds a value for a number of places. Where that is too much with what was added before, it is not added, and the result says of
   * what; else undefined.
   */
  add(value: Json, places: number): string | undefined {
    if (places < 2) return undefined;
    const most = Math.floor(this.#left / (places - 1));
    const size = sizeUpTo(value, most + 1);
    if (size > most) return `${written(MOST_REPEATED)} values`;
    this.#left -= size * (places - 1);
    return undefined;
  }
}

/** How many values stand in a value, itself included, but for what is never written; no more are counted than `most`. */
function sizeUpTo(value: Json, most: number): number {
  const open = [value];
  let size = 0;
  for (let next = open.pop(); next !== undefined && size < most; next = open.pop()) {
    size++;
    if (typeof next !== "object" || next === null) continue;
    for (const [key, child] of Object.entries(next)) if (!isUnread(key)) open.push(child);
  }
  return size;
}

function isUnread(key: string): boolean {
  return key.startsWith("x-") || key === "example" || key === "examples";
}

function written(count: number): string {
  return count.toLocaleString("en-US");
}
