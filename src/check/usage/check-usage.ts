import { dirname, join, resolve } from "node:path";
import { byCodeUnit, readText } from "../../files/index.js";
import { detectProject } from "../../project/index.js";
import { checkFile } from "./check-file.js";
import { Findings } from "./findings.js";
import { fixedFile } from "./fix/fixed-file.js";
import type { FileFix, UsageInput, UsageReport } from "./model.js";
import { functionFolders, Modules, ownSources, withoutExtension } from "./sources/index.js";
import { parseSources } from "./syntax/program.js";
import type { UsageFile, UsageProject } from "./usage-file.js";

/**
 * Finds misuse of Base44 in the app's own code: what `docs/usage.md` lists, and nothing that may be correct. Reads the
 * project and writes nothing. Omits generated code, dependencies, tests and files with syntax errors. Never rejects.
 */
export async function checkUsage(input: UsageInput): Promise<UsageReport> {
  const project = await usageProject(input);
  const backend = [project.functionsDir, project.sharedDir].filter((folder) => folder !== undefined);
  const modules = [input.output, ...input.known.map(({ module }) => module)];
  const sources = await ownSources({ root: input.root, output: input.output, backend, modules });
  const files = parseSources(sources).map(
    (source): UsageFile => ({ ...source, project, findings: new Findings(source) }),
  );
  for (const file of files) checkFile(file);
  const diagnostics = files.flatMap(({ findings }) =>
    findings.diagnostics.sort((one, other) => {
      const [a, b] = [one.location, other.location];
      return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0) || byCodeUnit(one.code, other.code);
    }),
  );
  const fixes = files.map(fixedFile).filter((fix): fix is FileFix => fix !== undefined);
  return { diagnostics, fixes };
}

async function usageProject(input: UsageInput): Promise<UsageProject> {
  const { root, client, functionsDir } = input;
  const atFolders = input.atFolders ?? (await detectProject(root)).atFolders;
  const modules = new Modules({ root, atFolders });
  const sharedDir = functionsDir === undefined ? undefined : (input.sharedDir ?? join(dirname(functionsDir), "shared"));
  const clientPath =
    client && (modules.resolve(join(root, "x"), client.module)[0] ?? withoutExtension(resolve(root, client.module)));
  return {
    input,
    modules,
    clientPath,
    functionsDir,
    sharedDir,
    functionFolders: functionsDir === undefined ? [] : await functionFolders(functionsDir),
    hasMethod: await installedMethods(root),
  };
}

/**
 * Returns a function that tells whether the installed SDK, which may be newer than the one known here, declares a
 * method.
 */
async function installedMethods(root: string): Promise<(method: string) => boolean> {
  const folder = join(root, "node_modules/@base44/sdk/dist/modules");
  const names = ["connectors", "functions", "custom-integrations"];
  const texts = await Promise.all(names.map((name) => readText(join(folder, `${name}.types.d.ts`))));
  const declared = new Set(
    texts.flatMap((text) => [...(text ?? "").matchAll(/^\s+(\w+)\??[(<]/gm)].map(([, name]) => name)),
  );
  return (method) => declared.has(method);
}
