import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { byCodeUnit, concurrently } from "../../files/index.js";
import { memberOf } from "../../json/index.js";
import type { BackendFunction, Found } from "./backend-model.js";
import { filesBelow } from "./files-below.js";
import { readJson5 } from "./read-json5.js";

const CONFIG = /^function\.jsonc?$/;
const ENTRY = /^entry\.[jt]s$/;

/**
 * Finds the functions below a functions folder, by the rules of Base44's CLI. A function.jsonc (or .json) names a
 * function and its entry. A folder without one that has an entry.ts or entry.js is a function too, named after its
 * path, unless a folder on the path has a dot in its name. The result is sorted by name, with each name once. It is
 * incomplete if something cannot be read or a function.jsonc is not valid. Never rejects.
 */
export async function readFunctions(functionsDir: string): Promise<Found<BackendFunction>> {
  const files = await filesBelow(functionsDir, { wants: (name) => CONFIG.test(name) || ENTRY.test(name) });
  const paths = files.items.map((path) => split(path)).sort((one, other) => byCodeUnit(one.path, other.path));
  const configs = paths.filter(({ name }) => CONFIG.test(name));
  const configured = new Set(configs.map(({ way }) => way));
  const declared = await concurrently(configs, ({ path }) => readDeclared(join(functionsDir, path)));
  const plain = paths
    .filter(({ name, way }) => ENTRY.test(name) && way !== "" && !way.includes(".") && !configured.has(way))
    .map(({ name, way }) => {
      const folder = join(functionsDir, way);
      return { name: way, folder, entry: join(folder, name) };
    });
  const valid = declared.filter((one) => one !== undefined);
  const byName = new Map([...valid, ...plain].reverse().map((one) => [one.name, one]));
  return {
    items: [...byName.values()].sort((one, other) => byCodeUnit(one.name, other.name)),
    isComplete: files.isComplete && valid.length === declared.length,
  };
}

/** Reads the function that a function.jsonc declares; undefined if Base44's CLI would refuse it. */
async function readDeclared(file: string): Promise<BackendFunction | undefined> {
  const read = await readJson5(file);
  if (typeof read !== "object") return undefined;
  const [name, entry] = [memberOf(read.value, "name"), memberOf(read.value, "entry")];
  if (typeof name !== "string" || !/^[^.]+$/.test(name.trim()) || typeof entry !== "string" || entry === "") {
    return undefined;
  }
  const folder = dirname(file);
  const there = await stat(join(folder, entry)).catch(() => undefined);
  return there && { name: name.trim(), folder, entry: join(folder, entry) };
}

function split(path: string): { path: string; way: string; name: string } {
  const end = path.lastIndexOf("/");
  return { path, way: path.slice(0, Math.max(end, 0)), name: path.slice(end + 1) };
}
