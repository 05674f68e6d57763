/**
 * The languages of emitted files. Declarations are `dts` in TypeScript and JavaScript apps alike; `spec` is a locked
 * spec, JSON whose first member says what it is.
 */
export type OutputLanguage = "ts" | "js" | "dts" | "jsonc" | "spec";

/** An emitted file, in memory. */
export interface OutputFile {
  /** The path relative to the output folder, with forward slashes. */
  path: string;
  /** The complete text except the ownership header. Ends with one line break. */
  text: string;
  language: OutputLanguage;
  /** The API that the file belongs to; null if all APIs share it. */
  api: string | null;
}

/** The folder of the user's project in which an output's files are. */
export type Place =
  /** The output folder of the app. */
  | "app"
  /** Base44's folder of functions, and the folder of what is uploaded with each of them. */
  | "functions"
  | "shared"
  | "connectors"
  /** The folder that contains `functions`, `shared` and `connectors`. */
  | "backend"
  /** The folder of locked specs, beside the lock. */
  | "specs";

/**
 * Who owns a file that b44-gen writes. `generated`: b44-gen, which rewrites it whenever it changes. `scaffold`: the
 * user, once b44-gen has written it. `offer`: b44-gen until the user changes it, then the user.
 */
export type FileKind = "generated" | "scaffold" | "offer";

/** A file, and the place that its path is relative to. */
export interface PlacedFile extends OutputFile {
  place: Place;
  /** `generated` if omitted. */
  kind?: FileKind;
  /** True if the user asked to regenerate the file: it then replaces an edited one. */
  isAnew?: boolean;
  /** For a scaffold: the files that it cannot load without, with their places. */
  keeps?: { place: Place; path: string }[];
  /** For a scaffold: the text that an existing file has to contain to be recognised as one. */
  marker?: string;
}
