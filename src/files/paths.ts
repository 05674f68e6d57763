import { isAbsolute, join, relative, sep } from "node:path";

/** A path of this system with forward slashes. */
export function withForwardSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** The way from a folder to a path, with forward slashes; `.` where it is the folder itself. */
export function pathFrom(folder: string, path: string): string {
  return withForwardSlashes(relative(folder, path)) || ".";
}

/**
 * The same as module specifiers, tsconfigs and configs write it: it begins with `./` or `../`. That to another drive of
 * Windows is absolute.
 */
export function relativeWay(folder: string, path: string): string {
  const way = pathFrom(folder, path);
  return isAbsolute(way) || /^\.\.?(?:\/|$)/.test(way) ? way : `./${way}`;
}

/** How messages name a path, in one piece or several: as seen from the working folder. */
export function shownPath(...path: string[]): string {
  return pathFrom(process.cwd(), join(...path));
}

/** How messages name a file that may be anywhere: as {@link shownPath} below the working folder, elsewhere in full. */
export function shownFile(file: string): string {
  const path = shownPath(file);
  return path === "." || isAbsolute(path) || path === ".." || path.startsWith("../") ? file : path;
}

/** Two paths with the same result are one file on a system that ignores case or normalises Unicode. */
export function foldCase(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
