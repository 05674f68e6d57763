import type { ChangeKind } from "./model.js";

/** Changes of security (OpenAPI 3.1, sections 4.8.27 and 4.8.30) and of servers (section 4.8.5). */
export const securityKinds = {
  "security-added": {
    level: "breaking",
    title: "Credentials became needed",
    why: "Calls that were let in without any are refused.",
  },
  "security-removed": {
    level: "safe",
    title: "Credentials no longer needed",
    why: "Calls that give them are let in as before.",
  },
  "security-alternative-removed": {
    level: "breaking",
    title: "Way to authorise removed",
    why: "An app that authorises its calls in this way is refused.",
  },
  "security-alternative-added": {
    level: "safe",
    title: "Way to authorise added",
    why: "The ways that there were still are.",
  },
  "security-scope-added": {
    level: "breaking",
    title: "Scope became needed",
    why: "Tokens that were given before lack it: users have to connect again.",
  },
  "security-scope-removed": {
    level: "safe",
    title: "Scope no longer needed",
    why: "Tokens with it are let in as before.",
  },
  "security-scheme-changed": {
    level: "breaking",
    title: "Security scheme changed",
    why: "Credentials go elsewhere, or tokens come from elsewhere, or they are of another type: calls with those of before are refused.",
  },
  "security-scheme-renamed": {
    level: "risky",
    title: "Security scheme renamed",
    why: "The config names secrets by their security scheme and has to follow; the credentials are the same.",
  },
  "server-changed": {
    level: "risky",
    title: "First server changed",
    why: "Generated code calls the first server: the old one may be gone, and the new one may be another system.",
  },
  "server-removed": {
    level: "risky",
    title: "Server removed",
    why: "An app whose base URL is this one may no longer be answered.",
  },
  "server-added": {
    level: "safe",
    title: "Server added",
    why: "The servers that there were still are.",
  },
} as const satisfies Record<string, ChangeKind>;
