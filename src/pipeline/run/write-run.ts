import type { Diagnostic } from "../../diagnostics/index.js";
import type { PlacedFile } from "../../emit/output.js";
import { needsAnyNumber } from "../../plan/index.js";
import type { LockUpdate, WritePlan } from "../../project/index.js";
import { lockedDocuments } from "../api/locked-api.js";
import { connectorNotes } from "../outputs/connector-notes.js";
import { functionNames } from "../outputs/function-names.js";
import { Places } from "../outputs/places.js";
import { version } from "../version.js";
import type { Run } from "./run.js";
import type { OutputOptions } from "./run-options.js";
import { settingsOf } from "./settings.js";
import { writeFiles } from "./write-files.js";

/**
 * Writes the files of a run and its lock, and compares the connector files with what is needed. Throws as `writeFiles`
 * does.
 * @param asked the files that only the command line allowed, for the lock
 */
export async function writeRun(
  run: Run,
  files: readonly PlacedFile[],
  asked: Pick<OutputOptions, "allowFile">,
): Promise<{ written: WritePlan; diagnostics: Diagnostic[] }> {
  const { request, planned, backend } = run;
  const { folder, output } = request;
  const places = new Places({ folder, output, backend });
  const names = planned.map(({ plan }) => plan.api.name);
  const written = await writeFiles({ request, files, update: lockUpdateOf(run, files, asked), places, names });
  if (!backend) return { written, diagnostics: written.diagnostics };
  const isAsked = request.writeConnectors === true;
  const notes = await connectorNotes(planned, { backend, places, isAsked, written, folder });
  return { written, diagnostics: [...written.diagnostics, ...notes] };
}

function lockUpdateOf(
  run: Run,
  files: readonly PlacedFile[],
  { allowFile = [] }: Pick<OutputOptions, "allowFile">,
): LockUpdate {
  const { request, project, planned, own, backend } = run;
  const documents = own.flatMap((item) => item.documents);
  return {
    generator: version,
    ...(request.config ? { config: request.config } : {}),
    settings: settingsOf({
      project,
      asked: { ...request.options, ...(allowFile.length > 0 ? { allowFile } : {}) },
      configured: request.config?.output,
      needsAnyNumber: planned.some(({ plan }) => needsAnyNumber(plan)),
      backend,
      adds: addedNames(run, files),
    }),
    ...(own.length > 0 ? { documents: lockedDocuments(documents, request.folder) } : {}),
    apis: Object.fromEntries(planned.map(({ plan, locked }) => [plan.api.name, locked])),
  };
}

/** Returns the names of the functions that a run writes, and the types of the connector files. */
function addedNames({ planned, own }: Run, files: readonly PlacedFile[]) {
  const offers = files.filter(({ place, kind }) => place === "connectors" && kind === "offer");
  return {
    functions: functionNames(planned, own),
    connectors: offers.map(({ path }) => path.replace(/\.jsonc$/, "")),
  };
}
