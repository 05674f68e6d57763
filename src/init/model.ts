import type { UserVia } from "../config/index.js";
import type { Diagnostic } from "../diagnostics/index.js";
import type { Progress } from "../pipeline/index.js";

/** What kind of file a config is written as. */
export type ConfigFormat = "ts" | "js" | "json";

/** For which CI a file is written. */
export type CiProvider = "github" | "gitlab";

/** What `init` is asked for. */
export interface InitRequest {
  /** Absolute: where the command runs. */
  cwd: string;
  /** The API that the config is to have. Undefined where only a CI file is wanted. */
  api: InitApi | undefined;
  /** Language of the generated code; undefined leaves it to the project. */
  language: "ts" | "js" | undefined;
  /** Undefined: what the project is written in. */
  format: ConfigFormat | undefined;
  ci: CiProvider | undefined;
  progress: Progress;
}

/** An API that a config is written for. Paths are as on the command line. */
export interface InitApi {
  name: string;
  spec: string;
  via: UserVia;
  /** Undefined: not said, which means all where the way can have them. */
  operations: string[] | "all" | undefined;
  /** For connectors and functions: what the paths are appended to, in place of the spec's servers. */
  baseUrl: string | undefined;
  allowFile: string[];
  allowHost: string[];
}

/** A file of `init`: written now, or there already and left alone. */
export interface InitFile {
  /** Absolute. */
  path: string;
  text: string;
  action: "create" | "kept";
}

/** What `init` did. */
export interface InitResult {
  files: InitFile[];
  /** The API, with how many of the chosen operations its way carries. Undefined where no config was written. */
  api: { name: string; title: string | undefined; via: UserVia; operations: number } | undefined;
  /** The commands to run next, each with what it is for. */
  next: { command: string; why: string }[];
  diagnostics: Diagnostic[];
}
