import type { ContentKind } from "./model.js";

/** True for content that comes piece by piece: server-sent events, or JSON by lines. */
export function isStream(kind: ContentKind | undefined): kind is "events" | "lines" {
  return kind === "events" || kind === "lines";
}
