import type { FileKind } from "../../emit/output.js";

/** The name of the lock file. It is in the folder that its paths are relative to, and is committed. */
export const LOCK_FILE = "b44-gen.lock.json";

/** The newest format that this version reads, and the only one that it writes. */
export const LOCK_VERSION = 1;

/** A file that a run read. */
export interface InputDocument {
  /**
   * Relative to the lock's folder, with forward slashes; `../` is allowed. For a document from the network, its URL.
   */
  path: string;
  /** {@link contentHash} of the document's text. */
  hash: string;
}

/** A selected operation in the lock. */
interface LockedOperation {
  /** The name of the generated function. */
  name: string;
  /**
   * A hash of everything that its calls and types are made from, so that a diff of the lock shows which operations
   * changed.
   */
  signature: string;
}

/** An API in the lock. */
export interface LockedApi {
  /** The location of the spec: a path relative to the lock's folder, with forward slashes, or a URL. */
  spec: string;
  /** The spec itself, and every file that it refers to. */
  documents: InputDocument[];
  /** The patterns that selected the operations, in the config's order. */
  selection: string[];
  /** The selected operations by `method:/path`. */
  operations: Record<string, LockedOperation>;
}

/** A file written by b44-gen, in the lock. */
export interface LockedFile {
  /** {@link contentHash} of the whole file as b44-gen wrote it, header included. */
  hash: string;
  /** The API that the file is generated for; null for a file that several APIs share. */
  api: string | null;
  /** Missing for `generated`. */
  kind?: FileKind;
  /** For a scaffold: the generated files that it cannot be loaded without, sorted. */
  keeps?: string[];
}

/** `b44-gen.lock.json`: what the last run read, selected and wrote. It has no absolute paths and no times. */
export interface Lock {
  lockfileVersion: typeof LOCK_VERSION;
  /**
   * The version of b44-gen that wrote it. Only for information: if another version would write the same files, that is
   * not drift.
   */
  generator: string;
  /** The config; missing if everything came from the command line. */
  config?: {
    /** Relative to the lock's folder. */
    path: string;
    /** The config file, and every file that it imports. */
    inputs: InputDocument[];
    /** True if the config's value depends only on these files. */
    pure?: boolean;
    /** The settings of the output that options of the command line can override. */
    output?: { out?: string | undefined; lang?: string | undefined; errors?: string | undefined };
  };
  /** The documents that own functions are made from, besides the config. */
  documents?: InputDocument[];
  /**
   * Everything else that the output depends on: the language and client of the project, options of the command line,
   * the backend.
   */
  settings: Record<string, string | boolean>;
  /** By the API's name in the config. */
  apis: Record<string, LockedApi>;
  /** Every file that b44-gen wrote, by its path relative to the lock's folder, with forward slashes. */
  files: Record<string, LockedFile>;
}

/** Returns a file's entry in the lock; undefined if there is no lock, or it has no such file. */
export function lockedFile(lock: Lock | undefined, path: string): LockedFile | undefined {
  return lock && Object.hasOwn(lock.files, path) ? lock.files[path] : undefined;
}

/** The parts of the lock that a run knows before anything is written; `apis` has the APIs of that run. */
export type LockUpdate = Omit<Lock, "files" | "lockfileVersion">;
