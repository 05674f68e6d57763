import type { FileKind } from "../../emit/output.js";

/** Name of the lock file. It stands in the folder that its paths are relative to, and is committed. */
export const LOCK_FILE = "b44-gen.lock.json";

/** The newest format this version reads, and the only one it writes. */
export const LOCK_VERSION = 1;

/** A file that a run read. */
export interface InputDocument {
  /** Relative to the lock's folder, with forward slashes; `../` is allowed. A document from the network has its URL. */
  path: string;
  /** {@link contentHash} of the document's text. */
  hash: string;
}

/** What the lock keeps of a selected operation. */
interface LockedOperation {
  /** The name of the generated function. */
  name: string;
  /** A hash of everything that its calls and types are made from: a diff of the lock shows which operations changed. */
  signature: string;
}

/** What the lock keeps of an API. */
export interface LockedApi {
  /** Where the spec is: relative to the lock's folder, with forward slashes, or a URL. */
  spec: string;
  /** The spec itself and every file it refers to. */
  documents: InputDocument[];
  /** The patterns that chose the operations, in the config's order. */
  selection: string[];
  /** The chosen operations by `method:/path`. */
  operations: Record<string, LockedOperation>;
}

/** What the lock keeps of a file that b44-gen wrote. */
export interface LockedFile {
  /** {@link contentHash} of the whole file as b44-gen wrote it, header included. */
  hash: string;
  /** The API that the file is generated for; null for a file that several share. */
  api: string | null;
  /** Missing for `generated`. */
  kind?: FileKind;
  /** Of a scaffold: the generated files without which it does not load, sorted. */
  keeps?: string[];
}

/** `b44-gen.lock.json`: what the last run read, chose and wrote. No absolute paths, no times. */
export interface Lock {
  lockfileVersion: typeof LOCK_VERSION;
  /**
   * The version of b44-gen that wrote it. For information: another version is no drift where the files are the same.
   */
  generator: string;
  /** The config; missing where everything came from the command line. */
  config?: {
    /** Relative to the lock's folder. */
    path: string;
    /** The config file and every file that it imports. */
    inputs: InputDocument[];
    /** True where the config's value depends on these files alone. */
    pure?: boolean;
    /** What it says of the output that options of the command line can say otherwise. */
    output?: { out?: string | undefined; lang?: string | undefined; errors?: string | undefined };
  };
  /** What own functions are made from, besides the config. */
  documents?: InputDocument[];
  /**
   * What else the output depends on: the language and client of the project, options of the command line, the backend.
   */
  settings: Record<string, string | boolean>;
  /** By the name that the config gives the API. */
  apis: Record<string, LockedApi>;
  /** Every file that b44-gen wrote by its path relative to the lock's folder, with forward slashes. */
  files: Record<string, LockedFile>;
}

/** What a lock has of a file; undefined without a lock, and for a file that it does not have. */
export function lockedFile(lock: Lock | undefined, path: string): LockedFile | undefined {
  return lock && Object.hasOwn(lock.files, path) ? lock.files[path] : undefined;
}

/** The parts of the lock that a run knows before anything is written; `apis` holds the APIs of that run. */
export type LockUpdate = Omit<Lock, "files" | "lockfileVersion">;
