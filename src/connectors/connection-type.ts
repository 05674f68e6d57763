import type { Connection } from "../runtime/functions/b44-definition.js";
import { connectorEntry, isKnownType, suggestType } from "./entries.js";

/**
 * The config's `via.connector`: the type of one of the platform's shared connectors, or an object with the ID of a
 * connector that the workspace registered, the ID of one that each user connects to, or the type of a metered one.
 */
export type ConnectorChoice = string | { workspace: string } | { appUser: string } | { metered: string };

/** Converts the connector in the config to the form in function definitions. */
export function connectionOf(choice: ConnectorChoice): Connection {
  if (typeof choice === "string") return { kind: "shared", type: choice };
  if ("workspace" in choice) return { kind: "workspace", id: choice.workspace };
  if ("appUser" in choice) return { kind: "appUser", id: choice.appUser };
  return { kind: "metered", type: choice.metered };
}

/** A fault or doubt about a connector in the config, and how to fix it. */
interface ConnectionProblem {
  severity: "error" | "warning";
  problem: string;
  help: string;
}

/** True if a string has the form of the IDs of Base44's records, or of a UUID. */
export function isRecordId(text: string): boolean {
  return /^(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(text);
}

/** The form of connector types that the Base44 CLI accepts. */
const typeForm = /^[a-z0-9_-]+$/;

/**
 * Finds faults of a connector in the config: a string that cannot be a type, an ID in place of a type or the reverse, a
 * mistyped type, a metered connector used as a shared one. An unknown type that resembles no known one is a warning,
 * because it works with the information in its spec. Empty if there are no faults.
 */
export function checkConnection(connection: Connection): ConnectionProblem[] {
  return "type" in connection ? checkType(connection.type, connection.kind) : checkId(connection.id, connection.kind);
}

function checkType(type: string, way: "shared" | "metered"): ConnectionProblem[] {
  const entry = connectorEntry(type);
  if (entry) return checkWay(type, { way, metered: entry.kind === "metered" });
  const shown = quote(type);
  if (looksLikeId(type)) {
    return error(`${shown} looks like a connector ID, but must be a connector type.`, idHelp(type));
  }
  const meant = suggestType(type);
  if (meant !== undefined) {
    return error(`The connector type ${shown} does not exist.`, `Did you mean ${quote(meant)}?`);
  }
  if (!typeForm.test(type)) {
    const help = 'A type consists of lower-case letters, digits, "_" and "-", for example "googlecalendar".';
    return error(`${shown} is not a valid connector type.`, help);
  }
  const problem = `b44-gen does not know the connector type ${shown}, so it takes the base URL and headers from the spec alone.`;
  return [{ severity: "warning", problem, help: "Check the spelling with `base44 connectors list-available`." }];
}

/** Reports a known type that is used as another kind of connector. */
function checkWay(
  type: string,
  { way, metered }: { way: "shared" | "metered"; metered: boolean },
): ConnectionProblem[] {
  if (metered === (way === "metered")) return [];
  const shown = quote(type);
  if (metered) {
    const help = `Write \`connector: { metered: ${shown} }\`.`;
    return error(`The connector ${shown} is metered: Base44 provides no token for it.`, help);
  }
  const problem = `b44-gen does not know the connector ${shown} as a metered one.`;
  return [{ severity: "warning", problem, help: `Write \`connector: ${shown}\`, unless the connector is metered.` }];
}

function checkId(id: string, member: "workspace" | "appUser"): ConnectionProblem[] {
  const whose = member === "workspace" ? "a connector that the workspace registered" : "the app users' connector";
  const help = `Copy the ID of ${whose} from the workspace's settings.`;
  if (id.trim() === "") return error(`\`connector: { ${member} }\` has no ID.`, help);
  const shown = quote(id);
  if (isKnownType(id)) {
    return error(
      `${shown} is a connector type, but must be a connector ID.`,
      `${help} For a connector that the whole app shares, write \`connector: ${shown}\`.`,
    );
  }
  const meant = looksLikeId(id) ? undefined : suggestType(id);
  if (meant !== undefined) {
    return error(`${shown} looks like the connector type ${quote(meant)}, but must be a connector ID.`, help);
  }
  if (/[^\x21-\x7e]/.test(id))
    return error(`${shown} is not a valid connector ID: it contains spaces or special characters.`, help);
  return [];
}

/**
 * True if a string looks like an ID: 24 hexadecimal digits, a UUID, a long number, capitals and digits mixed, or a long
 * run of letters and digits that is unlikely in a name.
 */
function looksLikeId(text: string): boolean {
  if (isRecordId(text)) return true;
  if (!/^[a-z0-9_-]{8,}$/i.test(text)) return false;
  const digits = text.replace(/[^0-9]/g, "").length;
  if (/^[0-9]+$/.test(text)) return true;
  const mixedCase = /[a-z]/.test(text) && /[A-Z]/.test(text);
  return (mixedCase && digits > 0 && suggestType(text) === undefined) || (text.length >= 16 && digits >= 3);
}

function idHelp(id: string): string {
  const shown = quote(id);
  return (
    `Write \`connector: { workspace: ${shown} }\` for a connector that the workspace registered, ` +
    `\`connector: { appUser: ${shown} }\` for one that each user connects.`
  );
}

/** A string as a literal, shortened if it is long. */
function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

function error(problem: string, help: string): ConnectionProblem[] {
  return [{ severity: "error", problem, help }];
}
