import { existsSync } from "node:fs";
import { closest, type Diagnostic, diagnostic } from "../../diagnostics/index.js";

/** The commands by name. */
export const COMMANDS = ["generate", "inspect", "export", "check", "init", "diff", "update", "help"];

/**
 * Returns B44-506 for a word in the place of a spec that was probably meant as a command: a mistyped command
 * (`isnpect`), or one that follows an option. Undefined for a path, a URL, and an existing file.
 */
export function unknownCommand(word: string): Diagnostic | undefined {
  if (!/^[a-z][a-z-]*$/i.test(word) || existsSync(word)) return undefined;
  if (COMMANDS.includes(word)) {
    const help = `Write the options after it: \`b44-gen ${word} …\`.`;
    return diagnostic("B44-506", { message: `The command ${word} must come first.`, help });
  }
  const message = `Unknown command ${word}.${didYouMean(word, COMMANDS)}`;
  return diagnostic("B44-506", { message, help: "Run `b44-gen --help` for the commands." });
}

/**
 * Returns a question to follow a sentence about a mistyped name (` Did you mean check?`); empty if no name is similar.
 */
export function didYouMean(name: string, names: readonly string[]): string {
  const near = closest(name, names);
  return near === undefined ? "" : ` Did you mean ${near}?`;
}
