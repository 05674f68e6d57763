import { scanSource, type Token } from "./tokens.js";

/** What the text of a module says about where its value comes from. */
interface ModuleText {
  /** Specifiers of the files it imports: those that begin with `./` or `../`. */
  files: string[];
  /** True when its value depends on nothing but its text and those files, as far as can be told without running it. */
  pure: boolean;
}

/** Names of what differs from run to run or from machine to machine. */
const IMPURE = new Set(
  (
    "process Deno Bun Date Temporal Intl fetch XMLHttpRequest WebSocket fs crypto performance navigator " +
    "globalThis global window self eval Function __dirname __filename"
  ).split(" "),
);

/** Modules that add nothing of their own to a config. */
const OWN_PACKAGE = "b44-gen";

/** Reads a module's imports and purity off its text. Never fails; what it cannot tell is not pure. */
export function readModuleText(text: string): ModuleText {
  const { tokens, certain } = scanSource(text);
  const files = new Set<string>();
  let pure = certain;
  let typesOnly = false;
  const add = (specifier: string): void => {
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) files.add(specifier);
    else if (specifier !== OWN_PACKAGE && !typesOnly) pure = false;
  };

  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "word") continue;
    const next = tokens[index + 1];
    if (token.text === "from" && next?.kind === "string") {
      add(next.text);
      typesOnly = false;
    } else if (token.text === "import" || token.text === "require") {
      typesOnly = isTypesOnly(tokens, index + 1);
      if (token.text === "import" && next?.kind === "string") add(next.text);
      else if (next?.text === "(") {
        const specifier = soleArgument(tokens, index + 2);
        if (specifier === undefined) pure = false;
        else add(specifier);
      } else if (token.text === "require" || next?.text === ".") pure = false;
    } else if (token.text === "export") {
      typesOnly = isTypesOnly(tokens, index + 1);
    } else if (IMPURE.has(token.text) || token.text.startsWith("toLocale") || isRandom(tokens, index)) {
      pure = false;
    }
  }
  return { files: [...files], pure };
}

/** True for `type {`, `type *` and `type Name`; `type` alone is a name as any other. */
function isTypesOnly(tokens: Token[], index: number): boolean {
  const after = tokens[index + 1];
  if (tokens[index]?.text !== "type" || after === undefined) return false;
  return after.kind === "word" ? after.text !== "from" : after.text === "{" || after.text === "*";
}

/** The first argument of a call, if it is a plain string: not the beginning of a template or of an expression. */
function soleArgument(tokens: Token[], index: number): string | undefined {
  const argument = tokens[index];
  const after = tokens[index + 1]?.text;
  return argument?.kind === "string" && (after === ")" || after === ",") ? argument.text : undefined;
}

function isRandom(tokens: Token[], index: number): boolean {
  if (tokens[index]!.text !== "Math") return false;
  return tokens[index + 1]?.text !== "." || tokens[index + 2]?.text === "random";
}
