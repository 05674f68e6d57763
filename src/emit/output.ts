/** The languages that generated modules are written in. Declarations are `dts` in both kinds of app. */
export type FileLanguage = "ts" | "js" | "dts";

/** A file in memory, as an emitter makes it. */
export interface OutputFile {
  /** Relative to the output folder, with forward slashes. */
  path: string;
  /** The whole text but for the ownership header. Ends with one line break. */
  text: string;
  language: FileLanguage;
  /** The API that it belongs to; null for what all APIs share. */
  api: string | null;
}
