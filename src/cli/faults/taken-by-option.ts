import { existsSync } from "node:fs";
import type { Diagnostic } from "../../diagnostics/index.js";
import { isWebAddress } from "../../files/index.js";
import { wrongCommand } from "./wrong-command.js";

/** What an option that takes several values calls each of them, and whether a spec may be one. */
const OPTIONS = [
  { key: "select", option: "--select", value: "a pattern", isSpec: isNoPattern },
  { key: "allowHost", option: "--allow-host", value: "a host", isSpec: isNoPattern },
  { key: "allowFile", option: "--allow-file", value: "a file", isSpec: isSpecsName },
] as const;

/**
 * What to say where a command lacks its spec, and an option that takes several values has it as the last of them:
 * B44-506. Undefined where none has.
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

/** A word that is the name of a spec rather than a pattern or a host. */
function isNoPattern(word: string): boolean {
  return word === "-" || isWebAddress(word) || isSpecsName(word) || (!word.includes(":") && existsSync(word));
}

function isSpecsName(word: string): boolean {
  return /\.(?:json|ya?ml)$/i.test(word) && !/^(?:\*|\w+):/.test(word.replace(/^[a-z]:[\\/]/i, ""));
}
