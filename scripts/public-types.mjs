import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * Removes the declarations that no entry reaches: the compiler writes one for every module, and the package is to hold
 * what its users can see.
 *
 * @param {string} folder where the declarations are
 * @param {string[]} entries relative to it
 */
export function keepPublicTypes(folder, entries) {
  const reached = new Set();
  const follow = (file) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, module] of readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)\.js"/g)) {
      follow(resolve(dirname(file), `${module}.d.ts`));
    }
  };
  for (const entry of entries) follow(join(folder, entry));
  removeOthers(folder, reached);
}

/** Removes files that are not among `kept`, and folders in which none is left; true where none is. */
function removeOthers(folder, kept) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const left = entries.filter((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory() ? !removeOthers(path, kept) : kept.has(path)) return true;
    rmSync(path, { recursive: true });
    return false;
  });
  return left.length === 0;
}
