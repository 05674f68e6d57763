/** A token of JavaScript, TypeScript or JSON source: just enough to find imports, names and keys. */
export interface Token {
  kind: "word" | "string" | "number" | "punctuation";
  /** A string's value; otherwise the source itself. */
  text: string;
  /** Offset in the source. */
  start: number;
}

/** The tokens of a source, in its order. */
interface Scan {
  tokens: Token[];
  /** False where the source holds something that cannot be told apart without parsing it, such as `/`. */
  certain: boolean;
}

const BLANK = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<![\s\S])#![^\n]*)+/y;
const WORD = /[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /\d[\w.]*/y;
const STRING = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;
const REGEX = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;

/**
 * Splits source text into tokens, without comments. A template literal with expressions becomes its pieces of text
 * and, in round brackets, its expressions. Never fails: what it does not understand is punctuation, and not certain.
 */
export function scanSource(text: string): Scan {
  const tokens: Token[] = [];
  const templates: number[] = [];
  let certain = true;
  let depth = 0;
  let at = 0;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const templateText = (): void => {
    const start = at;
    const value = unescapeText(take(TEMPLATE_TEXT) ?? "");
    tokens.push({ kind: "string", text: value, start });
    if (text.startsWith("${", at)) {
      tokens.push({ kind: "punctuation", text: "(", start: at });
      templates.push(depth);
      at += 2;
    } else {
      at += 1;
    }
  };

  while (at < text.length) {
    if (take(BLANK) !== undefined) continue;
    const start = at;
    const word = take(WORD);
    if (word !== undefined) {
      tokens.push({ kind: "word", text: word, start });
      continue;
    }
    const number = take(NUMBER);
    if (number !== undefined) {
      tokens.push({ kind: "number", text: number, start });
      continue;
    }
    const string = take(STRING);
    if (string !== undefined) {
      tokens.push({ kind: "string", text: unescapeText(string.slice(1, -1)), start });
      continue;
    }
    const character = text[at]!;
    if (character === "`") {
      at += 1;
      templateText();
      continue;
    }
    if (character === "}" && templates.at(-1) === depth) {
      templates.pop();
      tokens.push({ kind: "punctuation", text: ")", start });
      at += 1;
      templateText();
      continue;
    }
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if (`/\\"'`.includes(character)) certain = false;
    if (character === "/" && regexMayFollow(tokens.at(-1)) && take(REGEX) !== undefined) continue;
    tokens.push({ kind: "punctuation", text: character, start });
    at += 1;
  }
  return { tokens, certain };
}

function regexMayFollow(before: Token | undefined): boolean {
  return before === undefined || (before.kind === "punctuation" && !")]}".includes(before.text));
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", "0": "\0", "\n": "" };

function unescapeText(raw: string): string {
  return raw.replace(/\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(\r\n|[\s\S]))/gi, (...groups) => {
    const [all, braced, four, two, other] = groups as (string | undefined)[];
    const digits = braced ?? four ?? two;
    if (digits === undefined) return other === "\r\n" ? "" : (ESCAPES[other!] ?? other!);
    const code = Number.parseInt(digits, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all!;
  });
}
