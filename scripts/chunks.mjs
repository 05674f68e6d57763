import { join, relative, resolve, sep } from "node:path";

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
