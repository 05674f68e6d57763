import type { Change } from "../diff/index.js";

/** An API whose spec changed, and what its generated code calls its operations. */
export interface ImpactApi {
  /** The slug of a custom integration, by which raw calls name it. Undefined where the API is reached another way. */
  slug: string | undefined;
  /** The base name of the API's generated files: `my-crm`. */
  fileName: string;
  /** The names of the generated functions by operation (`method:path`), in both versions. */
  before: ReadonlyMap<string, string>;
  after: ReadonlyMap<string, string>;
  changes: readonly Change[];
}

/** What the search for broken places is made from. */
export interface ImpactInput {
  /** The app's folder, absolute. Files outside are not read, but for packages that the app imports. */
  root: string;
  apis: readonly ImpactApi[];
  /**
   * The text of every generated file by its absolute path, as generated from the version before and from the one after,
   * which is asked for where it is needed. A path that only one of them has was added or removed. What stands on disk is
   * not read.
   */
  before: ReadonlyMap<string, string>;
  after: () => Promise<ReadonlyMap<string, string>>;
}

/** An expression of the app's source. */
export interface SourcePlace {
  /** Relative to the app's folder, with forward slashes. */
  file: string;
  /** Counted from one. */
  line: number;
  column: number;
  /** The source text, on one line and shortened where it is long. */
  expression: string;
  /** The changes that it comes from; none where the code breaks and no single change accounts for it. */
  changes: readonly Change[];
  /** One sentence. */
  why: string;
}

/** What changes of a spec do to the app's own source. Both lists are ordered by file, line and column. */
export interface Impact {
  /** What breaks. */
  places: SourcePlace[];
  /** Calls that breaking changes affect, where what is given or received has no types, so that nothing can tell. */
  calls: SourcePlace[];
}
