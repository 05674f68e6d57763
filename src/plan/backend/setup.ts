import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Api } from "../../ir/index.js";
import type { Connection } from "../../runtime/functions/b44-definition.js";
import type { BackendPlan } from "../model.js";
import { clientFlowSetting, isFetched, isOAuth, schemeOf, secretNames, shownEndpoint } from "./credentials/index.js";

/** Reports what must be set up for the calls to work: secrets (B44-313), or a connector (B44-314). */
export function setupNotes(api: Api, backend: BackendPlan): Diagnostic[] {
  const secrets = secretNames([...Object.values(backend.credentials), ...Object.values(backend.headers)]);
  const notes: Diagnostic[] = [];
  if (secrets.length > 0) {
    const message = `${api.name} needs the ${secrets.length === 1 ? "secret" : "secrets"} ${secrets.join(", ")}.`;
    const pairs = secretsOfPairs(backend);
    const values = secrets.map((name) => `${name}=${pairs.has(name) ? "user:password" : "…"}`).join(" ");
    const set = `Set ${secrets.length === 1 ? "it" : "them"} once for the app: base44 secrets set ${values}`;
    const setting = Object.keys(backend.credentials).length > 0 ? ["via", "function", "secrets"] : ["headers"];
    const help = [set, ...tokenNotes(backend), ...expiryNotes(api, backend)].join("\n");
    notes.push(diagnostic("B44-313", { message, setting, help }));
  }
  if (backend.connection) notes.push(connectorNote(api, backend.connection, backend.scopes?.scopes));
  return notes;
}

/** Returns the secrets that contain both parts of HTTP basic. */
function secretsOfPairs({ credentials }: BackendPlan): Set<string> {
  const all = Object.values(credentials);
  return new Set(all.flatMap((item) => (item.in === "basic" && "secret" in item ? [item.secret] : [])));
}

/** Returns the URLs to which the function sends secrets to get tokens, one sentence each. */
function tokenNotes({ credentials }: BackendPlan): string[] {
  return Object.entries(credentials).flatMap(([name, credential]) => {
    if (!isFetched(credential)) return [];
    const scope = credential.scope === undefined ? "" : ` with the scopes ${credential.scope.replaceAll(" ", ", ")}`;
    return [`The function fetches tokens for ${name} from ${shownEndpoint(credential.tokenUrl)}${scope}.`];
  });
}

/** Returns what to know about secrets that are OAuth tokens. */
function expiryNotes(api: Api, { credentials }: BackendPlan): string[] {
  const tokens = Object.entries(credentials).filter(([name, credential]) => {
    const scheme = schemeOf(name, api);
    return scheme && isOAuth(scheme) && !isFetched(credential);
  });
  if (tokens.length === 0) return [];
  const names = secretNames(tokens.map(([, credential]) => credential)).join(", ");
  const [setting] = tokens.flatMap(([name]) => clientFlowSetting(name, api) ?? []);
  const way = setting
    ? `. To let the function fetch tokens instead, name an OAuth client ID and secret: secrets: { ${setting} }.`
    : "; a connector renews its token.";
  return [`With most APIs, an OAuth token (${names}) expires, and nothing renews a secret${way}`];
}

function connectorNote(api: Api, connection: Connection, scopes: string[] | undefined): Diagnostic {
  const setting = ["via", "connector"];
  switch (connection.kind) {
    case "workspace":
      return diagnostic("B44-314", {
        setting,
        message: `${api.name} uses the workspace's connector ${connection.id}.`,
        help: "A workspace admin registers and connects it in the workspace's settings.",
      });
    case "appUser":
      return diagnostic("B44-314", {
        setting,
        message: `${api.name} uses each user's own account through the connector ${connection.id}.`,
        help: "A workspace admin registers it, and each user connects in the app: see docs/connectors.md in the b44-gen package.",
      });
    default: {
      const needed = scopes && scopes.length > 0 ? ` with ${scopes.join(", ")}` : "";
      const metered = connection.kind === "metered" ? " metered" : "";
      return diagnostic("B44-314", {
        setting,
        message: `${api.name} uses the${metered} connector ${connection.type}${needed}.`,
        help: "The app's builder connects it, in the app's dashboard or with its connector file and `base44 connectors push`.",
      });
    }
  }
}
