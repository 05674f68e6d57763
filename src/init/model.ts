import type { UserVia } from "../config/index.js";
import type { Diagnostic } from "../diagnostics/index.js";
import type { Progress } from "../pipeline/index.js";

/** The format of a new config. */
export type ConfigFormat = "ts" | "js" | "json";

/** The CI server for which to write a file. */
export type CiProvider = "github" | "gitlab";

/** The request to `init`. */
export interface InitRequest {
  /** The working folder, absolute. */
  cwd: string;
  /** The API in the new config; undefined if only a CI file is requested. */
  api: InitApi | undefined;
  /** The language of the generated code; undefined for that of the project. */
  language: "ts" | "js" | undefined;
  /** The format of the config; undefined for the language of the project. */
  format: ConfigFormat | undefined;
  ci: CiProvider | undefined;
  progress: Progress;
}

/** The API in a new config. Paths are as on the command line. */
export interface InitApi {
  name: string;
  spec: string;
  via: UserVia;
  /** The selected operations. Undefined stands for all, if the transport allows that many. */
  operations: string[] | "all" | undefined;
  /** For connectors and functions: the URL that paths are appended to, instead of the spec's servers. */
  baseUrl: string | undefined;
  allowFile: string[];
  allowHost: string[];
}

/** A file of `init`: written, or existing and unchanged. */
export interface InitFile {
  /** Absolute. */
  path: string;
  text: string;
  action: "create" | "kept";
}

/** The result of `init`. */
export interface InitResult {
  files: InitFile[];
  /** The API, with the number of chosen operations that its transport can carry; undefined if no config was written. */
  api: { name: string; title: string | undefined; via: UserVia; operations: number } | undefined;
  /** The commands to run next, and the reason for each. */
  next: { command: string; why: string }[];
  diagnostics: Diagnostic[];
}
