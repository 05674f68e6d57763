import { writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { findConfig, loadConfig } from "../../config/index.js";
import { fail } from "../../diagnostics/index.js";
import type { ApiSource } from "../../pipeline/compile-api.js";
import { exportSpec } from "../../pipeline/export-spec.js";
import { configuredApi } from "../configured-api.js";
import type { ExitStatus } from "../exit-status.js";
import { readStandardInput } from "../standard-input.js";
import type { Terminal } from "../terminal.js";

/** The options of `b44-gen export`. */
export interface ExportOptions {
  config?: string;
  select?: string[];
  out?: string;
  allowFile?: string[];
  allowHost?: string[];
}

/** `b44-gen export API|SPEC`: the trimmed spec for the admin's import dialog, as minified JSON. */
export async function exportCommand(
  target: string | undefined,
  options: ExportOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const source = await sourceOf(target ?? "-", options);
  const { text, diagnostics } = await exportSpec(source, terminal.progress);
  terminal.done();
  terminal.diagnostics(diagnostics);
  if (!options.out) {
    terminal.out(text);
    return 0;
  }
  try {
    await writeFile(resolve(options.out), `${text}\n`);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown";
    fail("B44-604", { message: `${options.out} cannot be written (${reason}).`, location: { file: options.out } });
  }
  terminal.error(`Wrote ${options.out}`);
  return 0;
}

async function sourceOf(target: string, options: ExportOptions): Promise<ApiSource> {
  const allow = { allowFiles: options.allowFile, allowHosts: options.allowHost };
  const isSpec = target === "-" || /[./\\:]/.test(target);
  if (isSpec) {
    const operations = options.select ?? "all";
    return { name: "api", spec: target, operations, cwd: process.cwd(), stdin: readStandardInput, ...allow };
  }
  const file = options.config ? resolve(options.config) : await findConfig(process.cwd());
  if (!file) return fail("B44-501", { message: `There is no config that could have an API ${target}.` });
  const { config, folder } = await loadConfig(file);
  const api = Object.hasOwn(config.apis, target) ? config.apis[target] : undefined;
  if (!api) {
    const names = Object.keys(config.apis).join(", ");
    return fail("B44-507", {
      message: `The config has no API ${target}; it has ${names}.`,
      location: { file: relative(process.cwd(), file) },
    });
  }
  const source = configuredApi(target, api, { folder, ...options });
  return { ...source, operations: options.select ?? source.operations };
}
