import { dirname, resolve } from "node:path";
import { findConfig, isApiName } from "../../config/index.js";
import { DiagnosticError, fail } from "../../diagnostics/index.js";
import { shownPath, statIfThere } from "../../files/index.js";
import {
  configRequest,
  type GenerateRequest,
  generate,
  nothingToDo,
  outputOptions,
  type RunOptions,
} from "../../pipeline/index.js";
import { type ExitStatus, exitStatus } from "../exit-status.js";
import { optimizeLate } from "../optimization.js";
import { readStandardInput } from "../standard-input.js";
import { takenByOption } from "../taken-by-option.js";
import type { Terminal } from "../terminal.js";
import { unknownCommand } from "../unknown-command.js";
import { failCommand } from "../wrong-command.js";

/** The options of `b44-gen generate`, as the command line gives them. */
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

/** `b44-gen [generate] [SPEC]`. */
export async function generateCommand(
  spec: string | undefined,
  options: GenerateOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const cwd = process.cwd();
  if (spec !== undefined && options.config) {
    failCommand("generate", "A spec and --config do not go together: the config names its own specs.");
  }
  const configFile = spec === undefined ? await configPath(options, cwd) : undefined;
  const lacksSpec = spec === undefined && (configFile === undefined || isOfSpec(options));
  const taken = lacksSpec ? takenByOption("generate", { ...options }) : undefined;
  if (taken) throw new DiagnosticError(taken);
  if (spec === undefined && configFile === undefined)
    fail("B44-501", { message: "There is no b44-gen.config.{ts,js,mjs,json} here or above, and no spec was given." });
  if (configFile) {
    refuseOptionsOfSpecs(options);
    const { json, force, dryRun, writeConnectors, legacyServe } = options;
    const mayBeDone = !json && !force && !dryRun && !writeConnectors && !legacyServe;
    if (mayBeDone && (await nothingToDo(configFile, runOptions(options)))) {
      terminal.out("Everything is up to date.");
      return 0;
    }
  }
  const request = configFile ? await configured(configFile, options, terminal) : adHoc(spec, options, terminal);
  optimizeLate();
  const result = await generate(request);
  terminal.done();
  terminal.diagnostics(result.diagnostics);
  const { printReport } = await import("../report.js");
  printReport(result, request, { json: options.json === true, dryRun: options.dryRun === true }, terminal);
  return exitStatus(result.diagnostics);
}

async function configPath({ config }: GenerateOptions, cwd: string): Promise<string | undefined> {
  return config ? resolve(cwd, config) : findConfig(cwd);
}

async function configured(file: string, options: GenerateOptions, terminal: Terminal): Promise<GenerateRequest> {
  return configRequest(file, { ...runOptions(options), progress: terminal.progress });
}

/** Whether options are given that only a spec on the command line goes with. */
function isOfSpec({ slug, select, via }: GenerateOptions): boolean {
  return slug !== undefined || select !== undefined || via !== undefined;
}

function refuseOptionsOfSpecs(options: GenerateOptions): void {
  if (isOfSpec(options))
    failCommand("generate", "--slug, --select and --via go with a spec; with a config they stand in it.");
}

/** The options of the command line as a run takes them. */
function runOptions({ out, lang, ...options }: GenerateOptions): RunOptions {
  return { ...options, output: out === undefined ? undefined : resolve(out), language: lang };
}

function adHoc(spec: string | undefined, options: GenerateOptions, terminal: Terminal): GenerateRequest {
  const { slug, out, select, all, via } = options;
  if (spec === undefined) return fail("B44-501", { message: "No spec was given." });
  const typo = slug ? undefined : unknownCommand(spec);
  if (typo) throw new DiagnosticError(typo);
  if (!slug || !out) return failLacking(spec, options);
  if (!isApiName(slug)) {
    return fail("B44-505", { message: `${JSON.stringify(slug)} is no slug.` });
  }
  if (!select && !all)
    return fail("B44-201", { message: "No operations were selected: give --select PATTERN... or --all." });
  if (via && via !== "integration") {
    fail("B44-506", {
      message: `--via ${via} needs a config: it says which ${via === "connector" ? "connector" : "secrets"} the calls use.`,
      help: `Write a b44-gen.config.ts whose API has via: { ${via}: … }.`,
    });
  }
  const output = resolve(out);
  refuseFile(output);
  return {
    apis: [
      {
        name: slug,
        spec,
        operations: select ?? "all",
        cwd: process.cwd(),
        allowFiles: options.allowFile,
        allowHosts: options.allowHost,
        stdin: readStandardInput,
      },
    ],
    folder: output,
    output,
    errors: options.errors ?? "result",
    language: options.lang,
    options: outputOptions(runOptions(options), output),
    all: options.all === true,
    force: options.force === true,
    dryRun: options.dryRun === true,
    progress: terminal.progress,
  };
}

/** Throws B44-506: all that a spec needs beside it and was not given. */
function failLacking(spec: string, { slug, out, select, all }: GenerateOptions): never {
  const lacking = [
    ...(slug ? [] : ["--slug (the integration's slug, as the admin sees it)"]),
    ...(out ? [] : ["--out (the folder to write to)"]),
    ...(select || all ? [] : ["--select or --all (its operations)"]),
  ];
  const last = lacking.pop();
  const named = /^[\w./:@-]+$/.test(spec) ? spec : "SPEC";
  const example = `b44-gen ${named} --slug my-api --all --out src/api/generated`;
  const message = `A spec needs ${lacking.length > 0 ? `${lacking.join(", ")} and ` : ""}${last}.`;
  return failCommand(
    "generate",
    message,
    `For example \`${example}\`; \`b44-gen generate --help\` lists what it takes.`,
  );
}

/** Throws B44-506 where an output folder, or one around it, is a file. */
function refuseFile(output: string): void {
  for (let path = output; ; path = dirname(path)) {
    const stats = statIfThere(path);
    if (stats && !stats.isDirectory()) {
      fail("B44-506", {
        message: `--out needs a folder, and ${shownPath(path)} is a file.`,
        help: "Give another folder, or remove the file.",
      });
    }
    if (stats || path === dirname(path)) return;
  }
}
