import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** The option of scripts that run the command: which build of it to run. */
export const OTHER_BUILD = {
  type: "string",
  value: "FILE",
  default: fileURLToPath(new URL("../dist/cli.js", import.meta.url)),
  shown: "dist/cli.js",
  about: "runs another build",
};

/**
 * Parses the command line of a script. `--help` prints its usage and exits with 0; an invalid argument prints a
 * sentence and exits with 2.
 *
 * An option is as in `parseArgs`, with `about`, a line of help, and with `value`, the kind of its value: `N` is a whole
 * number from 1, `FOLDER` an existing folder, `a|b` one of these. `shown` overrides how its default is printed.
 *
 * @param {{ command: string; about: string; choices?: string[]; options: Record<string, object> }} script `choices` are
 *   the allowed positional arguments; none by default
 */
export function commandLine({ command, about, choices, options }) {
  const all = { help: { type: "boolean", default: false, about: "this text" }, ...options };
  const usage = () => usageOf({ command, about, choices, options: all });
  let parsed;
  try {
    parsed = parseArgs({ allowNegative: true, allowPositionals: choices !== undefined, options: all });
  } catch (error) {
    if (!String(error.code).startsWith("ERR_PARSE_ARGS_")) throw error;
    return stop(error.message.split(/\. |\n/)[0].replace(/\.?$/, "."), command);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(usage());
    process.exit(0);
  }
  const other = positionals.find((word) => !choices.includes(word));
  if (other !== undefined) return stop(`${other} is not one of ${choices.join(", ")}.`, command);
  for (const [name, { value }] of Object.entries(all)) {
    const fault = values[name] === undefined ? undefined : faultOf(values[name], value);
    if (fault) return stop(`--${name} ${values[name]}: ${fault}.`, command);
  }
  return { values, positionals };
}

function faultOf(given, value) {
  if (value === "N" && !/^[1-9]\d*$/.test(given)) return "must be a whole number from 1";
  if (value === "FOLDER" && !existsSync(given)) return "the folder does not exist";
  if (value?.includes("|") && !value.split("|").includes(given)) return `must be ${value.replaceAll("|", " or ")}`;
  return undefined;
}

function stop(message, command) {
  console.error(`${message} See \`${command} --help\`.`);
  process.exit(2);
}

function usageOf({ command, about, choices, options }) {
  const rows = Object.entries(options).map(([name, { type, value, about: text, default: preset, shown }]) => {
    const given = preset === true ? `--no-${name}` : `--${name}`;
    const also = shown ?? (type === "string" ? preset : undefined);
    return [`  ${given}${type === "string" ? ` ${value}` : ""}`, also === undefined ? text : `${text} (${also})`];
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  const lines = rows.map(([left, text]) => left.padEnd(width) + text);
  const words = choices ? [`  PART is one of ${choices.join(", ")}`, ""] : [];
  return [about, "", `  ${command}${choices ? " [PART…]" : ""} [OPTION…]`, "", ...words, ...lines].join("\n");
}
