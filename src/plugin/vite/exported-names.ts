import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

const DECLARED =
  /^export (?:declare )?(?:async )?(?:function|const|class|type|interface|enum) ([\p{ID_Continue}$]+)/gmu;
const LISTED = /^export (?:type )?\{([^}]*)\}/gm;
const PASSED_ON = /^export (?:type )?\* from "([^"]+)"/gm;

/**
 * The names that a generated file exports, types included, read off its text; undefined where that cannot be told,
 * because a file is not there.
 */
export async function exportedNames(file: string): Promise<Set<string> | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const names = new Set([...text.matchAll(DECLARED)].map(([, name = ""]) => name));
  for (const [, list = ""] of text.matchAll(LISTED)) {
    for (const item of list.split(",")) names.add(item.trim().split(/\s+/).at(-1) ?? "");
  }
  for (const [, source = ""] of text.matchAll(PASSED_ON)) {
    const passedOn = await firstOf(candidates(resolve(dirname(file), source)));
    if (!passedOn) return undefined;
    for (const name of passedOn) names.add(name);
  }
  return names;
}

function candidates(path: string): string[] {
  return [path, path.replace(/\.js$/, ".ts"), path.replace(/\.js$/, ".d.ts")];
}

async function firstOf(files: readonly string[]): Promise<Set<string> | undefined> {
  for (const file of files) {
    const names = await exportedNames(file);
    if (names) return names;
  }
  return undefined;
}
