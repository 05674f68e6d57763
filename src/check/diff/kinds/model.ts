import type { ChangeLevel } from "../model.js";

/** What there is to know of a kind of change. */
export interface ChangeKind {
  level: ChangeLevel;
  /** A few words, for headings and rule lists. */
  title: string;
  /** Why it has this level for an app that calls the API. */
  why: string;
}
