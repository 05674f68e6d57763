import type { Code } from "../../../diagnostics/index.js";
import type { Json, JsonObject } from "../../../json/index.js";
import { type CutReason, type Cuts, cutWords } from "../../cuts.js";
import { isField } from "../../shapes/index.js";
import { DATA, OBJECT_RULES, type ObjectKind } from "../object-kinds.js";
import { wideMember } from "./width.js";

/** The reason that an object is not read: a part of it exceeds a limit. See docs/decisions/0015-limits.md. */
export interface OverLimit {
  code: Code;
  /** The problem, as a sentence without its full stop. */
  problem: string;
  help?: string | undefined;
  /** The path to the part from the object. */
  tokens: readonly string[];
}

/** Keys that only describe an object, and affect neither calls nor types. */
const DESCRIBING = new Set(["example", "examples", "externalDocs", "callbacks", "tags", "xml"]);

/** Returns the part of an object that exceeds a limit; undefined if there is none. Ignores objects inside it. */
export function overLimit(kind: ObjectKind, object: JsonObject, cuts: Cuts): OverLimit | undefined {
  const wide = wideMember(kind, object);
  if (wide) return { code: "B44-115", problem: `There are more than ${wide.what} here`, tokens: wide.tokens };
  if (cuts.isEmpty) return undefined;
  const own = cuts.of(object);
  if (own !== undefined) return { ...cutWords(own), tokens: [] };
  for (const key of Object.keys(object)) {
    const reason = cutMember(kind, { key, value: object[key] as Json, cuts });
    if (reason !== undefined) return { ...cutWords(reason), tokens: [key] };
  }
  return undefined;
}

/** Returns why a relevant member was cut off; undefined if it was not, or is not relevant. */
function cutMember(
  kind: ObjectKind,
  { key, value, cuts }: { key: string; value: Json; cuts: Cuts },
): CutReason | undefined {
  if (key.startsWith("x-") || DESCRIBING.has(key)) return undefined;
  const rule = OBJECT_RULES[kind].get(key);
  if (!rule) return isField(kind, key) ? cuts.within(value) : undefined;
  return DATA.has(rule.kind) ? undefined : cuts.of(value);
}
