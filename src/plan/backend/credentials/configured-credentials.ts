import { closest, type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api, SecurityScheme } from "../../../ir/index.js";
import type { Credential } from "../../../runtime/functions/b44-definition.js";
import type { BackendWay, Secret } from "../../model.js";
import { schemeWords } from "../../scheme-words.js";
import { clientCredential, isClientSecrets } from "./client-credentials.js";
import { HEADERS_HELP } from "./credentials.js";
import { credentialOf } from "./secret-credential.js";
import { isAuthorization, schemeOf, secretFault } from "./security-schemes.js";

/**
 * Returns the credentials for the secrets in the config, and the faults of these secrets (B44-312, B44-350, B44-351). A
 * relative token URL in the spec is relative to the base URL, if that is known.
 */
export function configuredCredentials(
  api: Api,
  way: BackendWay,
  baseUrl: string | undefined,
): { credentials: Record<string, Credential>; diagnostics: Diagnostic[] } {
  // Without a prototype, a scheme may be called `__proto__`.
  const credentials: Record<string, Credential> = Object.create(null);
  const diagnostics: Diagnostic[] = [];
  if (way.via !== "function") return { credentials, diagnostics };
  for (const [name, secret] of Object.entries(way.secrets)) {
    const made = credentialFor({ api, name, secret, baseUrl });
    diagnostics.push(...made.diagnostics);
    if (made.credential) credentials[name] = made.credential;
  }
  return { credentials, diagnostics };
}

/** A secret in the config, and its key there. */
interface Named {
  api: Api;
  name: string;
  secret: Secret;
  baseUrl: string | undefined;
}

function credentialFor({ api, name, secret, baseUrl }: Named): {
  credential: Credential | undefined;
  diagnostics: Diagnostic[];
} {
  const scheme = schemeOf(name, api);
  if (scheme && isAuthorization(scheme) && isClientSecrets(secret)) {
    return clientCredential({ api, name, scheme, secret, baseUrl });
  }
  const credential = scheme && credentialOf(scheme, secret);
  return { credential, diagnostics: credential ? [] : [unfit({ api, name, secret })] };
}

function unfit(named: Omit<Named, "baseUrl">): Diagnostic {
  const { api, name, secret } = named;
  const scheme = schemeOf(name, api);
  const fault = scheme && secretFault(scheme);
  const given = isClientSecrets(secret) ? "client credentials" : "a user name and password";
  const what = scheme
    ? `the security scheme ${name} (${schemeWords(scheme)}) ${fault ?? `takes one secret, not ${given}`}`
    : `the selected operations have no security scheme or parameter ${name}`;
  const help = scheme && fault === undefined ? oneSecret(name) : otherSchemes(named);
  const setting = ["via", "function", "secrets", name];
  return diagnostic("B44-312", {
    message: `The secrets of ${api.name} do not match the spec: ${what}.`,
    setting,
    help,
  });
}

function oneSecret(name: string): string {
  return `Name one secret for it: \`${name}: "API_KEY"\` in the config, \`--secret ${name}=API_KEY\` for \`b44-gen init\`.`;
}

function otherSchemes({ api, name, secret }: Omit<Named, "baseUrl">): string {
  const known = Object.keys(api.securitySchemes);
  if (known.length > 0) {
    return (schemeOf(name, api) === undefined && schemeMeant(name, api)) || `The schemes are ${known.join(", ")}.`;
  }
  return `The spec declares none: ${isClientSecrets(secret) ? TOKEN_URL_HELP : `set the header instead, ${HEADERS_HELP}`}.`;
}

/** The help for client secrets if the spec declares no schemes: with a token URL, they need none. */
const TOKEN_URL_HELP = 'set the token URL beside the two names, tokenUrl: "https://…"';

/**
 * Returns a suggestion for the key of a secret that is a misspelt security scheme, or the kind of one; undefined if
 * there is none.
 */
function schemeMeant(name: string, { securitySchemes }: Api): string | undefined {
  const schemes = Object.entries(securitySchemes);
  const kind = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const ofKind = schemes.filter(([, scheme]) => kind === kindOf(scheme));
  const meant = closest(name, Object.keys(securitySchemes)) ?? (ofKind.length === 1 ? ofKind[0]?.[0] : undefined);
  if (meant === undefined) return undefined;
  const others = schemes.length > 1 ? ` The schemes are ${schemes.map(([known]) => known).join(", ")}.` : "";
  return `Did you mean ${meant}?${others}`;
}

/** Returns the common word for a kind of security scheme, such as `bearer` or `apikey`. */
function kindOf(scheme: SecurityScheme): string {
  return (scheme.type === "http" ? scheme.scheme : scheme.type).toLowerCase();
}
