import type { Findings } from "./findings.js";
import type { UsageInput } from "./model.js";
import type { Modules } from "./sources/index.js";
import type { ParsedSource } from "./syntax/program.js";

/** What the rules know of the whole project. */
export interface UsageProject {
  input: UsageInput;
  modules: Modules;
  /** The client's module, absolute and without extension, where the config names it by a path. */
  clientPath: string | undefined;
  /** Absolute; undefined where the project has no backend. */
  functionsDir: string | undefined;
  sharedDir: string | undefined;
  /** The folders of single functions, absolute. */
  functionFolders: readonly string[];
  /** Whether the SDK that is installed, which may be newer than the one known here, declares a method anywhere. */
  hasMethod: (method: string) => boolean;
}

/** A file that is being checked, and where what is found in it goes. */
export interface UsageFile extends ParsedSource {
  project: UsageProject;
  findings: Findings;
}
