import type { CatalogueEntry } from "./entry.js";

/** B44-3xx: what a transport can and cannot carry, and what has to be set up for it. */
export const operationCatalogue = {
  "B44-301": {
    severity: "warning",
    title: "Operation not carried by a custom integration",
    cause:
      "custom.call sends JSON only and puts `method:/path` into a URL, so it cannot carry this operation's body, path or credentials.",
    help: "Leave the operation out, or reach it through a backend function or a connector.",
  },
  "B44-302": {
    severity: "warning",
    title: "Headers the admin must set",
    cause: "Selected operations declare required header parameters, which custom.call does not send.",
    help: "Ask the workspace admin to set these headers in the integration.",
  },
  "B44-303": {
    severity: "info",
    title: "Headers the admin may set",
    cause: "Selected operations declare optional header parameters, which custom.call does not send.",
    help: "Where one is wanted for every call, the workspace admin can set it in the integration.",
  },
  "B44-304": {
    severity: "info",
    title: "Credentials the admin must set",
    cause: "The API asks for credentials, which an integration holds for the app.",
    help: "The workspace admin sets these headers in the integration; they never reach the app.",
  },
  "B44-305": {
    severity: "info",
    title: "Answer is not JSON",
    cause: "custom.call has no defined form for an answer without content or with content that is not JSON.",
    help: "The result's `data` is typed `unknown`; look at what your integration really answers before you rely on it.",
  },
  "B44-306": {
    severity: "warning",
    title: "Parameter does not fit its path",
    cause: "A path has a parameter that is not declared, or declares one that is not in the path.",
    help: "Nothing to do: what the path says is used. Tell the spec's author.",
  },
  "B44-307": {
    severity: "warning",
    title: "More than 30 operations for an integration",
    cause: "--all took in more operations than a Base44 custom integration can expose.",
    help: "The admin can enable 30 of them; calls to the others answer 404. Select what the app uses.",
  },
  "B44-308": {
    severity: "warning",
    title: "Operation cannot be used",
    cause: "An operation is broken in a way that leaves nothing to call; the others are written.",
    help: "Mend the operation in the spec, or leave it out.",
  },
} satisfies Record<string, CatalogueEntry>;
