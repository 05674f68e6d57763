import type { ScopeNote } from "./model.js";

/** The part that Google's APIs have in common: parameters that are the token or a key. */
export const google = { credentialParameters: ["access_token", "key", "oauth_token"] };

/** A note on a Google scope, by the part of its name after the common prefix. */
export function googleScope(name: string, why: string): ScopeNote {
  return { scope: `https://www.googleapis.com/auth/${name}`, why };
}

/** The part that Docs, Sheets and Slides have in common: their specs also name scopes of Drive. */
export const driveScopes = {
  unusableScopes: [
    googleScope("drive.file", "It gives access only to files that the connection created, not to existing ones."),
  ],
  broadScopes: [
    googleScope("drive", "It gives access to all files in Drive, not only those of this type."),
    googleScope("drive.readonly", "It gives access to all files in Drive, not only those of this type."),
  ],
};

/** Microsoft Graph, the API of several connectors. */
export const graph = {
  baseUrl: "https://graph.microsoft.com/v1.0",
};

/** Slack, whose API is the same for a user's token and a bot's. */
export const slack = {
  baseUrl: "https://slack.com/api",
  credentialParameters: ["token"],
  renamedScopes: {
    none: null,
    "chat:write:bot": "chat:write",
    "chat:write:user": "chat:write",
    "files:write:user": "files:write",
  },
  unusableScopes: [
    { scope: "bot", why: "It belongs to classic Slack apps, which can no longer be created." },
    { scope: "identity.*", why: "It belongs to Sign in with Slack and is not granted together with other scopes." },
    { scope: "rtm:stream", why: "It belongs to classic Slack apps, which can no longer be created." },
    { scope: "tokens.basic", why: "It belongs to workspace apps, which Slack has retired." },
  ],
};
