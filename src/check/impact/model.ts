import type { Change } from "../diff/index.js";

/** An API whose spec changed, and the names of its generated functions. */
export interface ImpactApi {
  /** The slug in raw calls of a custom integration; undefined if the API has another transport. */
  slug: string | undefined;
  /** The base name of the API's generated files: `my-crm`. */
  fileName: string;
  /** The names of the generated functions by operation (`method:path`), in each version. */
  before: ReadonlyMap<string, string>;
  after: ReadonlyMap<string, string>;
  changes: readonly Change[];
}

/** The input of the search for broken places. */
export interface ImpactInput {
  /** The app's folder, absolute. Files outside are not read, except packages that the app imports. */
  root: string;
  apis: readonly ImpactApi[];
  /**
   * The text of every generated file by absolute path, for the old version and for the new one, which is requested only
   * if needed. A path in only one of them was added or removed. Generated files on disk are not read.
   */
  before: ReadonlyMap<string, string>;
  after: () => Promise<ReadonlyMap<string, string>>;
}

/** An expression in the app's source. */
export interface SourcePlace {
  /** Relative to the app's folder, with forward slashes. */
  file: string;
  /** The line number, from 1. */
  line: number;
  column: number;
  /** The source text on one line, shortened if it is long. */
  expression: string;
  /** The changes that break the expression; empty if no single change explains it. */
  changes: readonly Change[];
  /** The reason, in one sentence. */
  why: string;
}

/** The effect of spec changes on the app's own source. Both arrays are ordered by file, line and column. */
export interface Impact {
  /** The places that break. */
  places: SourcePlace[];
  /** Calls that breaking changes may affect. Their arguments or results have no types, so this cannot be determined. */
  calls: SourcePlace[];
}
