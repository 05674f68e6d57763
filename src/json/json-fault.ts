/** The reason why text is not valid JSON, and the offset of the fault. */
interface JsonFault {
  offset: number;
  /** The reason, as a sentence without a capital and a full stop. */
  reason: string;
}

type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma" | "end";

const SPACE = /[ \t\r\n]+/y;

/**
 * Finds the first syntax error of JSON (RFC 8259) in text; undefined if there is none. The messages of `JSON.parse`
 * differ between Node versions and often have no position.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const fault = firstFault(text);
  if (fault && COMMENT.has(text.slice(fault.offset, fault.offset + 2))) {
    return { offset: fault.offset, reason: "JSON has no comments" };
  }
  return fault;
}

const COMMENT = new Set(["//", "/*"]);

/** The next state of the parser, and the offset where it continues. */
interface Step {
  at: number;
  expected: Expected;
}

function firstFault(text: string): JsonFault | undefined {
  /** The closing brackets of the open objects and arrays, the innermost last. */
  const closers: string[] = [];
  for (let step: Step = { at: 0, expected: "value" }; ; ) {
    const at = afterSpace(text, step.at);
    if (at === text.length) {
      return step.expected === "end" ? undefined : { offset: at, reason: "the file ends before the value is complete" };
    }
    const next = readNext(text, { ...step, at }, closers);
    if ("reason" in next) return next;
    step = next;
  }
}

function afterSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return SPACE.test(text) ? SPACE.lastIndex : at;
}

function readNext(text: string, { at, expected }: Step, closers: string[]): Step | JsonFault {
  const char = text[at] as string;
  const closer = closers.at(-1);
  switch (expected) {
    case "end":
      if (char === ":") return { offset: text.search(/\S/), reason: 'a "{" is missing at the beginning' };
      return { offset: at, reason: "there is more content after the end of the value" };
    case "colon":
      if (char !== ":") return { offset: at, reason: "a colon is missing after the key" };
      return { at: at + 1, expected: "value" };
    case "comma":
      if (char === closer) return close(at, closers);
      if (char !== ",") return { offset: at, reason: `a comma or "${closer}" is missing` };
      return { at: at + 1, expected: closer === "}" ? "key" : "value" };
    case "key or }":
      return char === closer ? close(at, closers) : readKey(text, at);
    case "key":
      return readKey(text, at);
    case "value or ]":
      return char === closer ? close(at, closers) : readValue(text, at, closers);
    case "value":
      return readValue(text, at, closers);
  }
}

function close(at: number, closers: string[]): Step {
  closers.pop();
  return { at: at + 1, expected: afterValue(closers) };
}

function readKey(text: string, at: number): Step | JsonFault {
  const char = text[at] as string;
  if (char !== '"') return { offset: at, reason: keyReason(char) };
  const end = endOfString(text, at);
  return typeof end === "number" ? { at: end, expected: "colon" } : end;
}

function readValue(text: string, at: number, closers: string[]): Step | JsonFault {
  const char = text[at];
  if (char === "{" || char === "[") {
    closers.push(char === "{" ? "}" : "]");
    return { at: at + 1, expected: char === "{" ? "key or }" : "value or ]" };
  }
  const end = endOfScalar(text, at);
  return typeof end === "number" ? { at: end, expected: afterValue(closers) } : end;
}

function afterValue(closers: readonly string[]): Expected {
  return closers.length === 0 ? "end" : "comma";
}

function keyReason(char: string): string {
  return char === "}" ? `there is an extra comma before this "}"` : "a key in double quotes is expected";
}

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function endOfScalar(text: string, at: number): number | JsonFault {
  if (text[at] === '"') return endOfString(text, at);
  literal.lastIndex = at;
  if (literal.test(text)) return literal.lastIndex;
  if (text[at] === "]") return { offset: at, reason: `there is an extra comma before this "]"` };
  return { offset: at, reason: "a value is expected" };
}

const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

function endOfString(text: string, at: number): number | JsonFault {
  let next = at + 1;
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (code === 34) return next + 1;
    if (code < 32) return { offset: next, reason: "a string contains a line break or control character" };
    if (code === 92) {
      escapeSequence.lastIndex = next;
      if (!escapeSequence.test(text)) return { offset: next, reason: "a string contains an invalid escape sequence" };
      next = escapeSequence.lastIndex;
    } else next++;
  }
  return { offset: at, reason: "a string has no closing quote" };
}
