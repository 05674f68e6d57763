import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { decodedText } from "../json/index.js";

/** `$ref` with its value, in JSON and in YAML, up to the fragment. */
const REFERENCE = /["']?\$ref["']?\s*:\s*(?:"([^"#\n]+)|'([^'#\n]+)|([^\s"'#,{}[\]]+))/g;

/** More files than this are no spec that somebody edits by hand. */
const MOST_FILES = 1000;

/**
 * The files that specs refer to, themselves included, whether they exist or not: read off the text, so that it works
 * for a spec that does not parse, and for a file that is still missing. Addresses on the network are left out. (OpenAPI
 * Specification 3.1, section 4.8.23: Reference Object)
 */
export async function referredFiles(specs: readonly string[]): Promise<string[]> {
  const found = new Set(specs);
  for (const file of found) {
    if (found.size > MOST_FILES) break;
    const text = await readFile(file, "utf8").catch(() => "");
    for (const [, ...values] of text.matchAll(REFERENCE)) {
      const reference = values.find((value) => value !== undefined) ?? "";
      if (!/^[a-z][a-z\d+.-]+:|^\/\//i.test(reference)) found.add(resolve(dirname(file), decodedText(reference)));
    }
  }
  return [...found];
}
