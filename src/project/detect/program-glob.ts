import { posix } from "node:path";

/** Folders that wildcards in `include` never match. */
const PACKAGES = "(?:node_modules|bower_components|jspm_packages)";

/**
 * Whether a pattern of `include` matches a file. `file` and `folder` are absolute, with forward slashes. A pattern
 * without a wildcard or an extension in its last part names a folder, and matches everything below it. A pattern that
 * ends in `**` is invalid, and the compiler ignores it.
 */
export function included(file: string, folder: string, pattern: string): boolean {
  const { way, parts } = aligned(file, folder, pattern);
  const last = parts.at(-1) ?? "";
  if (last === "**") return false;
  if (!/[.*?]/.test(last)) parts.push("**", "*");
  const source = parts.map((part, index) => includePart(part, index === parts.length - 1)).join("");
  return new RegExp(`^${source}$`).test(way);
}

/**
 * Whether a pattern of `exclude` matches a file or a folder that contains it. For the arguments see {@link included}.
 */
export function excluded(file: string, folder: string, pattern: string): boolean {
  const { way, parts } = aligned(file, folder, pattern);
  if (parts.length === 0) return !way.startsWith("../");
  if (parts.at(-1) === "**") parts.push("*");
  const source = parts.map((part, index) => {
    if (part === "**") return "(?:(?!\\.\\./)[^/]+/)*";
    return wildcards(part) + (index === parts.length - 1 ? "(?:$|/)" : "/");
  });
  return new RegExp(`^${source.join("")}`).test(way);
}

/**
 * Returns the pattern's parts, and the file's path from the folder that they are relative to. A leading `..` moves up
 * one folder.
 */
function aligned(file: string, folder: string, pattern: string): { way: string; parts: string[] } {
  const plain = pattern.replaceAll("\\", "/");
  const parts = (plain.startsWith(`${folder}/`) ? plain.slice(folder.length + 1) : plain).split("/");
  const names = posix.normalize(parts.join("/")).split("/");
  const steps = names.filter((name) => name !== "" && name !== ".");
  const ups = steps.filter((name) => name === "..");
  return { way: posix.relative(posix.join(folder, ...ups), file), parts: steps.slice(ups.length) };
}

function includePart(part: string, last: boolean): string {
  if (part === "**") return `(?:(?!${PACKAGES}/)[^/.][^/]*/)*`;
  const hidden = /^[*?]/.test(part) ? "(?!\\.)" : "";
  const packages = hidden && !last ? `(?!${PACKAGES}/)` : "";
  return `${hidden}${packages}${wildcards(part)}${last ? "" : "/"}`;
}

function wildcards(part: string): string {
  return part
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]");
}
