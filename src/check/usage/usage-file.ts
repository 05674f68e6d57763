import type { Findings } from "./findings.js";
import type { UsageInput } from "./model.js";
import type { Modules } from "./sources/index.js";
import type { ParsedSource } from "./syntax/program.js";

/** The data about the whole project that the rules use. */
export interface UsageProject {
  input: UsageInput;
  modules: Modules;
  /** The client's module, absolute and without extension, if the config names it by path. */
  clientPath: string | undefined;
  /** Absolute; undefined if the project has no backend. */
  functionsDir: string | undefined;
  sharedDir: string | undefined;
  /** The folders of single functions, absolute. */
  functionFolders: readonly string[];
  /** True if the installed SDK, which may be newer than the one known here, declares a method anywhere. */
  hasMethod: (method: string) => boolean;
}

/** A file that is being checked, with its findings. */
export interface UsageFile extends ParsedSource {
  project: UsageProject;
  findings: Findings;
}
