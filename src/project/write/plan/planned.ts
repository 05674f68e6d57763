import type { Diagnostic } from "../../../diagnostics/index.js";
import type { LockedFile } from "../../lock/model.js";
import type { WriteAction } from "../model.js";

/** What is planned for one file, and what there is to say about it. */
export interface Planned {
  action: WriteAction;
  /** What the next lock has of the file; missing where it has nothing. */
  locked?: LockedFile;
  diagnostic?: Diagnostic;
}

/** Where a file is to be written. */
export interface Place {
  /** Absolute: the lock's folder. */
  folder: string;
  /** What the old lock has of the path. */
  locked: LockedFile | undefined;
  force: boolean;
  /** A stale file of the same name but for case is the same file, so it is written to correct the name. */
  rename: boolean;
  /** The paths of scaffolds that this run removes. */
  leaving: ReadonlySet<string>;
}
