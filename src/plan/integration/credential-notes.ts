import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Api, SecurityRequirement, SecurityScheme, SourceRef } from "../../ir/index.js";
import { isToken } from "../../spec/token.js";
import { authenticationScheme, isBySecret, isOAuth, partsOf, schemeOf } from "../backend/index.js";
import { schemeWords, shownName } from "../scheme-words.js";

/** The credentials of one requirement, or of a single scheme. */
interface Credential {
  words: string;
  /** The place of the declaration of the first scheme. */
  source: SourceRef | undefined;
  /** True if the credentials are only headers, which an integration sends with each call. */
  isHeld: boolean;
  /** True if one of them is an OAuth token, which expires. */
  expires: boolean;
}

/** Reports the credentials that operations need, in one message: the alternatives, each with all of its credentials. */
export function credentialNotes(api: Api): Diagnostic[] {
  const requirements = api.operations.flatMap(({ security }) => security);
  const found = requirements.map((requirement) => alternative(requirement, api)).filter(({ words }) => words !== "");
  if (found.length === 0) return [];
  const alternatives = [...new Set(found.map(({ words }) => words))];
  const message = `${api.name} needs credentials: ${alternatives.join("; or ")}.`;
  return [diagnostic("B44-304", { message, location: found[0]?.source, help: helpOf(found) })];
}

/** Returns what to do about the alternatives; undefined if one of them is only headers that do not expire. */
function helpOf(alternatives: readonly Credential[]): string | undefined {
  const held = alternatives.filter(({ isHeld }) => isHeld);
  if (held.length === 0) return NONE_HELD;
  return held.every(({ expires }) => expires) ? NONE_LASTS : undefined;
}

const NONE_LASTS =
  "The workspace admin sets the header in the integration, where nothing renews the token. If the token expires, call the API through a connector, or a backend function with client credentials: `b44-gen inspect` shows which can call it.";

const NONE_HELD = "Call the API through a backend function or a connector, if one of them can send these credentials.";

/** Returns the credentials of one requirement, all of which a call needs. Ignores undeclared schemes. */
function alternative(requirement: SecurityRequirement, api: Api): Credential {
  const credentials = partsOf(requirement, api).flatMap(([name = ""]) => {
    const scheme = schemeOf(name, api);
    return scheme ? [{ ...credential(name, scheme), source: scheme.source, expires: isOAuth(scheme) }] : [];
  });
  return {
    source: credentials[0]?.source,
    words: credentials.map(({ words }) => words).join(" and "),
    isHeld: credentials.every(({ isHeld }) => isHeld),
    expires: credentials.some(({ expires }) => expires),
  };
}

/** True for a scheme whose credential is a header, which an integration sends with each call. */
export function isHeldByIntegration(scheme: SecurityScheme): boolean {
  return credential("", scheme).isHeld;
}

function credential(name: string, scheme: SecurityScheme): Pick<Credential, "words" | "isHeld"> {
  const held = (header: string) => ({ words: `the header ${header} (${name})`, isHeld: true });
  const notHeld = (what: string) => {
    return { words: `${what} (${name}), which an integration cannot store`, isHeld: false };
  };
  switch (scheme.type) {
    case "apiKey":
      if (scheme.in !== "header") return notHeld(`the ${scheme.in} parameter ${scheme.name}`);
      return isToken(scheme.name) ? held(scheme.name) : notHeld(`the header ${shownName(scheme.name)}`);
    case "http":
      if (!isBySecret(scheme)) return notHeld(schemeWords(scheme));
      return held(`Authorization: ${authenticationScheme(scheme.scheme)} …`);
    case "oauth2":
    case "openIdConnect":
      return held("Authorization: Bearer … with an OAuth token");
    case "mutualTLS":
      return notHeld("a client certificate");
  }
}
