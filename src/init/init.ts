import { findConfig, loadConfig } from "../config/index.js";
import { type Diagnostic, DiagnosticError, fail, withDiagnostics } from "../diagnostics/index.js";
import { detectProject } from "../project/index.js";
import { checkApi } from "./check-api.js";
import { ciFile } from "./ci/index.js";
import { configFile } from "./config-file.js";
import { existingConfig } from "./existing.js";
import { isResolvable } from "./installed.js";
import type { InitFile, InitRequest, InitResult } from "./model.js";
import { nextCommands } from "./next.js";
import { writeNew } from "./write.js";

/**
 * Writes the requested files: a config at the project's root, after its spec was read and planned, and a CI file. The
 * config is loaded once it is written, and removed if it does not load. If an error is thrown, no file was written.
 * @throws DiagnosticError B44-850 if there is a config already, with lines to add to it; B44-501 if only a CI file is
 *   requested and there is no config; B44-604 and B44-851; and what reading the spec, planning and loading the config
 *   throw
 */
export async function init(request: InitRequest): Promise<InitResult> {
  const project = await detectProject(request.cwd);
  const found = await findConfig(request.cwd);
  if (!request.api && !found) {
    const message =
      "CI needs a config to check, but there is none in this folder or above it. Create one with --spec and --slug.";
    fail("B44-501", { message, help: "For example `b44-gen init --spec specs/crm.yaml --slug my-crm --ci github`." });
  }
  const made = request.api && (await newConfig(request, { root: project.root, language: project.language, found }));
  const ci = request.ci && (await ciFile({ provider: request.ci, folder: project.root }));
  const files: InitFile[] = [...(made ? [made.file] : []), ...(ci ? [ci.file] : [])];
  await writeNew(files, async () => {
    if (made) await loadWritten(made.file.path);
  });
  return {
    files,
    api: made?.api,
    next: await nextCommands({ root: project.root, api: made?.api }),
    diagnostics: [...(made?.diagnostics ?? []), ...(ci?.diagnostics ?? [])],
  };
}

interface NewConfig {
  file: InitFile;
  api: NonNullable<InitResult["api"]>;
  diagnostics: Diagnostic[];
}

async function newConfig(
  request: InitRequest,
  { root, language, found }: { root: string; language: "ts" | "js"; found: string | undefined },
): Promise<NewConfig | undefined> {
  const { api, cwd, progress } = request;
  if (!api) return undefined;
  const checked = await checkApi(api, { cwd, progress });
  if (found) throw new DiagnosticError([...checked.diagnostics, await existingConfig({ file: found, api, cwd })]);
  const { path, text } = configFile({
    folder: root,
    cwd,
    api: { ...api, operations: checked.operations },
    format: request.format ?? request.language ?? language,
    language: request.language,
    isInstalled: isResolvable(root),
  });
  const { title, count, diagnostics } = checked;
  return {
    file: { path, text, action: "create" },
    api: { name: api.name, title, via: api.via, operations: count },
    diagnostics,
  };
}

/**
 * Loads the config. Its faults come from the options, and the file is about to be removed, so diagnostics have no
 * location.
 */
async function loadWritten(path: string): Promise<void> {
  await loadConfig(path).catch((error) => {
    throw withDiagnostics(error, (diagnostics) => diagnostics.map(({ location: _, ...item }) => item));
  });
}
