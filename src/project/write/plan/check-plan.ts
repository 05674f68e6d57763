import { dirname, resolve } from "node:path";
import { locateSettings } from "../../../config/index.js";
import { type Diagnostic, type DiagnosticDetails, diagnostic } from "../../../diagnostics/index.js";
import { foldCase, shownPath } from "../../../files/index.js";
import { staysInside } from "../disk/index.js";
import type { GeneratedFile, OutputRoot, PlanInput } from "../model.js";
import { foldersOf, pathProblem } from "../paths.js";
import { filesOfOthers } from "./next-lock.js";

/**
 * Checks the places of a plan before any file is read. Reports paths and output roots that lead out of the folder
 * (B44-608), names that some system refuses, and names that differ only in case (B44-609). Diagnostics about b44-gen's
 * config name the setting.
 */
export async function placeProblems(input: PlanInput): Promise<Diagnostic[]> {
  const roots = input.outputRoots.filter(({ path }) => path !== "." && pathProblem(path) !== undefined);
  const below = (path: string) => roots.some((root) => path.startsWith(`${root.path}/`));
  const files = input.files.filter(({ path }) => !below(path));
  const problems = [
    ...eachSettingOnce(roots).flatMap((root) => rootProblem(root, input.folder)),
    ...files.flatMap((file) => pathDiagnostic(file.path, input.folder, { setting: apiSetting(file) })),
  ];
  if (problems.length > 0) return problems;
  const clashes = caseClashes(input);
  return clashes.length > 0 ? clashes : linkProblems(input);
}

/** Returns the roots without those whose setting an earlier root has: one setting can decide several folders. */
function eachSettingOnce(roots: OutputRoot[]): OutputRoot[] {
  const first = (setting: string) => roots.find((root) => root.setting === setting);
  return roots.filter((root) => root.setting === undefined || root === first(root.setting));
}

/** Returns the setting in Base44's config that names a root; undefined if there is no such config or no setting. */
function namedSetting(root: OutputRoot | undefined): string | undefined {
  return root?.settingFile === undefined ? undefined : root.setting;
}

function rootProblem(root: OutputRoot, folder: string): Diagnostic[] {
  const { path } = root;
  const setting = namedSetting(root);
  if (setting === undefined) return pathDiagnostic(path, folder, { setting: ownSetting(root) });
  const found = pathDiagnostic(path, folder, {
    setting: [setting],
    named: `, which ${setting} in Base44's config names,`,
  });
  return found.map((item) => inBase44Config({ ...item, help: settingHelp(setting, item.code) }, root, folder));
}

/** Returns the setting in b44-gen's config that names a root. */
function ownSetting({ isConfigured }: OutputRoot): Diagnostic["setting"] {
  return isConfigured ? ["output"] : undefined;
}

/** Returns the entry in b44-gen's config that a file is written for. */
function apiSetting({ api }: GeneratedFile): Diagnostic["setting"] {
  return api === null ? undefined : ["apis", api];
}

/** Adds the place in Base44's config to a diagnostic about a setting. */
function inBase44Config(found: Diagnostic, { settingFile }: OutputRoot, folder: string): Diagnostic {
  const entry = settingFile === undefined ? undefined : { file: resolve(folder, settingFile), path: [] };
  return locateSettings([found], entry)[0] ?? found;
}

function pathDiagnostic(
  path: string,
  folder: string,
  { named = "", setting }: { named?: string; setting: Diagnostic["setting"] },
): Diagnostic[] {
  const problem = pathProblem(path);
  if (!problem) return [];
  const isOutside = problem.kind === "outside";
  const location = isOutside ? undefined : { file: shownPath(folder, path) };
  const message = `The path ${JSON.stringify(path)}${named} ${problem.reason}.`;
  return [diagnostic(isOutside ? "B44-608" : "B44-609", { message, location, setting })];
}

function settingHelp(setting: string, code: Diagnostic["code"]): string {
  return code === "B44-608"
    ? `Set ${setting} in Base44's config to a folder inside the project.`
    : `Set ${setting} in Base44's config to a folder with a name that every operating system allows.`;
}

function caseClashes(input: PlanInput): Diagnostic[] {
  const seen = new Map(filesOfOthers(input).map(([path]) => [foldCase(path), path]));
  const own = input.files.map(({ path }) => path);
  const settings = new Map(input.files.map((file) => [file.path, apiSetting(file)]));
  const clash = (path: string, other: string) =>
    clashOf(path, other, { location: { file: shownPath(input.folder, path) }, setting: settings.get(path) });
  const diagnostics: Diagnostic[] = [];
  for (const path of own) {
    const other = seen.get(foldCase(path));
    if (other !== undefined && (other !== path || own.indexOf(path) !== own.lastIndexOf(path))) {
      diagnostics.push(clash(path, other));
    }
    seen.set(foldCase(path), path);
  }
  for (const path of own) {
    const folder = foldersOf(path).find((parent) => seen.has(foldCase(parent)));
    if (folder !== undefined) diagnostics.push(clash(path, seen.get(foldCase(folder))!));
  }
  return diagnostics;
}

function clashOf(path: string, other: string, place: Pick<DiagnosticDetails, "location" | "setting">): Diagnostic {
  const message =
    path === other
      ? `Two generated files have the path ${path}.`
      : `${path} and ${other} are the same file on systems that ignore upper and lower case.`;
  return diagnostic("B44-609", { message, ...place });
}

async function linkProblems(input: PlanInput): Promise<Diagnostic[]> {
  const folders = new Set(input.files.map(({ path }) => dirname(path)));
  const places = [...new Set([...input.outputRoots.map(({ path }) => path), ...folders])];
  const inside = await Promise.all(places.map((place) => staysInside(input.folder, place)));
  const outside = places.filter((_, index) => !inside[index]);
  const reported = outside.filter((place) => !foldersOf(place).some((parent) => outside.includes(parent)));
  return reported.map((place) => {
    const file = shownPath(input.folder, place);
    const root = input.outputRoots.find(({ path }) => path === place);
    const setting = namedSetting(root);
    const named = setting === undefined ? "" : `, which ${setting} in Base44's config names,`;
    const message = `${file}${named} leads out of the project through a link.`;
    const help = setting === undefined ? undefined : settingHelp(setting, "B44-608");
    return diagnostic("B44-608", { message, location: { file }, help });
  });
}
