import { dirname, join, resolve } from "node:path";
import { namesIn } from "../../files/index.js";
import { clientFileName, readClient } from "./client.js";
import { readPrograms } from "./compiler-config.js";
import type { CompilerConfig, Project } from "./model.js";
import { sdkRange, sdkVersion } from "./sdk.js";

const CONFIGS = ["config.jsonc", "config.json"];
const ENTRY = /^(?:main|App)\.(tsx?|jsx?)$/;

/**
 * Finds the project that contains a folder (absolute, or relative to the working folder), and the facts about it, with
 * a few reads. Anything missing or broken is left out. Never rejects.
 */
export async function detectProject(from: string): Promise<Project> {
  const { root, names } = await findRoot(resolve(from));
  const [source, api, range, version] = await Promise.all([
    namesIn(join(root, "src")),
    namesIn(join(root, "src/api")),
    sdkRange(root),
    sdkVersion(root),
  ]);
  const clientName = clientFileName(api);
  const entries = [...source].filter((name) => ENTRY.test(name));
  const language = languageOf(names, clientName ? [...entries, clientName] : entries);
  const compilerConfig = await readConfig(root, names, language);
  const atFolders = compilerConfig?.programs.flatMap((program) => program.atFolders) ?? [];
  const clientFile = clientName && join(root, "src/api", clientName);
  const client = clientFile && (await readClient(root, clientFile, atFolders));
  return {
    root,
    language,
    atFolders,
    ...(client ? { client } : {}),
    ...(clientFile ? { clientFile } : {}),
    ...(range === undefined ? {} : { sdkRange: range }),
    ...(version === undefined ? {} : { sdkVersion: version }),
    ...(compilerConfig ? { compilerConfig } : {}),
  };
}

async function findRoot(from: string): Promise<{ root: string; names: Set<string> }> {
  for (let folder = from; ; folder = dirname(folder)) {
    const names = await namesIn(folder);
    if (names.has("package.json") || (await hasBase44(folder, names))) return { root: folder, names };
    if (dirname(folder) === folder) return { root: from, names: await namesIn(from) };
  }
}

async function hasBase44(folder: string, names: Set<string>): Promise<boolean> {
  if (!names.has("base44")) return false;
  const inside = await namesIn(join(folder, "base44"));
  return CONFIGS.some((name) => inside.has(name) || names.has(name));
}

function languageOf(names: Set<string>, entries: string[]): "ts" | "js" {
  const typed = entries.some((name) => /\.tsx?$/.test(name));
  if (names.has("tsconfig.json") && (typed || !names.has("jsconfig.json"))) return "ts";
  if (names.has("jsconfig.json")) return "js";
  return entries.some((name) => /\.jsx?$/.test(name)) ? "js" : "ts";
}

async function readConfig(
  root: string,
  names: Set<string>,
  language: "ts" | "js",
): Promise<CompilerConfig | undefined> {
  const preferred = language === "ts" ? ["tsconfig.json", "jsconfig.json"] : ["jsconfig.json", "tsconfig.json"];
  const name = preferred.find((one) => names.has(one));
  if (name === undefined) return undefined;
  const file = join(root, name);
  return { file, programs: await readPrograms(file) };
}
