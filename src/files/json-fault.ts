/** Why a text is not JSON, and the offset at which that shows. */
interface JsonFault {
  offset: number;
  /** A sentence without its capital and its full stop. */
  reason: string;
}

type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma" | "end";

const SPACE = /[ \t\r\n]+/y;

/**
 * The first place at which a text leaves the grammar of JSON (RFC 8259), or undefined when it never does. The message
 * of `JSON.parse` differs from one Node version to the next and often has no position.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const fault = firstFault(text);
  if (fault && COMMENT.has(text.slice(fault.offset, fault.offset + 2))) {
    return { offset: fault.offset, reason: "JSON has no comments" };
  }
  return fault;
}

const COMMENT = new Set(["//", "/*"]);

function firstFault(text: string): JsonFault | undefined {
  const closers: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    if (SPACE.test(text)) at = SPACE.lastIndex;
    const char = text[at];
    if (char === undefined) {
      return expected === "end" ? undefined : { offset: at, reason: "the text ends before the value does" };
    }
    const closer = closers.at(-1);
    if (expected === "end" && char === ":")
      return { offset: text.search(/\S/), reason: 'a "{" is missing at the beginning' };
    if (expected === "end") return { offset: at, reason: "there is more text after the end of the value" };
    if (expected === "colon") {
      if (char !== ":") return { offset: at, reason: "a colon is missing after the key" };
      expected = "value";
      at++;
    } else if (expected === "comma" && char === ",") {
      expected = closer === "}" ? "key" : "value";
      at++;
    } else if (char === closer && expected !== "key" && expected !== "value") {
      closers.pop();
      expected = closers.length === 0 ? "end" : "comma";
      at++;
    } else if (expected === "comma") {
      return { offset: at, reason: `a comma or "${closer}" is missing` };
    } else if (expected === "key" || expected === "key or }") {
      if (char !== '"') return { offset: at, reason: keyReason(char) };
      const end = endOfString(text, at);
      if (typeof end !== "number") return end;
      expected = "colon";
      at = end;
    } else if (char === "{" || char === "[") {
      closers.push(char === "{" ? "}" : "]");
      expected = char === "{" ? "key or }" : "value or ]";
      at++;
    } else {
      const end = endOfScalar(text, at);
      if (typeof end !== "number") return end;
      expected = closers.length === 0 ? "end" : "comma";
      at = end;
    }
  }
}

function keyReason(char: string): string {
  return char === "}" ? `there is a comma too many before this "}"` : "a key in double quotes is expected";
}

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function endOfScalar(text: string, at: number): number | JsonFault {
  if (text[at] === '"') return endOfString(text, at);
  literal.lastIndex = at;
  if (literal.test(text)) return literal.lastIndex;
  if (text[at] === "]") return { offset: at, reason: `there is a comma too many before this "]"` };
  return { offset: at, reason: "a value is expected" };
}

const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

function endOfString(text: string, at: number): number | JsonFault {
  let next = at + 1;
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (code === 34) return next + 1;
    if (code < 32) return { offset: next, reason: "a string holds a line break or control character" };
    if (code === 92) {
      escapeSequence.lastIndex = next;
      if (!escapeSequence.test(text)) return { offset: next, reason: "a string holds an unknown escape sequence" };
      next = escapeSequence.lastIndex;
    } else next++;
  }
  return { offset: at, reason: "a string does not end" };
}
