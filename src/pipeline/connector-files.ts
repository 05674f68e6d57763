import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareScopes, connectorEntry } from "../connectors/index.js";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { connectorFileText } from "../emit/connector/index.js";
import type { PlacedFile } from "../emit/output.js";
import { shownPath } from "../files/index.js";
import type { ScopePlan } from "../plan/index.js";
import { type Backend, connectorUses, type WritePlan } from "../project/index.js";
import type { Places } from "./places.js";
import type { PlannedApi } from "./planned-api.js";

/** The connector types that the planned APIs use, each once. */
export function connectorTypesOf(planned: readonly PlannedApi[]): string[] {
  return needsByType(planned).map(({ type }) => type);
}

/** What each connector needs, over all APIs that use it, sorted by type. */
function needsByType(planned: readonly PlannedApi[]): ScopePlan[] {
  const byType = new Map<string, ScopePlan>();
  for (const { plan } of planned) {
    const scopes = plan.backend?.scopes;
    if (!scopes) continue;
    const others = byType.get(scopes.type);
    byType.set(scopes.type, {
      type: scopes.type,
      scopes: [...new Set([...(others?.scopes ?? []), ...scopes.scopes])].sort(),
      known: scopes.known && (others?.known ?? true),
      alternatives: [...(others?.alternatives ?? []), ...scopes.alternatives],
    });
  }
  return [...byType.values()].sort((one, other) => (one.type < other.type ? -1 : 1));
}

function fileOf(need: ScopePlan): PlacedFile {
  const title = connectorEntry(need.type)?.title ?? need.type;
  return {
    place: "connectors",
    path: `${need.type}.jsonc`,
    text: connectorFileText({ ...need, title }),
    language: "jsonc",
    api: null,
    kind: "offer",
  };
}

/** What decides about connector files. */
interface ConnectorOptions {
  backend: Backend;
  /** True where the user asked for the files. */
  isAsked: boolean;
}

/**
 * The connector files to write: a deploy makes the app's connectors what the files say, so none where the project has
 * none yet and nobody asked for it, or where it is not known which scopes to write; and none beside a file of the user's
 * for the same connector under another name.
 */
export function plannedConnectorFiles(
  planned: readonly PlannedApi[],
  { backend, isAsked }: ConnectorOptions,
): PlacedFile[] {
  if (!isAsked && backend.connectors.length === 0) return [];
  return needsByType(planned)
    .filter((need) => need.known && !otherFile(need, backend))
    .map(fileOf);
}

/** The user's own file for a connector, where that has another name than b44-gen would give it. */
function otherFile({ type }: ScopePlan, { connectors, connectorsDir }: Backend): string | undefined {
  const file = connectors.find((connector) => connector.type === type)?.file;
  return file === join(connectorsDir, `${type}.jsonc`) ? undefined : file;
}

/** What there is to say of connectors once the files are written. */
interface ConnectorNotesOptions extends ConnectorOptions {
  places: Places;
  written: WritePlan;
  /** The lock's folder. */
  folder: string;
}

/**
 * Files that were not written (B44-315), scopes that the user's files lack (B44-316) or need not have (B44-317), and
 * connectors that hand-written functions use without a file (B44-319).
 */
export async function connectorNotes(
  planned: readonly PlannedApi[],
  options: ConnectorNotesOptions,
): Promise<Diagnostic[]> {
  const { backend, isAsked } = options;
  const needs = needsByType(planned);
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
        message: `This function uses the connector ${type}, for which the project has no file.`,
        location: { file: shownPath(file), line },
      }),
    );
  }
  return notes;
}

function notWritten(need: ScopePlan, { places, folder }: ConnectorNotesOptions): Diagnostic {
  const file = fileOf(need);
  const path = shownPath(folder, places.path(file));
  return diagnostic("B44-315", {
    message: `${path} was not written: the project has no connector files yet, and a deploy disconnects connectors without one.`,
    help: `Run \`base44 connectors pull\`, then b44-gen with --write-connectors, or write the file yourself:\n${file.text.trimEnd()}`,
  });
}

function scopesNotKnown(need: ScopePlan, { places, folder }: ConnectorNotesOptions): Diagnostic {
  const path = shownPath(folder, places.path(fileOf(need)));
  return diagnostic("B44-315", {
    message: `${path} was not written: the spec does not say which scopes the selected operations need.`,
    help: 'Look them up in the documentation of the API, and give them in its entry of the config: scopes: ["…"]; or scopes: [] where it has none.',
  });
}

async function comparedWithFile(need: ScopePlan, options: ConnectorNotesOptions): Promise<Diagnostic[]> {
  const { backend, places, written, folder } = options;
  const other = otherFile(need, backend);
  const path = places.path(fileOf(need));
  const isKept = written.actions.some((action) => action.path === path && action.action === "kept");
  if (other === undefined && !isKept) return [];
  const absolute = other ?? join(folder, path);
  const text = await readFile(absolute, "utf8").catch(() => undefined);
  if (text === undefined) return [];
  const file = shownPath(absolute);
  const compared = compareScopes({ text, file, needed: need.scopes, alternatives: need.alternatives });
  if (!compared.readable) {
    const { line, column } = compared;
    const message = `${file} cannot be compared with the scopes that the generated operations need: ${lowerFirst(compared.problem)}.`;
    const help = "Mend the file: it holds `type` and a list of `scopes`.";
    return [diagnostic("B44-316", { message, location: { file, line, column }, help })];
  }
  const { missing, superfluous } = compared;
  return [
    ...(missing
      ? [
          diagnostic("B44-316", {
            message: `${file} lacks scopes that the generated operations need: ${missing.scopes.join(", ")}.`,
            location: { file, line: missing.line, column: missing.column },
            help: `Insert here: ${missing.text.trim()}`,
          }),
        ]
      : []),
    ...(need.known ? superfluous : []).map(({ scope, line, column }) =>
      diagnostic("B44-317", {
        message: `No generated operation needs the scope ${scope}.`,
        location: { file, line, column },
        help: "Remove it from the list, unless code of your own needs it.",
      }),
    ),
  ];
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
