import { byCodeUnit, dotRelativePath, withForwardSlashes } from "../../files/index.js";

/**
 * What a module of the project imports a file of it from (absolute): `@/api/base44Client` where the app's tsconfig or
 * jsconfig maps `@/*`; else relative to the project's root, starting with `./` or `../`. Without the file's extension.
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
