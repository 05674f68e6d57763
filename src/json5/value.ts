import { type Json5Node, parseJson5 } from "./document.js";

/**
 * Parses JSON, JSON with comments and trailing commas as in tsconfig.json, or JSON5 (https://spec.json5.org). Undefined
 * for any other text; never throws.
 */
export function json5Value(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const parsed = parseJson5(text);
    return "root" in parsed ? valueIn(parsed.root, text)?.value : undefined;
  }
}

/**
 * Converts a node to its value, wrapped in an object because it may be null; undefined if a word in it is not a value.
 */
function valueIn(node: Json5Node, text: string): { value: unknown } | undefined {
  if (node.kind === "string") return { value: node.value };
  if (node.kind === "word") return wordValue(text.slice(node.start, node.end));
  if (node.kind === "array") {
    const items = node.items.map((item) => valueIn(item, text));
    return items.includes(undefined) ? undefined : { value: items.map((item) => item?.value) };
  }
  const members = node.members.map(({ key, value }) => [key, valueIn(value, text)] as const);
  if (members.some(([, value]) => value === undefined)) return undefined;
  return { value: Object.fromEntries(members.map(([key, value]) => [key, value?.value])) };
}

const WORDS = new Map<string, unknown>([
  ["null", null],
  ["true", true],
  ["false", false],
]);
const NUMBER = /^([+-]?)(0[xX][\da-fA-F]+|(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|Infinity|NaN)$/;

function wordValue(word: string): { value: unknown } | undefined {
  if (WORDS.has(word)) return { value: WORDS.get(word) };
  const [, sign, digits] = NUMBER.exec(word) ?? [];
  if (digits === undefined) return undefined;
  return { value: sign === "-" ? -Number(digits) : Number(digits) };
}
