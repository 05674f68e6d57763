import {
  type ConnectorChoice,
  isSecretName,
  looksLikeSecret,
  nameLikeness,
  type Secret,
  tokenUrlFault,
  type UserVia,
} from "../config/index.js";
import { fail } from "../diagnostics/index.js";

/** The options for the transport of an API. */
export interface ViaOptions {
  via?: "integration" | "connector" | "function";
  /** A connector's type, or `workspace:ID`, `appUser:ID`, `metered:TYPE`. */
  connector?: string;
  /**
   * Each `SCHEME=NAME`, `SCHEME=USERNAME:PASSWORD` for HTTP basic, or `SCHEME=client:ID:SECRET` for OAuth client
   * credentials, with the names of secrets.
   */
  secret?: string[];
  /** The URL from which an OAuth client gets tokens, instead of the spec's `tokenUrl`. */
  tokenUrl?: string;
}

/**
 * Returns the `via` of a config for the options. `--connector` and `--secret` each imply the transport.
 * @throws DiagnosticError B44-506 if they contradict each other, B44-509 for a value in place of a name
 */
export function viaOf({ via, connector, secret, tokenUrl }: ViaOptions): UserVia {
  const way = via ?? wayOf({ connector, secret });
  if (connector !== undefined && way !== "connector") return contradiction("--connector", way);
  if (secret !== undefined && way !== "function") return contradiction("--secret", way);
  const secrets = withTokenUrl((secret ?? []).map(secretOf), tokenUrl);
  if (way === "integration") return way;
  if (way === "function") return { function: secret ? { secrets: Object.fromEntries(secrets) } : {} };
  if (connector === undefined) {
    return fail("B44-506", {
      message: "--via connector needs --connector with a type, workspace:ID, appUser:ID or metered:TYPE.",
      help: "For example --connector googlecalendar; `b44-gen inspect SPEC` names the connectors that fit.",
    });
  }
  return { connector: choiceOf(connector) };
}

/** The transport that the options imply. */
function wayOf({ connector, secret }: ViaOptions): NonNullable<ViaOptions["via"]> {
  if (connector !== undefined) return "connector";
  return secret === undefined ? "integration" : "function";
}

function contradiction(option: string, way: string): never {
  return fail("B44-506", {
    message: `${option} cannot be combined with --via ${way}.`,
    help: "Run `b44-gen init --help` for the options.",
  });
}

function choiceOf(connector: string): ConnectorChoice {
  const [, kind, rest = ""] = /^(workspace|appUser|metered):(.+)$/.exec(connector) ?? [];
  if (kind === "workspace") return { workspace: rest };
  if (kind === "appUser") return { appUser: rest };
  return kind === "metered" ? { metered: rest } : connector;
}

/** Adds the token URL to the secrets of the only OAuth client among them. Messages do not contain the URL. */
function withTokenUrl(secrets: [string, Secret][], tokenUrl: string | undefined): [string, Secret][] {
  if (tokenUrl === undefined) return secrets;
  const clients = secrets.filter(([, secret]) => isClient(secret));
  if (clients.length !== 1) {
    return fail("B44-506", {
      message: `--token-url needs --secret for exactly one OAuth client, but there are ${clients.length === 0 ? "none" : clients.length}.`,
      help: "For example --secret oauth=client:PAY_ID:PAY_SECRET --token-url https://auth.example.com/oauth/token. For several clients, set tokenUrl in the config.",
    });
  }
  const fault = tokenUrlFault(tokenUrl);
  if (fault !== undefined) {
    return fail("B44-506", {
      message: `--token-url ${fault}.`,
      help: "For example --token-url https://auth.example.com/oauth/token.",
    });
  }
  return secrets.map(([name, secret]) => [name, isClient(secret) ? { ...secret, tokenUrl } : secret]);
}

function isClient(secret: Secret): secret is Extract<Secret, { clientId: string }> {
  return typeof secret === "object" && "clientId" in secret;
}

function isLikelyName(name: string): boolean {
  return nameLikeness(name) === "name";
}

function secretOf(text: string): [string, Secret] {
  const [, scheme, rest = ""] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  const [, client] = /^client:(.+:.+)$/s.exec(rest) ?? [];
  const names = (client ?? rest).split(":");
  const isWellFormed = scheme !== undefined && names.length <= 2 && names.every(isSecretName);
  if (looksLikeSecret(rest) || names.some((name) => looksLikeSecret(name) || (isWellFormed && !isLikelyName(name)))) {
    return fail("B44-509", {
      message: `--secret${scheme ? ` ${scheme}` : ""} looks like the value of a secret, but must be its name.`,
      help: "Store the value with `base44 secrets set NAME=…`, and pass its name in upper case: --secret SCHEME=NAME.",
    });
  }
  if (!isWellFormed) {
    return fail("B44-506", {
      message:
        "--secret needs the form SCHEME=NAME: a security scheme of the spec, and the name of one of the app's secrets.",
      help: "For example --secret bearerAuth=MAIL_API_KEY, for HTTP basic --secret basicAuth=CRM_USER:CRM_PASSWORD, for OAuth client credentials --secret oauth=client:PAY_ID:PAY_SECRET.",
    });
  }
  const [first = "", second] = names;
  if (client !== undefined && second !== undefined) return [scheme, { clientId: first, clientSecret: second }];
  return [scheme, second === undefined ? first : { username: first, password: second }];
}
