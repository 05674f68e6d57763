import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Lock, LockUpdate } from "../lock/model.js";
import type { FileLanguage } from "../stamp.js";

/** A file that this run generated. */
export interface GeneratedFile {
  /** Relative to the lock's folder, with forward slashes. */
  path: string;
  /** The text without ownership header; {@link stampText} adds it. */
  text: string;
  language: FileLanguage;
  /** The API that it is generated for; null for a file that several share. */
  api: string | null;
}

/** What {@link planWrites} compares with what is on disk. */
export interface PlanInput {
  /** Absolute: the lock's folder. Nothing outside it is ever written. */
  folder: string;
  /** All files of the APIs of this run, and all shared ones. */
  files: GeneratedFile[];
  /** The lock as read; undefined where there is none. */
  lock: Lock | undefined;
  /** What the new lock says of this run. APIs that are neither here nor in `apis` stay as they are in `lock`. */
  update: LockUpdate;
  /**
   * The APIs of this run, those no longer in the config among them: only their files, and shared ones, are removed when
   * they are no longer generated.
   */
  apis: string[];
  /** Overwrites edited files and files that are not b44-gen's. Edited stale files stay even so. */
  force: boolean;
  /** Folders below `folder`, as in `GeneratedFile.path` (`.` for itself): below them, emptied folders are removed. */
  outputRoots: string[];
}

/** What happens to one file. */
export interface WriteAction {
  path: string;
  /** As in {@link GeneratedFile}; for `remove` and `kept`, as the lock had it. */
  api: string | null;
  /** `kept`: it stays as it is, and a diagnostic says why. */
  action: "create" | "update" | "unchanged" | "remove" | "kept";
  /** {@link contentHash} of what is on disk now, null where nothing is. */
  before: string | null;
  /** The whole new text, for `create` and `update` only. */
  text?: string;
}

/** What a run would write. Plain data: printing it is `--dry-run`, comparing it is `check`. */
export interface WritePlan {
  folder: string;
  outputRoots: string[];
  /** Sorted by path. The lock itself is not among them. */
  actions: WriteAction[];
  lock: WriteAction & {
    /** The lock as it will be. */
    next: Lock;
    /** True where nothing but the version of b44-gen differs from the lock before: no drift. */
    generatorOnly: boolean;
  };
  /** With an error among them, {@link applyWrites} refuses the plan. */
  diagnostics: Diagnostic[];
}
