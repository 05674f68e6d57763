import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.js";
import { displayPath } from "../files.js";
import { staysInside } from "./links.js";
import type { PlanInput } from "./model.js";
import { foldCase, foldersOf, pathProblem } from "./paths.js";

/**
 * What is wrong with the places that a plan names, before any file is looked at: paths and output roots that lead out
 * of the folder (B44-608), names that some system refuses and names that are one where case is ignored (B44-609).
 */
export async function placeProblems(input: PlanInput): Promise<Diagnostic[]> {
  const problems = [
    ...input.outputRoots.filter((root) => root !== "."),
    ...input.files.map(({ path }) => path),
  ].flatMap((path) => pathDiagnostic(path, input.folder));
  if (problems.length > 0) return problems;
  const clashes = caseClashes(input);
  return clashes.length > 0 ? clashes : linkProblems(input);
}

function pathDiagnostic(path: string, folder: string): Diagnostic[] {
  const problem = pathProblem(path);
  if (!problem) return [];
  const code = problem.kind === "outside" ? "B44-608" : "B44-609";
  const location = problem.kind === "outside" ? undefined : { file: displayPath(folder, path) };
  return [diagnostic(code, { message: `The path ${JSON.stringify(path)} ${problem.reason}.`, location })];
}

function caseClashes(input: PlanInput): Diagnostic[] {
  const seen = new Map<string, string>();
  for (const [path, { api }] of Object.entries(input.lock?.files ?? {})) {
    if (api !== null && !input.apis.includes(api)) seen.set(foldCase(path), path);
  }
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
  return diagnostic("B44-609", { message, location: { file: displayPath(folder, path) } });
}

async function linkProblems(input: PlanInput): Promise<Diagnostic[]> {
  const folders = new Set(input.files.map(({ path }) => foldersOf(path)[0] ?? "."));
  const places = [...new Set([...input.outputRoots, ...folders])];
  const inside = await Promise.all(places.map((place) => staysInside(input.folder, place)));
  const outside = places.filter((_, index) => !inside[index]);
  const reported = outside.filter((place) => !foldersOf(place).some((parent) => outside.includes(parent)));
  return reported.map((place) => {
    const file = displayPath(input.folder, place);
    return diagnostic("B44-608", { message: `${file} leads out of the project through a link.`, location: { file } });
  });
}
