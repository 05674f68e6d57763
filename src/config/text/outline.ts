import type { Token } from "./tokens.js";

/** A bracket in source text and the keys directly inside it. */
export interface Outline {
  bracket: "{" | "[" | "(";
  /** Offset of the bracket. */
  start: number;
  /** The keys of an object, or the elements of an array, named `0`, `1`, …. */
  entries: OutlineEntry[];
}

/** A key of an object, or an element of an array, in the text. */
export interface OutlineEntry {
  name: string;
  /** Offset of the key or element. */
  start: number;
  /** The first object or array in the entry's value, if it is written there. */
  value?: Outline;
}

interface Open {
  outline: Outline;
  entry: OutlineEntry | undefined;
  /** True if the next token begins an entry. */
  fresh: boolean;
}

/**
 * Returns every bracket of a source text, in the order in which they open. This is not a parser: a block of statements
 * looks like an object with odd keys, which does not matter for finding known keys.
 */
export function outlineOf(tokens: Token[]): Outline[] {
  const all: Outline[] = [];
  const stack: Open[] = [];
  for (const [index, token] of tokens.entries()) {
    const open = stack.at(-1);
    if (token.kind === "punctuation" && "}])".includes(token.text)) {
      stack.pop();
      continue;
    }
    if (open && token.kind === "punctuation" && token.text === ",") {
      open.fresh = true;
      open.entry = undefined;
      continue;
    }
    if (open?.fresh) {
      open.entry = beginEntry({ tokens, index, outline: open.outline });
      open.fresh = false;
    }
    if (token.kind === "punctuation" && "{[(".includes(token.text)) {
      const outline: Outline = { bracket: token.text as Outline["bracket"], start: token.start, entries: [] };
      const owner = owningEntry(stack);
      if (owner && outline.bracket !== "(") owner.value ??= outline;
      all.push(outline);
      stack.push({ outline, entry: undefined, fresh: outline.bracket !== "(" });
    }
  }
  return all;
}

function beginEntry(at: { tokens: Token[]; index: number; outline: Outline }): OutlineEntry | undefined {
  const { tokens, index, outline } = at;
  const token = tokens[index]!;
  let name: string | undefined;
  if (outline.bracket === "[") name = String(outline.entries.length);
  else if (token.kind !== "punctuation" && [":", ",", "}", "("].includes(tokens[index + 1]?.text ?? ""))
    name = token.text;
  if (name === undefined) return undefined;
  const entry = { name, start: token.start };
  outline.entries.push(entry);
  return entry;
}

/**
 * Returns the entry whose value is being read. Ignores the round brackets of calls and grouping, as in
 * `crm: api({ … })`.
 */
function owningEntry(stack: Open[]): OutlineEntry | undefined {
  return stack.findLast((open) => open.outline.bracket !== "(")?.entry;
}
