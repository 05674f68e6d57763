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

/**
 * Every code b44-gen can report. A code exists only as a key here, with its documentation beside it, so an
 * undocumented code does not compile.
 */
const entries = {
  ...inputCatalogue,
  ...selectionCatalogue,
  ...operationCatalogue,
  ...schemaCatalogue,
  ...configCatalogue,
  ...projectCatalogue,
  ...checkCatalogue,
  ...usageCatalogue,
  ...watchCatalogue,
  ...initCatalogue,
};

export type Code = keyof typeof entries;

export const catalogue: Record<Code, CatalogueEntry> = entries;
