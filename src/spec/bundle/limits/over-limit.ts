import type { Code } from "../../../diagnostics/index.js";
import type { Json, JsonObject } from "../../../json/index.js";
import { type CutReason, type Cuts, cutWords } from "../../cuts.js";
import { isField } from "../../shapes/index.js";
import { DATA, OBJECT_RULES, type ObjectKind } from "../object-kinds.js";
import { wideMember } from "./width.js";

/** What of an object is over a limit, so that the object is not read. See docs/decisions/0015-limits.md. */
export interface OverLimit {
  code: Code;
  /** What is wrong, as a sentence without its end. */
  problem: string;
  help?: string | undefined;
  /** The way to it from the object. */
  tokens: readonly string[];
}

/** Keys of what describes an object, and changes no call and no type. */
const DESCRIBING = new Set(["example", "examples", "externalDocs", "callbacks", "tags", "xml"]);

/** What of an object is over a limit, without what stands in the objects that it holds; undefined where nothing is. */
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

/** Why a member that the object is not the same without is not read as it was written. */
function cutMember(
  kind: ObjectKind,
  { key, value, cuts }: { key: string; value: Json; cuts: Cuts },
): CutReason | undefined {
  if (key.startsWith("x-") || DESCRIBING.has(key)) return undefined;
  const rule = OBJECT_RULES[kind].get(key);
  if (!rule) return isField(kind, key) ? cuts.within(value) : undefined;
  return DATA.has(rule.kind) ? undefined : cuts.of(value);
}
