import { existsSync } from "node:fs";
import type { Diagnostic } from "../../diagnostics/index.js";
import { isWebAddress } from "../../files/index.js";
import { wrongCommand } from "./wrong-command.js";

/** The options that take several values: the word for a value in messages, and the test for a spec among the values. */
const OPTIONS = [
  { key: "select", option: "--select", value: "a pattern", isSpec: isNoPattern },
  { key: "allowHost", option: "--allow-host", value: "a host", isSpec: isNoPattern },
  { key: "allowFile", option: "--allow-file", value: "a file", isSpec: isSpecsName },
] as const;

/**
 * Returns B44-506 for a command without a spec if an option that takes several values has taken the spec as its last
 * value; undefined otherwise.
 */
export function takenByOption(command: string, options: Record<string, unknown>): Diagnostic | undefined {
  for (const { key, option, value, isSpec } of OPTIONS) {
    const values = options[key];
    const last: unknown = Array.isArray(values) ? values.at(-1) : undefined;
    if (typeof last !== "string" || !isSpec(last)) continue;
    const message = `${option} read ${last} as ${value}, so there is no spec: ${option} takes every word up to the next option.`;
    return wrongCommand(command, message, `Put the spec first: \`b44-gen ${command} ${last} ${option} …\`.`);
  }
  return undefined;
}

/** Whether a word is more likely a spec than a pattern or a host. */
function isNoPattern(word: string): boolean {
  return word === "-" || isWebAddress(word) || isSpecsName(word) || (!word.includes(":") && existsSync(word));
}

function isSpecsName(word: string): boolean {
  return /\.(?:json|ya?ml)$/i.test(word) && !/^(?:\*|\w+):/.test(word.replace(/^[a-z]:[\\/]/i, ""));
}
