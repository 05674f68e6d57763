import type { Client } from "./client.js";
import type { CompilerProgram } from "./compiler-config.js";

/** The facts about the user's project that generated code depends on. */
export interface Project {
  /**
   * The folder in which the project starts, absolute. If no project is found, the folder that the search started from.
   */
  root: string;
  /** The language of the app, and so of the generated code. */
  language: "ts" | "js";
  /** The app's Base44 client; undefined if it is not where Base44 puts it, or does not export `base44`. */
  client?: Client;
  /** The file in which Base44 puts the client, absolute. It may not export `base44`. */
  clientFile?: string;
  /** The range of `@base44/sdk`, from the nearest package.json that has one. */
  sdkRange?: SdkRange;
  /** The installed version of `@base44/sdk`, if any. */
  sdkVersion?: string;
  /** The tsconfig.json or jsconfig.json in the root, which editors and tsc use for the app. */
  compilerConfig?: CompilerConfig;
  /** What that config maps `@/*` to: absolute folders, each ending in a slash. */
  atFolders: string[];
}

/** A range of `@base44/sdk`, and its place in a package.json. */
export interface SdkRange {
  range: string;
  /** Absolute. */
  file: string;
  /** The keys that lead to the range. */
  path: string[];
}

/** A tsconfig or jsconfig, and the programs that it covers. */
export interface CompilerConfig {
  /** Absolute. */
  file: string;
  /** The config itself, then those in its `references`. */
  programs: CompilerProgram[];
}
