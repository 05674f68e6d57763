import type { Client } from "./client.js";
import type { CompilerProgram } from "./compiler-config.js";

/** The facts about the user's project that generated code depends on. */
export interface Project {
  /** Absolute. Where the project starts; the folder that was asked about where no project is found. */
  root: string;
  /** The language of the app, and so of the generated code. */
  language: "ts" | "js";
  /** The app's Base44 client; undefined where it is not where Base44 puts it, or does not export `base44`. */
  client?: Client;
  /** Where that client would be, absolute: Base44's module for it, which may not export `base44`. */
  clientFile?: string;
  /** The range of `@base44/sdk`, from the nearest package.json that has one. */
  sdkRange?: SdkRange;
  /** The version of `@base44/sdk` that is installed, where one is. */
  sdkVersion?: string;
  /** The tsconfig.json or jsconfig.json of the root that editors and tsc use for the app. */
  compilerConfig?: CompilerConfig;
  /** What that config maps `@/*` to: absolute folders, each ending in a slash. */
  atFolders: string[];
}

/** A range of `@base44/sdk`, and where a package.json says it. */
export interface SdkRange {
  range: string;
  /** Absolute. */
  file: string;
  /** The keys that lead to it. */
  path: string[];
}

/** A tsconfig or jsconfig and what it covers. */
export interface CompilerConfig {
  /** Absolute. */
  file: string;
  /** The config itself, then the ones that its `references` name. */
  programs: CompilerProgram[];
}
