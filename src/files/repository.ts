import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Returns the nearest folder with `.git` from `folder` upwards, as an absolute path; undefined if there is none. */
export function findRepository(folder: string): string | undefined {
  for (let here = resolve(folder); ; here = dirname(here)) {
    if (existsSync(join(here, ".git"))) return here;
    if (dirname(here) === here) return undefined;
  }
}
