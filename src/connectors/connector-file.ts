import { type Position, SourceText } from "../diagnostics/index.js";
import { type Json5Node, json5Member, parseJson5 } from "../json5/index.js";
import type { Alternatives } from "./alternatives.js";
import { missingScopes, superfluousScopes } from "./scope-differences.js";

/** A connector file that the user owns, and the scopes that it is compared with. */
interface ConnectorFile {
  text: string;
  /** The scopes that would be written for the generated operations. */
  needed: readonly string[];
  /** The alternatives of each generated operation. */
  alternatives: readonly Alternatives[];
}

/** The result of {@link compareScopes}. */
type ScopeComparison = UnreadableFile | ComparedScopes;

/** A fault in a connector file, and its place. */
export interface UnreadableFile extends Position {
  readable: false;
  /** The fault, as a sentence without a full stop. */
  problem: string;
}

/** The difference between the scopes of a file and those that operations need. */
export interface ComparedScopes {
  readable: true;
  /** The scopes to add so that every operation has those that it needs; undefined if none are missing. */
  missing: MissingScopes | undefined;
  /** The scopes that no generated operation needs, in the file's order. Other code may need them. */
  superfluous: (Position & { scope: string })[];
}

/** Scopes to add. Inserting `text` at the position adds them, and keeps the file well-formed. */
interface MissingScopes extends Position {
  scopes: string[];
  text: string;
}

/**
 * Compares the scopes of a connector file with those that the generated operations need. Nothing is missing for an
 * operation if the file's scopes satisfy any of its alternatives, so a broader scope is enough. Never throws: a file
 * that cannot be read is a result.
 */
export function compareScopes({ text, needed, alternatives }: ConnectorFile): ScopeComparison {
  const source = new SourceText(text);
  const unreadable = (offset: number, problem: string): UnreadableFile => {
    return { readable: false, problem, ...source.positionAt(offset) };
  };
  const parsed = parseJson5(text);
  if ("fault" in parsed) return unreadable(parsed.fault.offset, parsed.fault.problem);
  const { root } = parsed;
  if (root.kind !== "object") return unreadable(root.start, "The file is not an object");
  const list = json5Member(root, "scopes");
  if (list && list.kind !== "array") return unreadable(list.start, "`scopes` is not an array");
  const entries: { scope: string; start: number }[] = [];
  for (const item of list?.items ?? []) {
    if (item.kind !== "string") return unreadable(item.start, "`scopes` has an entry that is not a string");
    entries.push({ scope: item.value, start: item.start });
  }
  const present = entries.map(({ scope }) => scope);
  const missing = missingScopes({ present, needed, alternatives });
  const kept = [...needed.filter((scope) => present.includes(scope)), ...missing];
  const spare = superfluousScopes({ present, needed: kept, alternatives });
  const superfluous = entries.filter(({ scope }, index) => spare.has(scope) || present.indexOf(scope) < index);
  return {
    readable: true,
    missing:
      missing.length > 0
        ? {
            scopes: missing,
            text: insertion({ text, root, list, missing }),
            ...source.positionAt((list ?? root).start + 1),
          }
        : undefined,
    superfluous: superfluous.map(({ scope, start }) => ({ scope, ...source.positionAt(start) })),
  };
}

/**
 * The text to insert after the opening bracket of the array, so that the scopes come first, on lines of their own if
 * the array has lines; or after the opening brace of the file if it has no array.
 */
function insertion(place: {
  text: string;
  root: Json5Node;
  list: Json5Node | undefined;
  missing: readonly string[];
}): string {
  const { text, root, list, missing } = place;
  const literals = missing.map((scope) => JSON.stringify(scope));
  const { start, end } = list ?? root;
  const content = text.slice(start + 1, end - 1);
  const lineBreak = lineBreakIn(content);
  const isOneLine = lineBreak === "";
  const comma = isOneLine ? ", " : `,${lineBreak}`;
  const added = list ? literals.join(comma) : `"scopes": [${literals.join(", ")}]`;
  if (isEmpty(list ?? root)) return `${lineBreak}${added}`;
  return `${lineBreak}${added}${isOneLine ? ", " : ","}`;
}

/** The line break and indentation between two brackets; empty if there is no line break. */
function lineBreakIn(content: string): string {
  if (!/[\n\r][ \t]*$/.test(content)) return "";
  return /(?:\r\n?|\n)[ \t]*(?=\S)/.exec(content)?.[0] ?? "\n  ";
}

function isEmpty(node: Json5Node): boolean {
  if (node.kind === "array") return node.items.length === 0;
  return node.kind !== "object" || node.members.length === 0;
}
