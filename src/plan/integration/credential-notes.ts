import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Api, SecurityRequirement, SecurityScheme } from "../../ir/index.js";
import { isToken } from "../../spec/token.js";
import { authenticationScheme, isBySecret } from "../backend/credentials.js";
import { schemeWords, shownName } from "../scheme-words.js";

/** The credentials that operations ask for, told once: the alternatives, each with all that it takes. */
export function credentialNotes(api: Api): Diagnostic[] {
  const requirements = api.operations.flatMap(({ security }) => security);
  const alternatives = new Set(requirements.map((requirement) => alternative(requirement, api)));
  alternatives.delete("");
  if (alternatives.size === 0) return [];
  const message = `${api.name} needs credentials: ${[...alternatives].join("; or ")}.`;
  return [diagnostic("B44-304", { message, location: { file: api.spec } })];
}

/** The credentials of one requirement, all of which a call needs. Schemes that are not declared say nothing. */
function alternative(requirement: SecurityRequirement, { securitySchemes }: Api): string {
  return Object.keys(requirement)
    .flatMap((name) => {
      const scheme = Object.hasOwn(securitySchemes, name) ? securitySchemes[name] : undefined;
      return scheme ? [credential(name, scheme)] : [];
    })
    .join(" and ");
}

function credential(name: string, scheme: SecurityScheme): string {
  switch (scheme.type) {
    case "apiKey":
      if (scheme.in !== "header")
        return `the ${scheme.in} parameter ${scheme.name} (${name}), which an integration does not hold`;
      return isToken(scheme.name)
        ? `the header ${scheme.name} (${name})`
        : `the header ${shownName(scheme.name)} (${name}), which no integration can hold`;
    case "http":
      if (!isBySecret(scheme)) return `${schemeWords(scheme)} (${name}), which an integration cannot hold`;
      return `the header Authorization: ${authenticationScheme(scheme.scheme)} … (${name})`;
    case "oauth2":
    case "openIdConnect":
      return `the header Authorization: Bearer … with an OAuth token (${name})`;
    case "mutualTLS":
      return `a client certificate (${name}), which an integration cannot hold`;
  }
}
