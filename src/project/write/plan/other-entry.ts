import { dirname, join, normalize } from "node:path";
import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { shownPath } from "../../../files/index.js";
import { memberOf } from "../../../json/index.js";
import { readJson5 } from "../../detect/read-json5.js";
import { onDisk } from "../disk/index.js";
import type { Place } from "./planned.js";

/** The help for a function in the config that was already written by hand. */
const REWRITE =
  "Copy its code elsewhere, delete this file, run `b44-gen`, and put the code into `run` of the entry.ts that b44-gen writes. Or remove the function from `functions` in b44-gen's config.";

const ENTRY = /^(.*\/)?entry\.([jt])s$/;

/**
 * Finds the file that already decides the entry of the function for which a new entry at `path` is planned: a
 * function.jsonc that names another file, or an entry in the other language, with which Base44 would see two functions
 * of the same name. Undefined if there is none.
 */
export async function otherEntry(path: string, place: Place): Promise<string | undefined> {
  const [, folder = "", letter] = ENTRY.exec(path) ?? [];
  if (letter === undefined) return undefined;
  for (const name of ["function.jsonc", "function.json"]) {
    const config = `${folder}${name}`;
    const read = await readJson5(join(place.folder, config));
    if (read === "missing") continue;
    const entry = typeof read === "object" ? memberOf(read.value, "entry") : undefined;
    return typeof entry === "string" && normalize(join(dirname(path), entry)) === normalize(path) ? undefined : config;
  }
  const other = `${folder}entry.${letter === "t" ? "js" : "ts"}`;
  if (place.leaving.has(other)) return undefined;
  return (await onDisk(place.folder, other)).kind === "file" ? other : undefined;
}

/**
 * Returns the diagnostic (B44-613) for an existing function in the place of one that is planned: for the API `api`, or,
 * if that is null, as an own function. `path` is the entry or function.jsonc of the existing one.
 */
export function functionExists(folder: string, { path, api }: { path: string; api: string | null }): Diagnostic {
  const file = shownPath(folder, path);
  const name = shownPath(join(folder, dirname(path)));
  const message = `The function ${name} already exists, and does not call b44-gen's handler. Nothing was written.`;
  return diagnostic("B44-613", { message, location: { file }, help: api === null ? REWRITE : undefined });
}
