import { resolve } from "node:path";
import { DiagnosticError } from "../../diagnostics/index.js";
import { configRequest, type GenerateRequest, generate, nothingToDo, type RunOptions } from "../../pipeline/index.js";
import { type ExitStatus, exitStatus } from "../exit-status.js";
import { takenByOption } from "../faults/taken-by-option.js";
import { unknownCommand } from "../faults/unknown-command.js";
import { failWithoutConfig } from "../faults/without-config.js";
import { failCommand } from "../faults/wrong-command.js";
import { optimizeLate } from "../optimization.js";
import { configFileIfThere } from "../request/configured-run.js";
import { specRequest } from "../request/spec-request.js";
import type { Terminal } from "../terminal.js";

/** The options of `b44-gen generate` on the command line. */
export interface GenerateOptions {
  config?: string;
  slug?: string;
  via?: "integration" | "connector" | "function";
  select?: string[];
  all?: boolean;
  out?: string;
  lang?: "ts" | "js";
  errors?: "result" | "throw";
  allowFile?: string[];
  allowHost?: string[];
  force?: boolean;
  writeConnectors?: boolean;
  legacyServe?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/** `b44-gen [generate] [SPEC]`: generates everything in the config, or one API from a spec. */
export async function generateCommand(
  spec: string | undefined,
  options: GenerateOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { progress } = terminal;
  const run = runOptions(options);
  let request: GenerateRequest;
  if (spec === undefined) {
    const file = await configPath(options);
    if (await isUpToDate(file, options)) {
      terminal.out("Everything is up to date.");
      return 0;
    }
    request = await configRequest(file, { ...run, progress });
  } else {
    const command = options.slug === undefined ? unknownCommand(spec) : undefined;
    if (command) throw new DiagnosticError(command);
    if (options.config)
      failCommand("generate", "A spec cannot be combined with --config: the config names its own specs.");
    request = specRequest(spec, { ...options, run, progress });
  }
  optimizeLate();
  const result = await generate(request);
  terminal.done();
  terminal.diagnostics(result.diagnostics);
  const { printReport } = await import("../report/report.js");
  printReport(result, request, { json: options.json === true, dryRun: options.dryRun === true }, terminal);
  return exitStatus(result.diagnostics);
}

/**
 * Finds the config for a command line without a spec. Throws B44-501 if there is none, and B44-506 for options that
 * need a spec, or if an option has taken the spec as one of its values.
 */
async function configPath(options: GenerateOptions): Promise<string> {
  const file = await configFileIfThere(options.config);
  const { slug, select, via } = options;
  const isOfSpec = slug !== undefined || select !== undefined || via !== undefined;
  const taken = !file || isOfSpec ? takenByOption("generate", { ...options }) : undefined;
  if (taken) throw new DiagnosticError(taken);
  if (!file)
    failWithoutConfig(
      "There is no b44-gen.config.{ts,js,mjs,json} in this folder or above it, and the command names no spec.",
    );
  if (isOfSpec)
    failCommand(
      "generate",
      "--slug, --select and --via need a spec on the command line. With a config, set them in the config.",
    );
  return file;
}

/** Whether a run of the config would do nothing; false for options that make a run report or write more. */
async function isUpToDate(file: string, options: GenerateOptions): Promise<boolean> {
  const { json, force, dryRun, writeConnectors, legacyServe } = options;
  if (json || force || dryRun || writeConnectors || legacyServe) return false;
  return nothingToDo(file, runOptions(options));
}

/** Converts the options of the command line to {@link RunOptions}. */
function runOptions({ out, lang, all, ...options }: GenerateOptions): RunOptions {
  return { ...options, output: out === undefined ? undefined : resolve(out), language: lang, anyNumber: all };
}
