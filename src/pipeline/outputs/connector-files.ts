import { join } from "node:path";
import { connectorEntry } from "../../connectors/index.js";
import { connectorFileText } from "../../emit/connector/index.js";
import type { PlacedFile } from "../../emit/output.js";
import type { ScopePlan } from "../../plan/index.js";
import type { Backend } from "../../project/index.js";
import type { PlannedApi } from "../api/planned-api.js";
import { connectorNeeds } from "./connector-needs.js";

/** What decides about connector files. */
export interface ConnectorOptions {
  backend: Backend;
  /** True where the user asked for the files. */
  isAsked: boolean;
}

/**
 * The connector files to write. A deploy disconnects connectors without a file, so there are none if the project has
 * none yet and nobody asked for them. There is none either for a connector whose scopes are unknown, or which has a
 * file of the user's under another name.
 */
export function plannedConnectorFiles(
  planned: readonly PlannedApi[],
  { backend, isAsked }: ConnectorOptions,
): PlacedFile[] {
  if (!isAsked && backend.connectors.length === 0) return [];
  return connectorNeeds(planned)
    .filter((need) => need.known && !otherFile(need, backend))
    .map(connectorFile);
}

/** The user's own file for a connector, where that has another name than b44-gen would give it. */
export function otherFile({ type }: ScopePlan, { connectors, connectorsDir }: Backend): string | undefined {
  const file = connectors.find((connector) => connector.type === type)?.file;
  return file === join(connectorsDir, `${type}.jsonc`) ? undefined : file;
}

/** The file of a connector with what it needs. */
export function connectorFile(need: ScopePlan): PlacedFile {
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
