import type { Diagnostic } from "../../diagnostics/index.js";

/** An operation that b44-gen generates a function for. */
export interface KnownOperation {
  /** `method:path`, as `custom.call` takes it: `get:/contacts/{id}`. */
  id: string;
  /** The name of the generated function. */
  name: string;
  /** The spec's own `operationId`, where it has one. */
  operationId?: string;
  pathParams: readonly string[];
  /**
   * What stands in the braces of the path for them, the keys that a raw call gives, where it is more than their names.
   */
  pathKeys?: readonly string[];
  queryParams: readonly string[];
  /** Those of both whose generated type takes any text. In TypeScript `--fix` gives text to no others. */
  textParams?: readonly string[];
  hasPayload: boolean;
}

/** An API of the config. */
export interface KnownApi {
  /** Its key in `apis`; the slug where it is a custom integration. */
  name: string;
  via: "integration" | "connector" | "function";
  /** What a generated function resolves to: the result (the default), or with `throw` the data alone. */
  errors?: "result" | "throw";
  /** The generated module that the app imports: absolute, without extension. Fixes import it, so it must be written. */
  module: string;
  /** The same for functions, where it is generated: absolute, with extension, in the shared folder. */
  sharedModule?: string;
  /** The name of the factory in `module`: `createMyCrm`. */
  factory?: string;
  /** The name of the bound object in the index of the output folder: `myCrm`. */
  object?: string;
  operations: readonly KnownOperation[];
  /**
   * `method:path` of the spec's further operations. Where given, an operation in neither list is one that does not
   * exist.
   */
  others?: readonly string[];
}

/** The module of the app's Base44 client. */
interface ClientModule {
  /** As the config has it: `@/api/base44Client`, or relative to the root, starting with a dot. */
  module: string;
  /** The name of the export. */
  export: string;
}

/** What {@link checkUsage} looks at. All paths are absolute. */
export interface UsageInput {
  /** The project's folder. */
  root: string;
  known: readonly KnownApi[];
  /** The folder of generated code, which is never checked. */
  output: string;
  client?: ClientModule;
  /** What `@/` stands for: folders. By default as the project's tsconfig or jsconfig says. */
  atFolders?: readonly string[];
  /** Names of all functions of the project. Leave it out where not all are known: then no name is found missing. */
  functions?: readonly string[];
  /** Types of the connectors that have a file. Leave it out where not all are known. */
  connectors?: readonly string[];
  /** Where the functions are. Without it nothing that concerns functions alone is looked at. */
  functionsDir?: string;
  /** What is uploaded with every function. By default `shared` beside `functionsDir`. */
  sharedDir?: string;
}

/** A file of the app and the same with everything fixed that is certain. */
export interface FileFix {
  /** Absolute. */
  file: string;
  /** The text that was checked. */
  before: string;
  after: string;
  /** What is different: one sentence each, with the line (from 1) in `before`. */
  changes: { line: number; message: string }[];
}

/** What {@link checkUsage} found. */
export interface UsageReport {
  /** Sorted by file, line and column. */
  diagnostics: Diagnostic[];
  /** Sorted by file. They also hold raw calls that have a generated function: nothing wrong, so no diagnostic. */
  fixes: FileFix[];
}
