import { readFileSync } from "node:fs";
import { extname } from "node:path";
import type { Diagnostic } from "../../diagnostics/index.js";
import { shownFile } from "../../files/index.js";
import { type KeyLocator, type KeyPath, keyLocator, pointerTo } from "./locate.js";

/**
 * A part of a config file: the entry of an API or of one of the app's own functions, or the whole file. Also used for
 * other config files of the project, such as a tsconfig.
 */
export interface ConfigEntry {
  /** Absolute path of the config. */
  file: string;
  /** The keys of the entry, for example `["apis", "my-crm"]`; none for the whole file. */
  path: KeyPath;
}

/** Reads a file; empty if it was removed since it was loaded. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/**
 * Gives each diagnostic that has a `setting` its place in the config: line and column, and for JSON also a pointer.
 * Without an entry, the existing place is kept. Other diagnostics are unchanged.
 */
export function locateSettings(diagnostics: Diagnostic[], entry: ConfigEntry | undefined): Diagnostic[] {
  let locator: KeyLocator | undefined;
  return diagnostics.map((item) => {
    const { setting, ...found } = item;
    if (setting === undefined) return item;
    if (!entry) return found;
    const json = /^\.jsonc?$/.test(extname(entry.file));
    locator ??= keyLocator(textOf(entry.file), { json });
    const path = [...entry.path, ...setting];
    const pointer = json ? { pointer: pointerTo(path) } : {};
    return { ...found, location: { file: shownFile(entry.file), ...pointer, ...locator.locate(path) } };
  });
}
