import type { Diagnostic } from "../../diagnostics/index.js";
import type { FileKind, OutputLanguage } from "../../emit/output.js";
import type { Lock, LockUpdate } from "../lock/model.js";

/** A file that this run generated, or would have the user start from. */
export interface GeneratedFile {
  /** Relative to the lock's folder, with forward slashes. */
  path: string;
  /** The text without ownership header; {@link stampText} adds it, except to a scaffold. */
  text: string;
  language: OutputLanguage;
  /** The API that it is generated for; null for a file that several share. */
  api: string | null;
  /** Missing: `generated`. */
  kind?: FileKind;
  /** The user asked to make it again: it replaces an edited file, if that was b44-gen's. */
  isAnew?: boolean;
  /** Of a scaffold: paths of generated files without which it does not load. */
  keeps?: string[];
  /** Of a scaffold: what an existing file at its path must contain to count as the scaffold. */
  marker?: string;
}

/** A folder that files are generated into. */
export interface OutputRoot {
  /** Relative to the lock's folder, as in {@link GeneratedFile} (`.` for itself). */
  path: string;
  /** True for b44-gen's own output folder, where it is b44-gen's config that names it. */
  isConfigured?: boolean;
  /** The setting of Base44's config that names it (`functionsDir`). */
  setting?: string;
  /** Base44's config, where that has the setting; relative to the lock's folder. */
  settingFile?: string;
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
  /**
   * Overwrites edited files and files that are not b44-gen's. Edited stale files, scaffolds, and offers that never were
   * b44-gen's stay even so.
   */
  force: boolean;
  /** Folders inside `folder`: below them, emptied folders are removed. */
  outputRoots: OutputRoot[];
}

/** What happens to one file. */
export interface WriteAction {
  path: string;
  /** As in {@link GeneratedFile}; for `remove` and `kept`, as the lock had it. */
  api: string | null;
  /** Missing: `generated`. */
  kind?: FileKind;
  /**
   * `kept`: it stays as it is. A scaffold or offer is the user's then; for any other file a diagnostic says why, that
   * of the file itself or of the scaffold that needs it.
   */
  action: "create" | "update" | "unchanged" | "remove" | "kept";
  /** {@link contentHash} of what is on disk now, null where nothing is. */
  before: string | null;
  /** The whole new text, for `create` and `update` only. */
  text?: string;
  /** {@link contentHash} of that. */
  after?: string;
}

/** A name that differs by case only from the one that is wanted, where the file system takes both for the same. */
export interface Rename {
  /** Relative to the lock's folder; the folders on the way to it as they are wanted. */
  from: string;
  to: string;
}

/** What a run would write. Plain data: printing it is `--dry-run`, comparing it is `check`. */
export interface WritePlan {
  folder: string;
  /** Below these, emptied folders are removed: those of the input, and the outermost ones of files that are removed. */
  outputRoots: string[];
  /** Names that have to change before the rest, outer ones first. */
  renames: Rename[];
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
