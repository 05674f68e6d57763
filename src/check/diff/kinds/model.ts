import type { ChangeLevel } from "../model.js";

/** The documentation and level of a kind of change. */
export interface ChangeKind {
  level: ChangeLevel;
  /** A short title for headings and rule lists. */
  title: string;
  /** Why it has this level for an app that calls the API. */
  why: string;
}
