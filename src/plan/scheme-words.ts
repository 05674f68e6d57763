import type { SecurityScheme } from "../ir/index.js";
import { isToken } from "../spec/token.js";

/** Describes a security scheme for messages. */
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

/** Returns the name of a header, cookie or parameter for messages: quoted if it is not a valid token. */
export function shownName(name: string): string {
  return isToken(name) ? name : JSON.stringify(name);
}
