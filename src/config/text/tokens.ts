/** A token of JavaScript, TypeScript or JSON source: enough to find imports, names and keys. */
export interface Token {
  kind: "word" | "string" | "number" | "punctuation";
  /** The value of a string; otherwise the source text. */
  text: string;
  /** Offset in the source. */
  start: number;
}

/** The tokens of a source, in order. */
interface Scan {
  tokens: Token[];
  /** False if the source contains something that is ambiguous without parsing, such as `/`. */
  certain: boolean;
}

const BLANK = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?<![\s\S])#![^\n]*)+/y;
const WORD = /[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /\d[\w.]*/y;
const STRING = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;
const REGEX = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;

/**
 * Splits source text into tokens, without comments. A template literal with expressions becomes its pieces of text and,
 * in round brackets, its expressions. Never fails: anything unknown becomes punctuation, and makes the result
 * uncertain.
 */
export function scanSource(text: string): Scan {
  return new Scanner(text).scan();
}

class Scanner {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  /** The number of open curly brackets in each enclosing template literal. */
  readonly #templates: number[] = [];
  #certain = true;
  #openBrackets = 0;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): Scan {
    while (this.#at < this.#text.length) {
      if (this.#take(BLANK) !== undefined) continue;
      const start = this.#at;
      const word = this.#take(WORD);
      const number = word === undefined ? this.#take(NUMBER) : undefined;
      const string = word === undefined && number === undefined ? this.#take(STRING) : undefined;
      if (word !== undefined) this.#tokens.push({ kind: "word", text: word, start });
      else if (number !== undefined) this.#tokens.push({ kind: "number", text: number, start });
      else if (string !== undefined)
        this.#tokens.push({ kind: "string", text: unescapeText(string.slice(1, -1)), start });
      else this.#punctuation();
    }
    return { tokens: this.#tokens, certain: this.#certain };
  }

  /** Skips what a pattern matches here. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  /** Reads one character, or the template literal or regular expression that begins with it. */
  #punctuation(): void {
    const character = this.#text[this.#at]!;
    if (character === "`") {
      this.#at += 1;
      this.#templateText();
      return;
    }
    if (character === "}" && this.#templates.at(-1) === this.#openBrackets) {
      this.#templates.pop();
      this.#push(")");
      this.#templateText();
      return;
    }
    if (character === "{") this.#openBrackets += 1;
    if (character === "}") this.#openBrackets -= 1;
    if (`/\\"'`.includes(character)) this.#certain = false;
    if (character === "/" && regexMayFollow(this.#tokens.at(-1)) && this.#take(REGEX) !== undefined) return;
    this.#push(character);
  }

  /** Reads a template literal's text, up to its end or its next expression. */
  #templateText(): void {
    const start = this.#at;
    this.#tokens.push({ kind: "string", text: unescapeText(this.#take(TEMPLATE_TEXT) ?? ""), start });
    if (!this.#text.startsWith("${", this.#at)) {
      this.#at += 1;
      return;
    }
    this.#tokens.push({ kind: "punctuation", text: "(", start: this.#at });
    this.#templates.push(this.#openBrackets);
    this.#at += 2;
  }

  #push(character: string): void {
    this.#tokens.push({ kind: "punctuation", text: character, start: this.#at });
    this.#at += 1;
  }
}

/** Words after which a slash begins a regular expression. */
const BEFORE_REGEX = new Set("return typeof case in of void delete throw new else do await yield".split(" "));

function regexMayFollow(before: Token | undefined): boolean {
  if (before?.kind === "word") return BEFORE_REGEX.has(before.text);
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
