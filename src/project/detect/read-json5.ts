import { readIfThere } from "../../files/index.js";
import { json5Value } from "../../json5/index.js";

/**
 * Reads a JSON5 file, as Base44's CLI reads all of its files. Returns `missing` if it does not exist, `unreadable` if
 * the system refuses or the text is not JSON5. Never rejects.
 */
export async function readJson5(file: string): Promise<{ value: unknown } | "missing" | "unreadable"> {
  try {
    const bytes = await readIfThere(file);
    if (bytes === undefined) return "missing";
    const value = json5Value(bytes.toString("utf8"));
    return value === undefined ? "unreadable" : { value };
  } catch {
    return "unreadable";
  }
}
