import type { Diagnostic } from "../../diagnostics/index.js";
import { type AppModule, hasUnresolvedImport, missingImport } from "./missing-import.js";

/**
 * Returns the error for a module of the app that imports something that was not generated: either because generating
 * failed (`wrong`), or because a generated module has no such name (B44-841). Undefined if nothing is missing.
 */
export async function importError(module: AppModule, wrong: readonly Diagnostic[]): Promise<Error | undefined> {
  if (wrong.length > 0 && (await hasUnresolvedImport(module.code, module.resolve))) return transformError(wrong);
  const found = await missingImport(module);
  return found ? transformError([found]) : undefined;
}

/** Returns an error for Vite's log and overlay. */
async function transformError(found: readonly Diagnostic[]): Promise<Error> {
  const { errorPayload } = await import("./overlay.js");
  const { message, frame, loc, id } = errorPayload(found).err;
  const place = loc && { ...loc, column: loc.column - 1 };
  return Object.assign(new Error(message), { stack: "", plugin: "b44-gen", id, frame, loc: place });
}
