import type { Diagnostic } from "../../diagnostics/index.js";

/** An operation that b44-gen generates a function for. */
export interface KnownOperation {
  /** `method:path`, as `custom.call` takes it: `get:/contacts/{id}`. */
  id: string;
  /** The name of the generated function. */
  name: string;
  /** The spec's own `operationId`, if it has one. */
  operationId?: string;
  pathParams: readonly string[];
  /**
   * The content of the path's braces for the path parameters, if it is more than their names. A raw call uses it as
   * keys.
   */
  pathKeys?: readonly string[];
  queryParams: readonly string[];
  /**
   * The path and query parameters whose generated type accepts any string. In TypeScript, `--fix` passes strings only
   * to these.
   */
  textParams?: readonly string[];
  hasPayload: boolean;
}

/** An API of the config. */
export interface KnownApi {
  /** The key in `apis`, which is the slug of a custom integration. */
  name: string;
  via: "integration" | "connector" | "function";
  /** Whether generated functions resolve to the result (the default), or only to its data and throw on errors. */
  errors?: "result" | "throw";
  /**
   * The generated module that the app imports, as an absolute path without extension. Fixes import it, so it must be
   * written.
   */
  module: string;
  /** The generated module for functions, if there is one, as an absolute path with extension, in the shared folder. */
  sharedModule?: string;
  /** The name of the factory in `module`: `createMyCrm`. */
  factory?: string;
  /** The name of the bound object in the index of the output folder: `myCrm`. */
  object?: string;
  operations: readonly KnownOperation[];
  /** `method:path` of the spec's other operations. If given, an operation in neither array does not exist. */
  others?: readonly string[];
}

/** The module of the app's Base44 client. */
interface ClientModule {
  /** The specifier in the config: `@/api/base44Client`, or relative to the root and beginning with a dot. */
  module: string;
  /** The name of the export. */
  export: string;
}

/** The input of {@link checkUsage}. All paths are absolute. */
export interface UsageInput {
  /** The project's folder. */
  root: string;
  known: readonly KnownApi[];
  /** The folder of generated code, which is not checked. */
  output: string;
  client?: ClientModule;
  /** The folders that `@/` stands for. By default those in the project's tsconfig or jsconfig. */
  atFolders?: readonly string[];
  /** The names of all functions of the project. Omit it if not all are known; then no name is reported as unknown. */
  functions?: readonly string[];
  /** The types of all connectors that have a file. Omit it if not all are known. */
  connectors?: readonly string[];
  /** The folder of functions. Without it, rules for functions are not applied. */
  functionsDir?: string;
  /** The folder that is deployed with every function. By default `shared` beside `functionsDir`. */
  sharedDir?: string;
}

/** A file of the app, and its text with all certain fixes applied. */
export interface FileFix {
  /** Absolute. */
  file: string;
  /** The text before the fixes. */
  before: string;
  after: string;
  /** The changes: one sentence each, with the line (from 1) in `before`. */
  changes: { line: number; message: string }[];
}

/** The result of {@link checkUsage}. */
export interface UsageReport {
  /** Sorted by file, line and column. */
  diagnostics: Diagnostic[];
  /**
   * Sorted by file. Includes replacing raw calls by their generated functions, which is not a fault and has no
   * diagnostic.
   */
  fixes: FileFix[];
}
