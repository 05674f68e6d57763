import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** `export { type A, B as C } from "./module.js";` of a declaration file. */
const HANDED_ON = /^export (type )?\{([^}]*)\} from "(\.[^"]+)\.js";\n/gm;
/** Matches other references to a module: `import { type A, B as C } from "./module.js"`, or without names. */
const IMPORTED = /(?:(?:^import|^export) (?:type )?(?:\{([^}]*)\}|\*[^"]*) from |import\()\s*"(\.[^"]+)\.js"/gm;

/**
 * Removes the declarations that no entry reaches: the compiler writes one for every module, and the package should
 * contain only what users can see. An index keeps only the exports that are needed, because others may require the
 * types of Node.
 *
 * @param {string} folder of the declarations
 * @param {string[]} entries relative to the folder
 */
export function keepPublicTypes(folder, entries) {
  const all = new Map();
  const text = (file) => readFileSync(file, "utf8");
  const ask = (file, names) => {
    const asked = all.get(file) ?? new Set();
    const isNew = !all.has(file);
    const added = names.filter((name) => !asked.has(name));
    for (const name of added) asked.add(name);
    all.set(file, asked);
    const to = (module) => resolve(dirname(file), `${module}.d.ts`);
    if (isNew) {
      const rest = text(file).replaceAll(HANDED_ON, "");
      for (const [, list, module] of rest.matchAll(IMPORTED))
        ask(to(module), list === undefined ? ["*"] : namesOf(list).map(({ from }) => from));
    }
    if (added.length === 0) return;
    for (const [, , list, module] of text(file).matchAll(HANDED_ON)) {
      const handed = namesOf(list).filter(({ as }) => added.includes(as) || added.includes("*"));
      if (handed.length > 0)
        ask(
          to(module),
          handed.map(({ from }) => from),
        );
    }
  };
  for (const entry of entries) ask(join(folder, entry), ["*"]);
  for (const [file, names] of all) if (!names.has("*")) writeFileSync(file, handingOn(text(file), names));
  removeOthers(folder, all);
}

/** The names in a list such as `type A, B as C`, inside their module and outside of it. */
function namesOf(list) {
  const names = list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names.map((written) => {
    const [from, as = from] = written.replace(/^type /, "").split(" as ");
    return { written, from, as };
  });
}

/** The text of a declaration file, reduced to re-exports of these names. */
function handingOn(text, names) {
  return text.replaceAll(HANDED_ON, (_, type = "", list, module) => {
    const kept = namesOf(list).filter(({ as }) => names.has(as));
    if (kept.length === 0) return "";
    return `export ${type}{ ${kept.map(({ written }) => written).join(", ")} } from "${module}.js";\n`;
  });
}

/** Removes files that are not in `kept`, and folders that become empty. Returns true if the folder itself is empty. */
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
