import type { TextForm } from "../../../diagnostics/index.js";
import type { RepeatedKey } from "../parse/repeated-keys.js";
import { isColon, jsonString, skipString } from "./scan.js";

/** Counts the keys in a valid JSON text. A key that occurs twice in an object counts twice. */
export function countJsonKeys(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; ) {
    const end = skipString(text, at);
    if (isColon(text, end)) count++;
    at = text.indexOf('"', end);
  }
  return count;
}

/** Returns the keys of a valid JSON text that repeat an earlier key of the same object, in the order of the text. */
export function repeatedJsonKeys(text: string, form: TextForm): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; ) {
    const char = text[at];
    if (char === "{") open.push(new Set());
    else if (char === "}") open.pop();
    if (char !== '"') {
      at++;
      continue;
    }
    const end = skipString(text, at);
    if (isColon(text, end)) {
      const key = jsonString(text.slice(at, end), form);
      const keys = open.at(-1);
      if (keys?.has(key)) found.push({ key, offset: at });
      keys?.add(key);
    }
    at = end;
  }
  return found;
}
