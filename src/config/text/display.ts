import { isAbsolute, relative, sep } from "node:path";

/** How messages name a file: relative to the working folder, with forward slashes, where it lies in it. */
export function displayPath(file: string): string {
  const path = relative(process.cwd(), file);
  if (path === "" || isAbsolute(path) || path === ".." || path.startsWith(`..${sep}`)) return file;
  return withForwardSlashes(path);
}

/** A path of this system with forward slashes. */
export function withForwardSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
