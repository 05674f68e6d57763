import { basename, dirname, isAbsolute, join } from "node:path";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { foldCase, statIfThere, withoutLinks } from "../../files/index.js";

/**
 * Reports a file that was read by a path in different letter case than on disk (B44-118): Windows and macOS find it,
 * Linux does not. Absolute paths are not reported: they are valid only on this machine anyway.
 *
 * @param display the path in the config or a `$ref`
 */
export async function otherCase(file: string, display: string): Promise<Diagnostic[]> {
  const names = display.split(/[\\/]/);
  const written = names.slice(names.lastIndexOf("..") + 1).filter((name) => name !== "" && name !== ".");
  if (isAbsolute(display) || !isCaseIgnored(file)) return [];
  const there = (await withoutLinks(file)).split(/[\\/]/).slice(-written.length).join("/");
  const given = written.join("/");
  // The names differ in more than case if the path leads through a link.
  if (foldCase(there) !== foldCase(given) || there.normalize("NFC") === given.normalize("NFC")) return [];
  const message = `"${display}" is "${there}" on disk. Linux, which tells upper and lower case apart, does not find it.`;
  return [diagnostic("B44-118", { message, location: { file: display } })];
}

/** Whether the file system finds a file by its name in another letter case. */
function isCaseIgnored(file: string): boolean {
  const name = basename(file);
  const upper = name.toUpperCase();
  const other = upper === name ? name.toLowerCase() : upper;
  return other !== name && statIfThere(join(dirname(file), other)) !== undefined;
}
