import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareScopes } from "../../connectors/index.js";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";
import type { ScopePlan } from "../../plan/index.js";
import { connectorUses, type WritePlan } from "../../project/index.js";
import type { PlannedApi } from "../api/planned-api.js";
import { type ConnectorOptions, connectorFile, otherFile } from "./connector-files.js";
import { connectorNeeds } from "./connector-needs.js";
import type { Places } from "./places.js";

/** What {@link connectorNotes} needs besides the APIs. */
interface ConnectorNotesOptions extends ConnectorOptions {
  places: Places;
  written: WritePlan;
  /** The lock's folder. */
  folder: string;
}

/**
 * Reports connector files that were not written (B44-315), scopes that the user's files lack (B44-316) or do not need
 * (B44-317), and connectors without a file that hand-written functions use (B44-319).
 */
export async function connectorNotes(
  planned: readonly PlannedApi[],
  options: ConnectorNotesOptions,
): Promise<Diagnostic[]> {
  const { backend, isAsked } = options;
  const needs = connectorNeeds(planned);
  const notes: Diagnostic[] = [];
  for (const need of needs) {
    const hasFile = backend.connectors.some(({ type }) => type === need.type);
    if (!need.known && !hasFile) notes.push(scopesNotKnown(need, options));
    else if (!isAsked && backend.connectors.length === 0) notes.push(notWritten(need, options));
    else notes.push(...(await comparedWithFile(need, options)));
  }
  const known = new Set([...needs, ...backend.connectors].map(({ type }) => type));
  for (const { type, file, line } of await connectorUses(backend)) {
    if (known.has(type)) continue;
    notes.push(
      diagnostic("B44-319", {
        message: `This function uses the connector ${type}, but the project has no connector file for it.`,
        location: { file: shownPath(file), line },
      }),
    );
  }
  return notes;
}

function notWritten(need: ScopePlan, { places, folder }: ConnectorNotesOptions): Diagnostic {
  const file = connectorFile(need);
  const path = shownPath(folder, places.path(file));
  return diagnostic("B44-315", {
    message: `${path} was not written: the project has no connector files yet, and a deploy disconnects connectors that have no file.`,
    help: `Run \`base44 connectors pull\`, then b44-gen with --write-connectors, or write the file yourself:\n${file.text.trimEnd()}`,
  });
}

function scopesNotKnown(need: ScopePlan, { places, folder }: ConnectorNotesOptions): Diagnostic {
  const path = shownPath(folder, places.path(connectorFile(need)));
  return diagnostic("B44-315", {
    message: `${path} was not written: the spec does not say which scopes the selected operations need.`,
    help: 'Look them up in the documentation of the API, and set them in its config entry: scopes: ["…"], or scopes: [] if it has none.',
  });
}

/** Compares the scopes in the user's own file for a connector, if there is one, with those that are needed. */
async function comparedWithFile(need: ScopePlan, options: ConnectorNotesOptions): Promise<Diagnostic[]> {
  const own = await ownFile(need, options);
  if (!own) return [];
  const { file, text } = own;
  const compared = compareScopes({ text, needed: need.scopes, alternatives: need.alternatives });
  if (!compared.readable) {
    const { line, column } = compared;
    const message = `b44-gen cannot compare the scopes in ${file} with those that the generated operations need: ${lowerFirst(compared.problem)}.`;
    const help = "Fix the file: it must have a `type` and an array of `scopes`.";
    return [diagnostic("B44-316", { message, location: { file, line, column }, help })];
  }
  const notes: Diagnostic[] = [];
  const { missing, superfluous } = compared;
  if (missing) {
    const { line, column } = missing;
    const message = `${file} lacks scopes that the generated operations need: ${missing.scopes.join(", ")}.`;
    const help = `Insert here: ${missing.text.trim()}`;
    notes.push(diagnostic("B44-316", { message, location: { file, line, column }, help }));
  }
  if (!need.known) return notes;
  for (const { scope, line, column } of superfluous) {
    const message = `No generated operation needs the scope ${scope}.`;
    const help = "Remove it, unless your own code needs it.";
    notes.push(diagnostic("B44-317", { message, location: { file, line, column }, help }));
  }
  return notes;
}

/** Finds the user's own file for a connector; undefined if there is none, or only the one that b44-gen wrote. */
async function ownFile(
  need: ScopePlan,
  { backend, places, written, folder }: ConnectorNotesOptions,
): Promise<{ file: string; text: string } | undefined> {
  const other = otherFile(need, backend);
  const path = places.path(connectorFile(need));
  const isKept = written.actions.some((action) => action.path === path && action.action === "kept");
  if (other === undefined && !isKept) return undefined;
  const absolute = other ?? join(folder, path);
  const text = await readFile(absolute, "utf8").catch(() => undefined);
  return text === undefined ? undefined : { file: shownPath(absolute), text };
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
