import { join } from "node:path";
import { loadConfig } from "../../src/config/index.js";
import { type Diagnostic, DiagnosticError } from "../../src/diagnostics/index.js";
import { folderOf } from "../support/files.js";

export { folderOf as project, putAll as write } from "../support/files.js";

/** What is wrong with a config of these files, which is the first of them. None where it loads. */
export async function faultsOf(files: Record<string, string>, name = Object.keys(files)[0]!): Promise<Diagnostic[]> {
  const folder = folderOf(files);
  try {
    await loadConfig(join(folder, name));
  } catch (error) {
    if (error instanceof DiagnosticError) return relativeTo(folder, error.diagnostics);
    throw error;
  }
  return [];
}

function relativeTo(folder: string, diagnostics: Diagnostic[]): Diagnostic[] {
  return JSON.parse(JSON.stringify(diagnostics).replaceAll(`${folder}/`, ""));
}

/** `code file:line:column message` of each. */
export function lines(diagnostics: Diagnostic[]): string[] {
  return diagnostics.map(({ code, location, message }) => {
    const place = [location?.file, location?.line, location?.column].filter((part) => part !== undefined).join(":");
    return `${code} ${place} ${message}`;
  });
}
