import { byCodeUnit, dotRelativePath, withForwardSlashes } from "../../files/index.js";

/**
 * Returns the specifier with which a module of the project imports one of its files (absolute), without the file's
 * extension: `@/api/base44Client` if the app's tsconfig or jsconfig maps `@/*`; otherwise relative to the project's
 * root, starting with `./` or `../`.
 */
export function projectModule(
  file: string,
  { root, atFolders }: { root: string; atFolders: readonly string[] },
): string {
  const plain = file.replace(/\.[^./\\]+$/, "");
  const folder = [...atFolders].sort(byCodeUnit).find((prefix) => plain.startsWith(prefix));
  if (folder) return `@/${withForwardSlashes(plain.slice(folder.length))}`;
  return dotRelativePath(root, plain);
}
