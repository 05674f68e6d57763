import { isAbsolute, join, relative, sep } from "node:path";

/** Converts a path of this system to forward slashes. */
export function withForwardSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** The relative path from a folder to a path, with forward slashes; `.` for the folder itself. */
export function pathFrom(folder: string, path: string): string {
  return withForwardSlashes(relative(folder, path)) || ".";
}

/**
 * As {@link pathFrom}, but beginning with `./` or `../`, as in module specifiers, tsconfigs and configs. Absolute
 * for another drive of Windows.
 */
export function dotRelativePath(folder: string, path: string): string {
  const way = pathFrom(folder, path);
  return isAbsolute(way) || /^\.\.?(?:\/|$)/.test(way) ? way : `./${way}`;
}

/** The path for messages, from one or several segments: relative to the working folder. */
export function shownPath(...path: string[]): string {
  return pathFrom(process.cwd(), join(...path));
}

/** The path of any file for messages: as {@link shownPath} inside the working folder, otherwise absolute. */
export function shownFile(file: string): string {
  const path = shownPath(file);
  return path === "." || isAbsolute(path) || path === ".." || path.startsWith("../") ? file : path;
}

/** A key that is equal for paths of the same file on a system that ignores case or normalises Unicode. */
export function foldCase(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
