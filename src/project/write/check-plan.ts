import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";
import { staysInside } from "./links.js";
import type { OutputRoot, PlanInput } from "./model.js";
import { filesOfOthers } from "./next-lock.js";
import { foldCase, foldersOf, pathProblem } from "./paths.js";

/**
 * What is wrong with the places that a plan names, before any file is looked at: paths and output roots that lead out
 * of the folder (B44-608), names that some system refuses and names that are one where case is ignored (B44-609).
 */
export async function placeProblems(input: PlanInput): Promise<Diagnostic[]> {
  const roots = input.outputRoots.filter(({ path }) => path !== "." && pathProblem(path) !== undefined);
  const below = (path: string) => roots.some((root) => path.startsWith(`${root.path}/`));
  const files = input.files.map(({ path }) => ({ path })).filter(({ path }) => !below(path));
  const problems = [...eachSettingOnce(roots), ...files].flatMap((place) => pathDiagnostic(place, input.folder));
  if (problems.length > 0) return problems;
  const clashes = caseClashes(input);
  return clashes.length > 0 ? clashes : linkProblems(input);
}

/** The first root of each setting: one setting can decide where several folders are. */
function eachSettingOnce(roots: OutputRoot[]): OutputRoot[] {
  const first = (setting: string) => roots.find((root) => root.setting === setting);
  return roots.filter((root) => root.setting === undefined || root === first(root.setting));
}

/** The setting of Base44's config that names a root; undefined where there is no such config, or no setting. */
function namedSetting(root: OutputRoot | undefined): string | undefined {
  return root?.settingFile === undefined ? undefined : root.setting;
}

function pathDiagnostic(root: OutputRoot, folder: string): Diagnostic[] {
  const { path, settingFile } = root;
  const setting = namedSetting(root);
  const problem = pathProblem(path);
  if (!problem) return [];
  const isOutside = problem.kind === "outside";
  const place = settingFile ?? (isOutside ? undefined : path);
  const location = place === undefined ? undefined : { file: shownPath(folder, place) };
  const named = setting === undefined ? "" : `, which ${setting} in Base44's config names,`;
  const message = `The path ${JSON.stringify(path)}${named} ${problem.reason}.`;
  const code = isOutside ? "B44-608" : "B44-609";
  return [diagnostic(code, { message, location, help: settingHelp(setting, code) })];
}

/** Undefined, for the catalogue's own help, where the place is not a setting's. */
function settingHelp(setting: string | undefined, code: "B44-608" | "B44-609"): string | undefined {
  if (setting === undefined) return undefined;
  return code === "B44-608"
    ? `Set ${setting} in Base44's config to a folder inside the project.`
    : `Set ${setting} in Base44's config to a folder whose name every system allows.`;
}

function caseClashes(input: PlanInput): Diagnostic[] {
  const seen = new Map(filesOfOthers(input).map(([path]) => [foldCase(path), path]));
  const own = input.files.map(({ path }) => path);
  const diagnostics: Diagnostic[] = [];
  for (const path of own) {
    const other = seen.get(foldCase(path));
    if (other !== undefined && (other !== path || own.indexOf(path) !== own.lastIndexOf(path))) {
      diagnostics.push(clash(path, other, input.folder));
    }
    seen.set(foldCase(path), path);
  }
  for (const path of own) {
    const folder = foldersOf(path).find((parent) => seen.has(foldCase(parent)));
    if (folder !== undefined) diagnostics.push(clash(path, seen.get(foldCase(folder))!, input.folder));
  }
  return diagnostics;
}

function clash(path: string, other: string, folder: string): Diagnostic {
  const message =
    path === other
      ? `Two generated files are both called ${path}.`
      : `${path} and ${other} cannot both be there where upper and lower case are one.`;
  return diagnostic("B44-609", { message, location: { file: shownPath(folder, path) } });
}

async function linkProblems(input: PlanInput): Promise<Diagnostic[]> {
  const folders = new Set(input.files.map(({ path }) => foldersOf(path)[0] ?? "."));
  const places = [...new Set([...input.outputRoots.map(({ path }) => path), ...folders])];
  const inside = await Promise.all(places.map((place) => staysInside(input.folder, place)));
  const outside = places.filter((_, index) => !inside[index]);
  const reported = outside.filter((place) => !foldersOf(place).some((parent) => outside.includes(parent)));
  return reported.map((place) => {
    const file = shownPath(input.folder, place);
    const setting = namedSetting(input.outputRoots.find(({ path }) => path === place));
    const named = setting === undefined ? "" : `, which ${setting} in Base44's config names,`;
    const message = `${file}${named} leads out of the project through a link.`;
    return diagnostic("B44-608", { message, location: { file }, help: settingHelp(setting, "B44-608") });
  });
}
