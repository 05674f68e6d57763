import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { decodedText } from "../json/index.js";

/** Matches `$ref` and its value up to the fragment, in JSON and YAML. */
const REFERENCE = /["']?\$ref["']?\s*:\s*(?:"([^"#\n]+)|'([^'#\n]+)|([^\s"'#,{}[\]]+))/g;

/** The maximum number of files. A spec that is edited by hand has fewer. */
const MOST_FILES = 1000;

/**
 * Returns the files that specs reference, including themselves, whether they exist or not. It searches the text, so
 * that it works for specs with syntax errors and for missing files. Omits URLs. (OpenAPI Specification 3.1, section
 * 4.8.23: Reference Object)
 */
export async function referencedFiles(specs: readonly string[]): Promise<string[]> {
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
