import type { SecurityScheme } from "../ir/index.js";
import { isToken } from "../spec/token.js";

/** A security scheme as messages name it. */
export function schemeWords(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case "apiKey":
      return `${scheme.in} ${shownName(scheme.name)}`;
    case "http":
      return `HTTP ${scheme.scheme}`;
    case "mutualTLS":
      return "a client certificate";
    default:
      return "an OAuth token";
  }
}

/** The name of a header, cookie or parameter as messages have it: quoted where it is an odd one. */
export function shownName(name: string): string {
  return isToken(name) ? name : JSON.stringify(name);
}
