import { isObject, type Json, type JsonObject, objectMember } from "../../../json/index.js";
import { OBJECT_RULES, type ObjectKind } from "../object-kinds.js";

/**
 * The maximum number of schemas in an array (`allOf`, `oneOf`, …) and a map (`properties`, …) of one schema. The time for making
 * types grows with the square of that, see docs/decisions/0015-limits.md.
 */
const MOST_SCHEMAS = { list: 5_000, map: 10_000 };

/** The maximum number of alternative security requirements of an operation, or of the document. */
const MOST_REQUIREMENTS = 500;

/** The maximum number of members of all merged maps together. */
const MOST_MERGED = 1_000_000;

/** The maximum number of values that are repeated in operations that several paths share. */
const MOST_REPEATED = 1_000_000;

/** Returns the exceeded limit of an array or map, to complete "more than …"; undefined if it is not exceeded. */
export function tooWide(kind: ObjectKind, holding: "list" | "map", size: number): string | undefined {
  const most = MOST_SCHEMAS[holding];
  return kind === "schema" && size > most ? `${written(most)} schemas` : undefined;
}

/** A member that exceeds a limit. */
interface WideMember {
  /** The path to it from the object. */
  tokens: string[];
  /** The limit, as {@link tooWide} returns it. */
  what: string;
}

/** Returns the first member of an object that exceeds a limit; undefined if there is none. */
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

/** Counts the members of merged maps: they are copied to each place, so a short document can cause very many. */
export class MergedWidth {
  #size = 0;

  /** True if any map was merged. */
  get isUsed(): boolean {
    return this.#size > 0;
  }

  /** Counts a map. Returns the limit if that is exceeded, see {@link tooWide}; then the map is not counted. */
  add(size: number): string | undefined {
    if (this.#size + size > MOST_MERGED) return `${written(MOST_MERGED)} members`;
    this.#size += size;
    return undefined;
  }
}

/** Counts values that several paths share by references to one path item: they are copied for each path. */
export class RepeatedWidth {
  #left = MOST_REPEATED;

  /**
   * Counts a value for a number of places. Returns the limit if that is exceeded, see {@link tooWide}; then the value is not
   * counted.
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

/** Returns the number of values in a value, including itself, without those that are never generated. Counts up to `most`. */
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
