import type { Diagnostic } from "../../diagnostics/index.js";
import type { FileKind, OutputLanguage } from "../../emit/output.js";
import type { Lock, LockUpdate } from "../lock/model.js";

/** A file that this run generated, or one for the user to start from. */
export interface GeneratedFile {
  /** Relative to the lock's folder, with forward slashes. */
  path: string;
  /** The text without the ownership header; {@link stampText} adds that, except to a scaffold. */
  text: string;
  language: OutputLanguage;
  /** The API that it is generated for; null for a file that several APIs share. */
  api: string | null;
  /** Missing for `generated`. */
  kind?: FileKind;
  /** True if the user asked for it to be made again: it then replaces an edited file, if b44-gen wrote that. */
  isAnew?: boolean;
  /** For a scaffold: paths of the generated files that it cannot be loaded without. */
  keeps?: string[];
  /** For a scaffold: the text that an existing file at its path must contain to count as the scaffold. */
  marker?: string;
}

/** A folder that files are generated into. */
export interface OutputRoot {
  /** Relative to the lock's folder, as in {@link GeneratedFile} (`.` for itself). */
  path: string;
  /** True for b44-gen's own output folder, if it is named by b44-gen's config. */
  isConfigured?: boolean;
  /** The setting in Base44's config that names it (`functionsDir`). */
  setting?: string;
  /** Base44's config, if it has the setting; relative to the lock's folder. */
  settingFile?: string;
}

/** What {@link planWrites} compares with the disk. */
export interface PlanInput {
  /** The lock's folder, absolute. Nothing outside it is ever written. */
  folder: string;
  /** All files of the APIs of this run, and all shared ones. */
  files: GeneratedFile[];
  /** The lock that was read; undefined if there is none. */
  lock: Lock | undefined;
  /** What the new lock says about this run. APIs that are neither here nor in `apis` are kept as they are in `lock`. */
  update: LockUpdate;
  /**
   * The APIs of this run, including those no longer in the config. Only their files, and shared ones, are removed when
   * they are no longer generated.
   */
  apis: string[];
  /**
   * Overwrites edited files and files that are not b44-gen's. Even so, edited stale files, scaffolds, and offers that
   * were never b44-gen's are kept.
   */
  force: boolean;
  /** Folders inside `folder` below which empty folders are removed. */
  outputRoots: OutputRoot[];
}

/** The action planned for one file. */
export interface WriteAction {
  path: string;
  /** As in {@link GeneratedFile}; for `remove` and `kept`, as in the lock. */
  api: string | null;
  /** Missing for `generated`. */
  kind?: FileKind;
  /**
   * `kept`: the file is left as it is. A scaffold or offer is then the user's; for any other file a diagnostic about
   * the file, or about the scaffold that needs it, gives the reason.
   */
  action: "create" | "update" | "unchanged" | "remove" | "kept";
  /** {@link contentHash} of the file on disk; null if there is none. */
  before: string | null;
  /** The whole new text; only for `create` and `update`. */
  text?: string;
  /** {@link contentHash} of `text`. */
  after?: string;
}

/** A name that differs from the wanted one only in case, on a file system that takes both for the same. */
export interface Rename {
  /** Relative to the lock's folder; the folders on the path have their wanted names. */
  from: string;
  to: string;
}

/** What a run would write, as plain data: `--dry-run` prints it, `check` compares it. */
export interface WritePlan {
  folder: string;
  /** The folders below which empty folders are removed: those of the input, and the outermost ones of removed files. */
  outputRoots: string[];
  /** The names that have to change before the rest, outer ones first. */
  renames: Rename[];
  /** Sorted by path. The lock itself is not included. */
  actions: WriteAction[];
  lock: WriteAction & {
    /** The lock after the run. */
    next: Lock;
    /** True if only the version of b44-gen differs from the old lock, which is not drift. */
    generatorOnly: boolean;
  };
  /** If they include an error, {@link applyWrites} refuses the plan. */
  diagnostics: Diagnostic[];
}
