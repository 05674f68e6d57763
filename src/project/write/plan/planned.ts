import type { Diagnostic } from "../../../diagnostics/index.js";
import type { LockedFile } from "../../lock/model.js";
import type { WriteAction } from "../model.js";

/** The plan of one file, with its diagnostic if it has one. */
export interface Planned {
  action: WriteAction;
  /** The file in the next lock; missing if that does not have it. */
  locked?: LockedFile;
  diagnostic?: Diagnostic;
}

/** What is needed to plan a file, besides the file. */
export interface Place {
  /** The lock's folder; absolute. */
  folder: string;
  /** The file in the old lock. */
  locked: LockedFile | undefined;
  force: boolean;
  /** True if the file exists under a name in another case, so that it is written to correct the name. */
  rename: boolean;
  /** The paths of scaffolds that this run removes. */
  leaving: ReadonlySet<string>;
}
