import { checkCatalogue } from "./check.js";
import { configCatalogue } from "./config.js";
import type { CatalogueEntry } from "./entry.js";
import { initCatalogue } from "./init.js";
import { inputCatalogue } from "./input.js";
import { operationCatalogue } from "./operation.js";
import { projectCatalogue } from "./project.js";
import { schemaCatalogue } from "./schema.js";
import { selectionCatalogue } from "./selection.js";
import { usageCatalogue } from "./usage.js";
import { watchCatalogue } from "./watch.js";

export type { CatalogueEntry, Severity } from "./entry.js";
export { inputCatalogue, schemaCatalogue };

/**
 * All codes that b44-gen can report. A code is a key here, with its documentation as the value, so a code without
 * documentation does not compile.
 */
const parts = [
  inputCatalogue,
  selectionCatalogue,
  operationCatalogue,
  schemaCatalogue,
  configCatalogue,
  projectCatalogue,
  checkCatalogue,
  usageCatalogue,
  watchCatalogue,
  initCatalogue,
] as const;

type Part = (typeof parts)[number];

/** A diagnostic code. */
export type Code = Part extends infer One ? (One extends One ? keyof One : never) : never;

/** The documentation of every code. */
export const catalogue: Record<Code, CatalogueEntry> = merged();

/** Merges the parts. Throws if two have the same code. */
function merged(): Record<Code, CatalogueEntry> {
  const entries = parts.flatMap((part) => Object.entries(part));
  const all = new Map(entries);
  if (all.size < entries.length) throw new Error("a code is in the catalogue twice");
  return Object.fromEntries(all) as Record<Code, CatalogueEntry>;
}
