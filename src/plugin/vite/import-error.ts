import type { Diagnostic } from "../../diagnostics/index.js";
import { type AppModule, hasUnresolvedImport, missingImport } from "./missing-import.js";

/**
 * The error for a module of the app that imports what was not generated: why it could not be, which `wrong` says, or that
 * a generated module has no such name (B44-841). Undefined where nothing is missing.
 */
export async function importError(module: AppModule, wrong: readonly Diagnostic[]): Promise<Error | undefined> {
  if (wrong.length > 0 && (await hasUnresolvedImport(module.code, module.resolve))) return transformError(wrong);
  const found = await missingImport(module);
  return found ? transformError([found]) : undefined;
}

/** An error as Vite's log and overlay show it. */
async function transformError(found: readonly Diagnostic[]): Promise<Error> {
  const { errorPayload } = await import("./overlay.js");
  const { message, frame, loc, id } = errorPayload(found).err;
  const place = loc && { ...loc, column: loc.column - 1 };
  return Object.assign(new Error(message), { stack: "", plugin: "b44-gen", id, frame, loc: place });
}
