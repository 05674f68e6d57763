import type { Diagnostic } from "../../../diagnostics/index.js";
import type { LockedFile } from "../../lock/model.js";
import type { WriteAction } from "../model.js";

/** The plan of one file, with its diagnostic if it has one. */
export interface Planned {
  action: WriteAction;
  /** The file in the next lock; missing where that does not have it. */
  locked?: LockedFile;
  diagnostic?: Diagnostic;
}

/** What planning a file needs besides the file. */
export interface Place {
  /** Absolute: the lock's folder. */
  folder: string;
  /** The file in the old lock. */
  locked: LockedFile | undefined;
  force: boolean;
  /** Whether the file exists under a name in another case, so that it is written to correct the name. */
  rename: boolean;
  /** The paths of scaffolds that this run removes. */
  leaving: ReadonlySet<string>;
}
