import type { ChangeKind } from "./model.js";

/** Changes of security (OpenAPI 3.1, sections 4.8.27 and 4.8.30) and of servers (section 4.8.5). */
export const securityKinds = {
  "security-added": {
    level: "breaking",
    title: "Credentials became required",
    why: "Calls without credentials are rejected.",
  },
  "security-removed": {
    level: "safe",
    title: "Credentials no longer required",
    why: "Calls with credentials still work.",
  },
  "security-alternative-removed": {
    level: "breaking",
    title: "Authorisation alternative removed",
    why: "Calls that are authorised this way are rejected.",
  },
  "security-alternative-added": {
    level: "safe",
    title: "Authorisation alternative added",
    why: "The existing alternatives still work.",
  },
  "security-scope-added": {
    level: "breaking",
    title: "Scope became required",
    why: "Existing tokens lack it, so users have to connect again.",
  },
  "security-scope-removed": {
    level: "safe",
    title: "Scope no longer required",
    why: "Tokens with it still work.",
  },
  "security-scheme-changed": {
    level: "breaking",
    title: "Security scheme changed",
    why: "Credentials have another type or go to another place, or tokens come from another address. Calls with the old ones are rejected.",
  },
  "security-scheme-renamed": {
    level: "risky",
    title: "Security scheme renamed",
    why: "The credentials are the same, but the config names secrets by their security scheme: update it.",
  },
  "server-changed": {
    level: "risky",
    title: "First server changed",
    why: "Generated code calls the first server. The old one may be gone, and the new one may be another system.",
  },
  "server-removed": {
    level: "risky",
    title: "Server removed",
    why: "An app that uses it as its base URL may get no response.",
  },
  "server-added": {
    level: "safe",
    title: "Server added",
    why: "The existing servers are unchanged.",
  },
} as const satisfies Record<string, ChangeKind>;
