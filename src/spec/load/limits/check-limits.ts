import { DiagnosticError } from "../../../diagnostics/index.js";
import type { Json } from "../../../json/index.js";
import type { CutReason } from "../../cuts.js";
import type { UndecodedStrings } from "../json/byte-string.js";
import type { LocatableText } from "../locate/locate.js";
import { MAPPING_KEY } from "../parse/mapping-keys.js";
import { Aliased, aliasFault } from "./aliased.js";
import { cutAliases } from "./cut-aliases.js";
import { type Container, cutContainers } from "./cut-containers.js";
import { maxDepth } from "./limits.js";

/** The result of walking a document. */
interface Walked {
  /** The share of the limit for aliases that it uses: from 0 without aliases to 1. */
  aliased: number;
  /** The number of members in its objects. */
  keys: number;
  /** True if a key is the string to which js-yaml converts a mapping used as a key. */
  hasMappingKeys: boolean;
}

/** The empty objects and arrays in place of parts that are too deep or too large, with the reasons. */
type Cuts = Map<object, CutReason>;

/** The checked parts of a document: those that `parseDocument` has. */
interface CheckedText extends Pick<LocatableText, "format" | "text" | "value"> {
  /** For a byte string: the strings in `value` that are not decoded yet. */
  undecoded?: UndecodedStrings | undefined;
}

/**
 * Walks a parsed document, decodes the strings of a byte string, and cuts off parts that are nested too deeply or
 * expand to too much; a number that is too large becomes the largest there is. Later stages can then walk documents
 * without limits. Modifies the value.
 *
 * @param display the document's name in messages
 * @throws DiagnosticError B44-111 if it is still too large.
 */
export function checkLimits(parsed: CheckedText, display: string): Walked & { cuts: Cuts } {
  const cuts: Cuts = new Map();
  let walked = walk(parsed, cuts);
  if (!walked) {
    cutAliases(parsed.value, cuts);
    walked = walk(parsed, cuts);
  }
  if (!walked) throw new DiagnosticError(aliasFault(parsed, display));
  return { ...walked, cuts };
}

/** Walks a document once. Undefined if aliases add too much, or nest too deeply: the value may be endless. */
function walk({ format, text, value, undecoded }: CheckedText, cuts: Cuts): Walked | undefined {
  // JSON has no aliases.
  const aliased = format === "yaml" ? new Aliased(text.length) : undefined;
  const open: Container[] = [];
  const depths: number[] = [];
  const deepest: Container[] = [];
  let keys = 0;
  let hasMappingKeys = false;
  // Returns the value to keep; objects and arrays are visited later.
  const visit = (child: Json, depth: number): Json => {
    aliased?.count(child);
    if (typeof child === "string") return undecoded ? undecoded.decoded(child) : child;
    if (typeof child === "number") return withinLimits(child);
    if (typeof child !== "object" || child === null) return child;
    open.push(child);
    depths.push(depth);
    return child;
  };
  visit(value, 1);
  while (open.length > 0) {
    const node = open.pop()!;
    const depth = depths.pop()!;
    if (depth === maxDepth && !aliased) deepest.push(node);
    if (Array.isArray(node)) {
      for (let index = 0; index < node.length; index++) node[index] = visit(node[index] as Json, depth + 1);
    } else {
      undecoded?.decodeKeys(node);
      for (const key in node) {
        keys++;
        aliased?.countKey(key);
        if (key === MAPPING_KEY) hasMappingKeys = true;
        const child = node[key] as Json;
        const read = visit(child, depth + 1);
        if (read !== child) node[key] = read;
      }
    }
    if (aliased && (aliased.share() > 1 || (depth > maxDepth && !cuts.has(node)))) return undefined;
  }
  for (const holder of deepest) cutContainers(holder, { cuts, reason: "nesting" });
  return { aliased: aliased?.share() ?? 0, keys, hasMappingKeys };
}

/**
 * Returns a number, or the largest one for a number such as `1e400`, which JavaScript reads as infinite (RFC 8259,
 * section 6).
 */
function withinLimits(value: number): number {
  return Math.abs(value) === Number.POSITIVE_INFINITY ? Math.sign(value) * Number.MAX_VALUE : value;
}
