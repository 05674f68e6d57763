import { scanSource, type Token } from "../../config/index.js";

/** A name that a module imports: the export's name. */
interface NamedImport {
  name: string;
  /** The offset of the name in the source. */
  start: number;
  /** The specifier, as written. */
  source: string;
}

/**
 * Returns the names in `import { … } from "…"` of a module, except in `import type`. Searches the text, and never
 * fails.
 */
export function namedImports(code: string): NamedImport[] {
  const { tokens } = scanSource(code);
  return tokens.flatMap((token, index) => {
    if (token.kind !== "word" || token.text !== "import") return [];
    const open = openingBrace(tokens, index + 1);
    const close = tokens.findIndex((other, at) => at > open && other.text === "}" && other.kind === "punctuation");
    const source = tokens[close + 2];
    if (open === -1 || tokens[close + 1]?.text !== "from" || source?.kind !== "string") return [];
    return specifiers(tokens.slice(open + 1, close)).map(({ text, start }) => {
      return { name: text, start, source: source.text };
    });
  });
}

/** The index of the opening brace after `import` or `import name,`; -1 if there is none. */
function openingBrace(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text === "{") return at;
  return tokens[at + 1]?.text === "," && tokens[at + 2]?.text === "{" ? at + 2 : -1;
}

/** The first word of each import specifier, except `type Name`. */
function specifiers(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, index) => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const isFirst = before === undefined || before.text === ",";
    const isType = token.text === "type" && after?.kind === "word" && after.text !== "as";
    return token.kind === "word" && isFirst && !isType;
  });
}
