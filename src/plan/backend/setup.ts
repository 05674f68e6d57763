import { closest, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Api, SecurityScheme } from "../../ir/index.js";
import type { BackendPlan, BackendWay, Connection, Credential } from "../model.js";
import { schemeWords } from "../scheme-words.js";
import { HEADERS_HELP } from "./credentials.js";
import { credentialOf, secretNames } from "./secret-credential.js";
import { isOAuth } from "./secret-words.js";
import { schemeOf, secretFault } from "./security-schemes.js";

/** The credentials that the config's secrets make, and what is wrong with them (B44-312). */
export function configuredCredentials(
  api: Api,
  way: BackendWay,
): { credentials: Record<string, Credential>; diagnostics: Diagnostic[] } {
  // Without a prototype, a scheme may be called `__proto__`.
  const credentials: Record<string, Credential> = Object.create(null);
  const diagnostics: Diagnostic[] = [];
  if (way.via !== "function") return { credentials, diagnostics };
  const known = Object.keys(api.securitySchemes);
  for (const [name, secret] of Object.entries(way.secrets)) {
    const scheme = schemeOf(name, api);
    const credential = scheme && credentialOf(scheme, secret);
    if (credential) credentials[name] = credential;
    else {
      const what = scheme
        ? `the security scheme ${name} (${schemeWords(scheme)}) ${secretFault(scheme) ?? "takes something else"}`
        : `the selected operations have no security scheme ${name}, and no such parameter`;
      const help =
        known.length > 0
          ? (scheme === undefined && schemeMeant(name, api)) || `They have ${known.join(", ")}.`
          : `The spec declares none: give the header instead, ${HEADERS_HELP}.`;
      const setting = ["via", "function", "secrets", name];
      const message = `The secrets of ${api.name} do not fit: ${what}.`;
      diagnostics.push(diagnostic("B44-312", { message, setting, help }));
    }
  }
  return { credentials, diagnostics };
}

/** What to say of the name of a secret that is a security scheme's in another spelling, or the kind of one. */
function schemeMeant(name: string, { securitySchemes }: Api): string | undefined {
  const schemes = Object.entries(securitySchemes);
  const kind = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const ofKind = schemes.filter(([, scheme]) => kind === kindOf(scheme));
  const meant = closest(name, Object.keys(securitySchemes)) ?? (ofKind.length === 1 ? ofKind[0]?.[0] : undefined);
  if (meant === undefined) return undefined;
  const others = schemes.length > 1 ? ` They have ${schemes.map(([known]) => known).join(", ")}.` : "";
  return `Did you mean ${meant}?${others}`;
}

/** The word by which people call a kind of security scheme, `bearer` or `apikey`. */
function kindOf(scheme: SecurityScheme): string {
  return (scheme.type === "http" ? scheme.scheme : scheme.type).toLowerCase();
}

/** What has to be set up for the calls to work: secrets (B44-313), or a connector (B44-314). */
export function setupNotes(api: Api, backend: BackendPlan): Diagnostic[] {
  const secrets = secretNames([...Object.values(backend.credentials), ...Object.values(backend.headers)]);
  const notes: Diagnostic[] = [];
  if (secrets.length > 0) {
    const message = `${api.name} needs the ${secrets.length === 1 ? "secret" : "secrets"} ${secrets.join(", ")}.`;
    const values = secrets.map((name) => `${name}=${isPair(name, backend) ? "user:password" : "…"}`).join(" ");
    const set = `Set ${secrets.length === 1 ? "it" : "them"} once for the app: base44 secrets set ${values}`;
    notes.push(diagnostic("B44-313", { message, help: [set, ...expiryNotes(api, backend)].join("\n") }));
  }
  if (backend.connection) notes.push(connectorNote(api, backend.connection, backend.scopes?.scopes));
  return notes;
}

/** Whether a secret holds both parts of HTTP basic. */
function isPair(secret: string, { credentials }: BackendPlan): boolean {
  return Object.values(credentials).some((item) => item.in === "basic" && "secret" in item && item.secret === secret);
}

/** What to know of secrets that are OAuth tokens. */
function expiryNotes(api: Api, { credentials }: BackendPlan): string[] {
  const tokens = Object.entries(credentials).filter(([name]) => {
    const scheme = schemeOf(name, api);
    return scheme && isOAuth(scheme);
  });
  if (tokens.length === 0) return [];
  const names = secretNames(tokens.map(([, credential]) => credential)).join(", ");
  return [`An OAuth token (${names}) expires with most APIs, and nothing renews a secret: a connector does.`];
}

function connectorNote(api: Api, connection: Connection, scopes: string[] | undefined): Diagnostic {
  switch (connection.kind) {
    case "workspace":
      return diagnostic("B44-314", {
        message: `${api.name} uses the workspace's connector ${connection.id}.`,
        help: "A workspace admin registers and connects it in the workspace's settings.",
      });
    case "appUser":
      return diagnostic("B44-314", {
        message: `${api.name} uses each user's own account through the connector ${connection.id}.`,
        help: "A workspace admin registers it; each user connects in the app: see docs/connectors.md in the package b44-gen.",
      });
    default: {
      const needed = scopes && scopes.length > 0 ? ` with ${scopes.join(", ")}` : "";
      const metered = connection.kind === "metered" ? " metered" : "";
      return diagnostic("B44-314", {
        message: `${api.name} uses the${metered} connector ${connection.type}${needed}.`,
        help: "The app's builder connects it: in the app's dashboard, or by its file and `base44 connectors push`.",
      });
    }
  }
}
