import { existsSync } from "node:fs";

/** True for a word that is meant as a command, as `isnpect` is: it is no path, URL or file. */
export function isUnknownCommand(word: string): boolean {
  return /^[a-z][a-z-]*$/i.test(word) && !existsSync(word);
}
