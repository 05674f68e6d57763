import { scanSource, type Token } from "./tokens.js";

/** What the text of a module shows about the origin of its value. */
interface ModuleText {
  /** Specifiers of the files that it imports: those that begin with `./` or `../`. */
  files: string[];
  /** True if its value depends only on its text and those files, as far as can be known without running it. */
  pure: boolean;
}

/** Globals whose values differ between runs or machines. */
const IMPURE = new Set(
  (
    "process Deno Bun Date Temporal Intl fetch XMLHttpRequest WebSocket fs crypto performance navigator " +
    "globalThis global window self eval Function __dirname __filename"
  ).split(" "),
);

/** The module that adds nothing of its own to a config. */
const OWN_PACKAGE = "b44-gen";

/** Finds a module's imports in its text, and whether it is pure. When in doubt, it is not. Never fails. */
export function readModuleText(text: string): ModuleText {
  const { tokens, certain } = scanSource(text);
  const files = new Set<string>();
  let pure = certain;
  let typesOnly = false;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "word") continue;
    if (STATEMENTS.has(token.text)) typesOnly = isTypesOnly(tokens, index + 1);
    const found = importAt(tokens, index);
    if (found === undefined) pure &&= !isImpure(tokens, index);
    else if (found === UNTOLD) pure = false;
    else if (/^\.{1,2}(?:\/|$)/.test(found.specifier)) files.add(found.specifier);
    else pure &&= found.specifier === OWN_PACKAGE || typesOnly;
    if (found && token.text === "from") typesOnly = false;
  }
  return { files: [...files], pure };
}

/** The words that begin a statement or call that may import. */
const STATEMENTS = new Set(["import", "require", "export"]);

/** The result for an import whose specifier is not a plain string. */
const UNTOLD = "untold";

/** Returns what the word at an index imports; undefined if it imports nothing. */
function importAt(tokens: Token[], index: number): { specifier: string } | typeof UNTOLD | undefined {
  const word = tokens[index]!.text;
  const next = tokens[index + 1];
  if (next?.kind === "string" && (word === "from" || word === "import")) return { specifier: next.text };
  if (word !== "import" && word !== "require") return undefined;
  if (next?.text !== "(") return word === "require" || next?.text === "." ? UNTOLD : undefined;
  const specifier = soleArgument(tokens, index + 2);
  return specifier === undefined ? UNTOLD : { specifier };
}

function isImpure(tokens: Token[], index: number): boolean {
  const word = tokens[index]!.text;
  return IMPURE.has(word) || word.startsWith("toLocale") || isRandom(tokens, index);
}

/**
 * Whether a type-only import or export begins here: `type {`, `type *` or `type Name`. A `type` on its own is an
 * ordinary name.
 */
function isTypesOnly(tokens: Token[], index: number): boolean {
  const after = tokens[index + 1];
  if (tokens[index]?.text !== "type" || after === undefined) return false;
  return after.kind === "word" ? after.text !== "from" : after.text === "{" || after.text === "*";
}

/** Returns the first argument of a call if it is a plain string: not the beginning of a template or an expression. */
function soleArgument(tokens: Token[], index: number): string | undefined {
  const argument = tokens[index];
  const after = tokens[index + 1]?.text;
  return argument?.kind === "string" && (after === ")" || after === ",") ? argument.text : undefined;
}

function isRandom(tokens: Token[], index: number): boolean {
  if (tokens[index]!.text !== "Math") return false;
  return tokens[index + 1]?.text !== "." || tokens[index + 2]?.text === "random";
}
