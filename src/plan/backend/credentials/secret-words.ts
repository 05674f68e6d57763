import type { Api, SecurityRequirement, SecurityScheme } from "../../../ir/index.js";
import type { Secret } from "../../model.js";
import { schemeWords } from "../../scheme-words.js";
import { clientSetting } from "./client-credentials.js";
import { credentialOf } from "./secret-credential.js";
import { hasClientFlow, isOAuth, partsOf, schemeOf } from "./security-schemes.js";

/**
 * Returns the setting in the config that names the secrets for a requirement: one for each header, parameter or cookie.
 */
export function secretsSetting(requirement: SecurityRequirement, api: Api): string {
  const names = partsOf(requirement, api).flatMap(([name = ""]) => {
    return clientFlowSetting(name, api) ?? `${JSON.stringify(name)}: "NAME_OF_THE_SECRET"`;
  });
  return `via: { function: { secrets: { ${names.join(", ")} } } }`;
}

/**
 * Returns the setting that has the tokens of a scheme fetched; undefined if the scheme has no flow `clientCredentials`.
 */
export function clientFlowSetting(name: string, api: Api): string | undefined {
  const scheme = schemeOf(name, api);
  if (!scheme || !hasClientFlow(scheme)) return undefined;
  return clientSetting(name, { clientId: "NAME_OF_THE_ID", clientSecret: "NAME_OF_THE_SECRET" });
}

/**
 * Returns the setting that sends a secret with every call, in the header of its scheme. Undefined if the credential is
 * not simply the value of a header.
 */
export function headerSetting(name: string, secret: Secret, api: Api): string | undefined {
  const scheme = schemeOf(name, api);
  const credential = scheme && credentialOf(scheme, secret);
  if (credential?.in !== "header") return undefined;
  const header = scheme?.type === "apiKey" ? scheme.name : "Authorization";
  const prefix = credential.prefix === undefined ? "" : `, prefix: ${JSON.stringify(credential.prefix)}`;
  return `headers: { ${JSON.stringify(header)}: { secret: ${JSON.stringify(credential.secret)}${prefix} } }`;
}

/** Returns what to know about the values of secrets before setting them, one sentence each. */
export function valueNotes(requirement: SecurityRequirement, api: Api): string[] {
  const names = partsOf(requirement, api).flatMap(([name]) => name ?? []);
  const ofKind = (isOfKind: (scheme: SecurityScheme) => boolean): string =>
    names.filter((name) => isOfKind(schemeOf(name, api) as SecurityScheme)).join(", ");
  const basic = ofKind(isBasic);
  const oauth = ofKind((scheme) => isOAuth(scheme) && !hasClientFlow(scheme));
  return [
    ...(basic ? [`The value of the secret for ${basic} is \`user:password\`.`] : []),
    ...(oauth
      ? [`With most APIs, the token for ${oauth} expires, and nothing renews a secret; a connector renews its token.`]
      : []),
  ];
}

/** Describes a security scheme by what its secret must contain. */
export function secretWords(scheme: SecurityScheme): string {
  if (isBasic(scheme)) return `${schemeWords(scheme)}, user:password`;
  if (hasClientFlow(scheme)) return `${schemeWords(scheme)}, fetched with a client ID and secret`;
  return isOAuth(scheme) ? `${schemeWords(scheme)}, which only a connector renews` : schemeWords(scheme);
}

/** True for HTTP basic, whose credential has two parts. */
function isBasic(scheme: SecurityScheme): boolean {
  return scheme.type === "http" && scheme.scheme === "basic";
}
