import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The nearest folder with `.git`, from `folder` upwards; undefined where there is none. Absolute. */
export function findRepository(folder: string): string | undefined {
  for (let here = resolve(folder); ; here = dirname(here)) {
    if (existsSync(join(here, ".git"))) return here;
    if (dirname(here) === here) return undefined;
  }
}
