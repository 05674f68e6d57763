import { dirname, resolve } from "node:path";
import { isApiName } from "../../config/index.js";
import { fail } from "../../diagnostics/index.js";
import { shownPath, statIfThere } from "../../files/index.js";
import { type GenerateRequest, outputOptions, type Progress, type RunOptions } from "../../pipeline/index.js";
import { failCommand } from "../faults/wrong-command.js";
import { readStandardInput } from "./standard-input.js";

/** The options of a command line with a spec. */
interface SpecOptions {
  slug?: string;
  via?: "integration" | "connector" | "function";
  select?: string[];
  all?: boolean;
  out?: string;
  /** The other options. */
  run: RunOptions;
  progress: Progress;
}

/**
 * Returns the run of a command line with a spec: one API, without a config. Throws B44-505 for an invalid slug, B44-201
 * if no operations are selected, and B44-506 if another option is missing or wrong.
 */
export function specRequest(spec: string, options: SpecOptions): GenerateRequest {
  const { slug, out, select, run, progress } = options;
  if (!slug || !out) return failLacking(spec, options);
  refuseChoices(slug, options);
  const output = resolve(out);
  refuseFile(output);
  const { allowFile: allowFiles, allowHost: allowHosts } = run;
  const source = { spec, cwd: process.cwd(), allowFiles, allowHosts, stdin: readStandardInput };
  return {
    apis: [{ name: slug, operations: select ?? "all", ...source }],
    folder: output,
    output,
    errors: run.errors ?? "result",
    language: run.language,
    options: outputOptions(run, output),
    anyNumber: run.anyNumber === true,
    force: run.force === true,
    dryRun: run.dryRun === true,
    progress,
  };
}

/** Throws for invalid values: B44-505, B44-201 or B44-506. */
function refuseChoices(slug: string, { select, all, via = "integration" }: SpecOptions): void {
  if (!isApiName(slug)) fail("B44-505", { message: `${JSON.stringify(slug)} is not a valid slug.` });
  if (!select && !all) fail("B44-201", { message: "No operations are selected: add --select PATTERN... or --all." });
  if (via === "integration") return;
  fail("B44-506", {
    message: `--via ${via} needs a config that names the ${via === "connector" ? "connector" : "secrets"} to use.`,
    help: `Create a b44-gen.config.ts in which the API has via: { ${via}: … }; \`b44-gen init\` writes one.`,
  });
}

/** Throws B44-506, with the names of all missing options that a spec needs. */
function failLacking(spec: string, { slug, out, select, all }: SpecOptions): never {
  const lacking = [
    ...(slug ? [] : ["--slug (the integration's slug, as the admin sees it)"]),
    ...(out ? [] : ["--out (the folder to write to)"]),
    ...(select || all ? [] : ["--select or --all (its operations)"]),
  ];
  const last = lacking.pop();
  const named = /^[\w./:@-]+$/.test(spec) ? spec : "SPEC";
  const example = `b44-gen ${named} --slug my-api --all --out src/api/generated`;
  const message = `With a spec, the command also needs ${lacking.length > 0 ? `${lacking.join(", ")} and ` : ""}${last}.`;
  return failCommand(
    "generate",
    message,
    `For example \`${example}\`. Run \`b44-gen generate --help\` for all options.`,
  );
}

/** Throws B44-506 if the output folder, or a folder that contains it, is a file. */
function refuseFile(output: string): void {
  for (let path = output; ; path = dirname(path)) {
    const stats = statIfThere(path);
    if (stats && !stats.isDirectory()) {
      fail("B44-506", {
        message: `--out needs a folder, but ${shownPath(path)} is a file.`,
        help: "Give another folder, or remove the file.",
      });
    }
    if (stats || path === dirname(path)) return;
  }
}
