import { type Location, rememberSource, type SourceText } from "../../../diagnostics/index.js";

/** Returns the location of an offset in the text of a file. */
export function textLocation(source: SourceText, file: string, offset: number): Location {
  return rememberSource({ file, ...source.positionAt(offset) }, source);
}
