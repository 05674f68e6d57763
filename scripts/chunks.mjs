import { join, posix, relative, resolve, sep } from "node:path";

/**
 * Puts modules into chunks by who needs them: each group gets what its entries import statically and no group before it
 * has. Left to themselves, bundlers make a chunk of every set of modules that the same entries need, which here come to
 * fifty for a run; and each further file costs a start about as much as reading it.
 *
 * @param {string} root
 * @param {Record<string, string[]>} groups the entries by the name of the group, relative to the root
 * @param {string[]} entries of the package: these stay files of their own, for what they wait for imports chunks
 * @returns what rolldown takes as `codeSplitting`
 */
export function chunkGroups(root, groups, entries) {
  const alone = new Set(entries.map((entry) => join(root, entry)));
  let names;
  const name = (id, context) => {
    names ??= namesByModule(root, groups, context);
    return alone.has(id) ? null : (names.get(id) ?? null);
  };
  return { groups: [{ name, debugName: "by entries" }] };
}

function namesByModule(root, groups, context) {
  const names = new Map();
  for (const [name, entries] of Object.entries(groups)) {
    const open = entries.map((entry) => join(root, entry));
    const seen = new Set();
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const module = context.getModuleInfo(id);
      if (!module) throw new Error(`${relative(root, id)} is in no chunk`);
      if (!names.has(id)) names.set(id, name);
      open.push(...module.importedIds.filter((imported) => context.getModuleInfo(imported)));
    }
  }
  return names;
}

/** A file that does nothing but hand on names of another one, under which a dynamic import asks for them. */
const FACADE = /^export\{([^}]*)\}from"(\.\/[^"]+)";?\s*$/;

/**
 * A plugin that has dynamic imports take what they ask for from the chunk that has it. A module that is in a chunk with others is
 * otherwise imported by way of a file of its own, which only names it.
 *
 * @param {Map<string, { fileName: string, facadeModuleId: string, target: string, names: string }>} facades such files, by
 *   their names without folders: those that are known, and those that are found
 */
export function withoutFacades(facades) {
  const direct = (written, file) => {
    const facade = facades.get(posix.basename(file));
    return facade
      ? `import(\`${posix.join(posix.dirname(file), facade.target).replace(/^(?!\.)/, "./")}\`).then(m=>({${facade.names}}))`
      : written;
  };
  return {
    name: "without-facades",
    generateBundle(_options, bundle) {
      for (const [file, { code, facadeModuleId }] of Object.entries(bundle)) {
        const [, list, target] = FACADE.exec(code) ?? [];
        if (list === undefined) continue;
        const names = list.split(",").map((item) => item.trim().split(" as "));
        facades.set(posix.basename(file), {
          fileName: file,
          facadeModuleId,
          target,
          names: names.map(([from, as = from]) => `${as}:m.${from}`).join(),
        });
        delete bundle[file];
      }
      for (const chunk of Object.values(bundle))
        chunk.code = chunk.code.replace(/import\([`"']([^`"']+)[`"']\)/g, direct);
    },
  };
}

/**
 * A plugin for an entry that is built again, into one file of all that it imports statically. What it imports dynamically
 * stays where the build before put it.
 *
 * @param {string} out the folder of the entry's file
 * @param {Map<string, string>} files of that build, by the module that each is of
 */
export function dynamicImports(out, files) {
  return {
    name: "dynamic-imports",
    resolveId: {
      order: "pre",
      handler(source, importer, { kind }) {
        if (kind !== "dynamic-import" || !source.startsWith(".")) return null;
        const file = files.get(resolve(importer, "..", source).replace(/\.js$/, ".ts"));
        if (!file) throw new Error(`${source} is in no chunk`);
        return { id: `./${relative(out, file).split(sep).join("/")}`, external: true };
      },
    },
  };
}
