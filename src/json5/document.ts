/** A value in JSON5 text, with the offsets of its start and end. */
export type Json5Node =
  | { kind: "object"; start: number; end: number; members: Json5Member[] }
  | { kind: "array"; start: number; end: number; items: Json5Node[] }
  | { kind: "string"; start: number; end: number; value: string }
  /** A number, `true`, `false` or `null`, not interpreted. */
  | { kind: "word"; start: number; end: number };

/** A member of an object, with its name decoded. */
interface Json5Member {
  key: string;
  value: Json5Node;
}

/** A syntax error in JSON5 text: its offset and reason. */
interface Json5Fault {
  offset: number;
  problem: string;
}

/** Limits that files written by people do not exceed. */
const deepest = 100;
const longest = 1_000_000;

/** A syntax error, thrown only within this module. */
class Broken extends Error {
  constructor(readonly fault: Json5Fault) {
    super(fault.problem);
  }
}

/**
 * Parses JSON with comments, and also JSON5's commas, names and quotes, because the Base44 CLI accepts these too. Never
 * throws.
 */
export function parseJson5(text: string): { root: Json5Node } | { fault: Json5Fault } {
  try {
    return { root: new Reader(text).document() };
  } catch (error) {
    if (error instanceof Broken) return { fault: error.fault };
    throw error;
  }
}

/** Returns the last member with a name, which is the one that counts; undefined if there is none. */
export function json5Member(node: Json5Node, key: string): Json5Node | undefined {
  return node.kind === "object" ? node.members.findLast((member) => member.key === key)?.value : undefined;
}

const blank = /\s*/y;
/** Matches a line comment or a block comment. */
const comment = /\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\//y;
const sequence = String.raw`\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|\r\n|[^ux])`;
const quoted = new RegExp(`"(?:[^"\\\\\n\r]|${sequence})*"|'(?:[^'\\\\\n\r]|${sequence})*'`, "y");
const name = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const word = /[^\s,:{}[\]"'/]+/y;
const escapes = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g;
const controls: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", "0": "\0" };

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  document(): Json5Node {
    if (this.text.length > longest) this.fail("It is too long");
    this.skip();
    const root = this.value();
    if (this.at < this.text.length) this.fail("There is more content after the end of the value");
    return root;
  }

  /** Reads a value and the whitespace after it. */
  private value(): Json5Node {
    if (++this.depth > deepest) this.fail("It is nested too deeply");
    const node = this.node();
    this.depth--;
    this.skip();
    return node;
  }

  private node(): Json5Node {
    const start = this.at;
    if (this.next("{")) return this.object(start);
    return this.next("[") ? this.array(start) : this.scalar();
  }

  private object(start: number): Json5Node {
    const members: Json5Member[] = [];
    this.list("}", () => {
      const key = this.take(quoted);
      const text = key === undefined ? this.take(name) : decoded(key);
      if (text === undefined) this.fail("A name is missing");
      this.skip();
      if (!this.next(":")) this.fail("A colon is missing");
      this.skip();
      members.push({ key: text, value: this.value() });
    });
    return { kind: "object", start, end: this.at, members };
  }

  private array(start: number): Json5Node {
    const items: Json5Node[] = [];
    this.list("]", () => items.push(this.value()));
    return { kind: "array", start, end: this.at, items };
  }

  /** Reads items up to a closing bracket, separated by commas; a trailing comma is allowed. */
  private list(close: string, item: () => void): void {
    this.skip();
    while (!this.next(close)) {
      item();
      if (this.next(",")) this.skip();
      else if (this.text[this.at] !== close) this.fail(`A comma or "${close}" is missing`);
    }
  }

  private scalar(): Json5Node {
    const start = this.at;
    const string = this.take(quoted);
    if (string !== undefined) return { kind: "string", start, end: this.at, value: decoded(string) };
    if (this.take(word) === undefined) this.fail("A value is missing");
    return { kind: "word", start, end: this.at };
  }

  /**
   * Skips whitespace and comments. It matches one comment at a time, because a pattern for all of them could backtrack.
   */
  private skip(): void {
    do this.take(blank);
    while (this.take(comment) !== undefined);
    if (this.text.startsWith("/*", this.at)) this.fail("A comment is not closed");
  }

  private next(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private fail(problem: string): never {
    throw new Broken({ offset: this.at, problem });
  }
}

/** Decodes a string literal. */
function decoded(literal: string): string {
  return literal.slice(1, -1).replace(escapes, (_, unicode?: string, hex?: string, single?: string) => {
    const code = unicode ?? hex;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (single === undefined || /^[\r\n\u2028\u2029]/.test(single)) return "";
    return Object.hasOwn(controls, single) ? (controls[single] ?? single) : single;
  });
}
