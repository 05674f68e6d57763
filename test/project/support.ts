import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import {
  applyWrites,
  type GeneratedFile,
  type LockUpdate,
  planWrites,
  readLock,
  takeTurns,
  type WritePlan,
} from "../../src/project/index.js";
import type { ApplyOptions } from "../../src/project/write/apply/apply.js";
import { recover as recoverInTurn } from "../../src/project/write/apply/recover.js";
import type { PlanInput } from "../../src/project/write/model.js";
import { exclusively } from "../../src/project/write/turn/index.js";
import { read } from "../support/files.js";

export { folderOf, put, read } from "../support/files.js";

/** Every file below a folder with its text: equal trees are equal objects. */
export function tree(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(paths.sort().map((path) => [path, read(folder, path)]));
}

export const OUT = "src/api/generated";

/** A generated file of API `crm`, unless told otherwise. */
export function generated(name: string, text: string, more: Partial<GeneratedFile> = {}): GeneratedFile {
  return { path: `${OUT}/${name}`, text, language: "ts", api: "crm", ...more };
}

/** What the lock says of a run for these APIs. */
export function update(apis: string[] = ["crm"]): LockUpdate {
  const api = { spec: "specs/crm.json", documents: [], selection: ["get:/**"], operations: {} };
  return {
    generator: "0.1.0",
    settings: { language: "ts" },
    apis: Object.fromEntries(apis.map((name) => [name, api])),
  };
}

/** Plans a run over what is in the folder. */
export async function plan(folder: string, files: GeneratedFile[], more: Partial<PlanInput> = {}): Promise<WritePlan> {
  const lock = "lock" in more ? more.lock : await readLock(folder);
  const base = { folder, files, lock, update: update(), apis: ["crm"], force: false, outputRoots: [{ path: OUT }] };
  return planWrites({ ...base, ...more, lock });
}

/** A whole run, as the command line does one: returns the plan that was applied. */
export async function run(
  folder: string,
  files: GeneratedFile[],
  more: Partial<PlanInput> = {},
  options: ApplyOptions = {},
): Promise<WritePlan> {
  return takeTurns(folder, async () => {
    const made = await plan(folder, files, more);
    await applyWrites(made, options);
    return made;
  });
}

/** What the next run does first: ends what a killed one began, and says how. */
export function recover(folder: string): ReturnType<typeof recoverInTurn> {
  return exclusively(folder, () => recoverInTurn(folder));
}

/** `path: action` of a plan, without the output folder. */
export function actions(made: WritePlan): Record<string, string> {
  return Object.fromEntries(made.actions.map(({ path, action }) => [path.replace(`${OUT}/`, ""), action]));
}

/** The codes of what a plan says. */
export function codes(made: WritePlan): string[] {
  return made.diagnostics.map(({ code }) => code);
}

/** Bundles src/project with a script that uses it as `project`, to run in a process of its own. */
export async function script(folder: string, source: string): Promise<string> {
  const outfile = join(folder, `script-${source.length}.mjs`);
  const index = JSON.stringify(join(import.meta.dirname, "../../src/project/index.ts"));
  const contents = `import * as project from ${index};\n${source}`;
  await build({
    stdin: { contents, loader: "ts", resolveDir: import.meta.dirname },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
  });
  return outfile;
}
