import { SourceText } from "../../diagnostics/index.js";

/** Why a text is not JSON, and where. */
export interface JsonFault {
  message: string;
  line: number;
  column: number;
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR =
  /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

type Expected = "value" | "key" | "colon" | "separator" | "end";

/**
 * Finds the first place where a text stops being JSON, which `JSON.parse` tells in words that differ between versions
 * of Node and often without the place. Undefined where the text is JSON.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const closers: string[] = [];
  let expected: Expected = "value";
  let opened = false;
  let at = 0;
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? "";
  };

  while (true) {
    at += match(SPACE).length;
    const character = text[at];
    const scalar = match(SCALAR);
    const closer = closers.at(-1);
    if (expected === "end" && character === undefined) return undefined;
    if ((expected === "separator" || opened) && character !== undefined && character === closer) {
      closers.pop();
      at += 1;
      opened = false;
      expected = closers.length > 0 ? "separator" : "end";
    } else if (expected === "separator" && character === ",") {
      at += 1;
      expected = closer === "}" ? "key" : "value";
    } else if (expected === "colon" && character === ":") {
      at += 1;
      expected = "value";
    } else if (expected === "key" && scalar.startsWith('"')) {
      at += scalar.length;
      opened = false;
      expected = "colon";
    } else if (expected === "value" && (character === "{" || character === "[")) {
      closers.push(character === "{" ? "}" : "]");
      at += 1;
      opened = true;
      expected = character === "{" ? "key" : "value";
    } else if (expected === "value" && scalar !== "") {
      at += scalar.length;
      opened = false;
      expected = closers.length > 0 ? "separator" : "end";
    } else {
      const message = explain({ expected, character, closer, text, at });
      return { message, ...new SourceText(text).positionAt(at) };
    }
  }
}

function explain(fault: {
  expected: Expected;
  character: string | undefined;
  closer: string | undefined;
  text: string;
  at: number;
}): string {
  const { expected, character, closer, text, at } = fault;
  if (text.startsWith("//", at) || text.startsWith("/*", at)) return "JSON has no comments";
  if (character !== undefined && character === closer) return `there is a comma too many before this \`${closer}\``;
  const given = character === undefined ? "the end of the file" : JSON.stringify(character);
  if (expected === "end") return `there is ${given} after the end of the value`;
  const wanted = {
    value: "a value",
    key: "a key in double quotes",
    colon: "`:` after the key",
    separator: `\`,\` or \`${closer}\``,
  }[expected];
  return `${wanted} is expected, not ${given}`;
}
