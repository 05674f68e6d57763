import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { scanSource, type Token } from "../../config/index.js";

/** The exports of a module, as far as its own text shows them. */
interface Exports {
  /** Undefined if there is an export whose names require parsing the source. */
  names: string[] | undefined;
  /** The specifiers of modules whose exports are all re-exported. */
  passedOn: string[];
}

/** The exports read last, by file. The modules of an app need the same few files again and again. */
const known = new Map<string, { text: string; exports: Exports }>();

/**
 * Returns the names that a module exports, including types, from its text. Undefined if they are not known, because a
 * file is missing or has an unknown form of export (ECMA-262, section 16.2.3).
 */
export async function exportedNames(file: string): Promise<ReadonlySet<string> | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const { names, passedOn } = exportsOf(file, text);
  if (!names) return undefined;
  const all = new Set(names);
  for (const source of passedOn) {
    const others = await firstOf(candidates(resolve(dirname(file), source)));
    if (!others) return undefined;
    for (const name of others) if (name !== "default") all.add(name);
  }
  return all;
}

function exportsOf(file: string, text: string): Exports {
  const last = known.get(file);
  if (last?.text === text) return last.exports;
  const exports = scanExports(text);
  known.set(file, { text, exports });
  return exports;
}

function scanExports(text: string): Exports {
  const { tokens } = scanSource(text);
  const names: string[] = [];
  const passedOn: string[] = [];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "punctuation") depth += BRACKETS[token.text] ?? 0;
    if (depth !== 0 || token.text !== "export" || token.kind !== "word" || tokens[index - 1]?.text === ".") continue;
    const statement = tokens[index + 1]?.text === "type" && isList(tokens[index + 2]) ? index + 2 : index + 1;
    const source = passedOnWhole(tokens, statement);
    const own = source === undefined ? namesAt(tokens, statement) : [];
    if (!own) return { names: undefined, passedOn };
    names.push(...own);
    if (source !== undefined) passedOn.push(source);
  }
  // A misread bracket may have hidden an export.
  return { names: depth === 0 ? names : undefined, passedOn };
}

const BRACKETS: Record<string, number> = { "(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1 };

function isList(token: Token | undefined): boolean {
  return token?.kind === "punctuation" && (token.text === "{" || token.text === "*");
}

/** `* from "source"`. */
function passedOnWhole(tokens: readonly Token[], at: number): string | undefined {
  const [star, from, source] = tokens.slice(at, at + 3);
  return star?.text === "*" && from?.text === "from" && source?.kind === "string" ? source.text : undefined;
}

/** The names of the export whose first token after `export` is at `at`; undefined if they are not known. */
function namesAt(tokens: readonly Token[], at: number): string[] | undefined {
  const first = tokens[at];
  if (first?.kind === "word") return first.text === "default" ? ["default"] : declaredName(tokens, at);
  if (first?.text === "*") return tokens[at + 1]?.text === "as" ? [tokens[at + 2]?.text ?? ""] : undefined;
  return first?.text === "{" ? listedNames(tokens, at + 1) : undefined;
}

/** The last word of each item, up to the closing bracket. */
function listedNames(tokens: readonly Token[], at: number): string[] {
  const names: string[] = [];
  for (let index = at; index < tokens.length; index += 1) {
    const { text, kind } = tokens[index]!;
    if (kind === "punctuation" && text === "}") break;
    const next = tokens[index + 1];
    if (text !== "," && (next?.text === "," || next?.text === "}")) names.push(text);
  }
  return names;
}

/** The words before the name in a declaration. Any but the last of them can also be that name. */
const BEFORE_NAME = new Set(
  "abstract async class const declare enum function interface let module namespace type var *".split(" "),
);
const AFTER_NAME = new Set(["extends", "implements"]);

/** The name that a declaration declares; undefined if it declares several, or uses a pattern. */
function declaredName(tokens: readonly Token[], at: number): string[] | undefined {
  let index = at;
  while (BEFORE_NAME.has(tokens[index]?.text ?? "") && mayBeName(tokens[index + 1])) index += 1;
  const name = tokens[index];
  if (index === at || name?.kind !== "word") return undefined;
  const isVariable = tokens.slice(at, index).some(({ text }) => text === "const" || text === "let" || text === "var");
  return isVariable && hasComma(tokens, index) ? undefined : [name.text];
}

function mayBeName(token: Token | undefined): boolean {
  return token?.text === "*" || (token?.kind === "word" && !AFTER_NAME.has(token.text));
}

/** True if another variable may follow in the same statement. */
function hasComma(tokens: readonly Token[], at: number): boolean {
  let depth = 0;
  for (let index = at; index < tokens.length; index += 1) {
    const { kind, text } = tokens[index]!;
    if (kind === "punctuation") depth += BRACKETS[text] ?? 0;
    if (depth === 0 && text === "," && kind === "punctuation") return true;
    if (depth === 0 && (text === ";" || text === "export")) return false;
  }
  return false;
}

function candidates(path: string): string[] {
  return [path, path.replace(/\.js$/, ".ts"), path.replace(/\.js$/, ".d.ts")];
}

async function firstOf(files: readonly string[]): Promise<ReadonlySet<string> | undefined> {
  for (const file of files) {
    const names = await exportedNames(file);
    if (names) return names;
  }
  return undefined;
}
