import { join } from "node:path";
import { connectorEntry } from "../../connectors/index.js";
import { connectorFileText } from "../../emit/connector/index.js";
import type { PlacedFile } from "../../emit/output.js";
import type { ScopePlan } from "../../plan/index.js";
import type { Backend } from "../../project/index.js";
import type { PlannedApi } from "../api/planned-api.js";
import { connectorNeeds } from "./connector-needs.js";

/** The facts that decide about connector files. */
export interface ConnectorOptions {
  backend: Backend;
  /** True if the user asked for the files. */
  isAsked: boolean;
}

/**
 * Returns the connector files to write. A deploy disconnects connectors without a file, so there are none if the
 * project has none yet and the user did not ask for them. There is also none for a connector whose scopes are unknown,
 * or for which the user has a file with another name.
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

/** Finds the user's own file for a connector, if its name differs from the one that b44-gen would choose. */
export function otherFile({ type }: ScopePlan, { connectors, connectorsDir }: Backend): string | undefined {
  const file = connectors.find((connector) => connector.type === type)?.file;
  return file === join(connectorsDir, `${type}.jsonc`) ? undefined : file;
}

/** Returns the file for a connector, with the scopes that it needs. */
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
