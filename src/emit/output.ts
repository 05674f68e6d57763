/**
 * The languages that files are written in. Declarations are `dts` in both kinds of app; `spec` is a locked spec, JSON
 * whose first member says what it is.
 */
export type OutputLanguage = "ts" | "js" | "dts" | "jsonc" | "spec";

/** A file in memory, as an emitter makes it. */
export interface OutputFile {
  /** Relative to the output folder, with forward slashes. */
  path: string;
  /** The whole text but for the ownership header. Ends with one line break. */
  text: string;
  language: OutputLanguage;
  /** The API that it belongs to; null for what all APIs share. */
  api: string | null;
}

/** Where the files of an output stand: each a folder of the user's project. */
export type Place =
  /** The output folder of the app. */
  | "app"
  /** Base44's folder of functions, and what is uploaded with each of them. */
  | "functions"
  | "shared"
  | "connectors"
  /** The folder that holds these. */
  | "backend"
  /** The folder of locked specs, beside the lock. */
  | "specs";

/**
 * Whose a file that b44-gen writes is. `generated`: b44-gen's, written anew whenever it changes. `scaffold`: written
 * once, then the user's. `offer`: b44-gen's until the user changes it, then the user's.
 */
export type FileKind = "generated" | "scaffold" | "offer";

/** A file with the place that its path is relative to. */
export interface PlacedFile extends OutputFile {
  place: Place;
  /** Missing: `generated`. */
  kind?: FileKind;
  /** The user asked for it to be made anew: it is written over one that was edited. */
  isAnew?: boolean;
  /** Of a scaffold: the files that it cannot load without, with their places. */
  keeps?: { place: Place; path: string }[];
  /** Of a scaffold: what a text that stands there already has to contain to be taken for one. */
  marker?: string;
}
