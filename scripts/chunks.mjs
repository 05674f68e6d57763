import { join, posix, relative, resolve, sep } from "node:path";

/**
 * Assigns modules to chunks by need: each group gets the modules that its entries import statically and that no earlier
 * group has. By default, bundlers create a chunk for every set of modules that the same entries need. Here, that would
 * be fifty chunks for a run, and each additional file costs about as much at start as reading it.
 *
 * @param {string} root
 * @param {Record<string, string[]>} groups the entries by the name of the group, relative to the root
 * @param {string[]} entries of the package: these stay separate files, because what they await imports chunks
 * @returns the value of rolldown's `codeSplitting`
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

/** Matches a file that only re-exports names of another one, through which dynamic imports request them. */
const FACADE = /^export\{([^}]*)\}from"(\.\/[^"]+)";?\s*$/;

/**
 * A plugin that makes dynamic imports read from the chunk that has the requested module. Otherwise, a module in a chunk
 * with others is imported through a separate file that only re-exports it.
 *
 * @param {Map<string, { fileName: string, facadeModuleId: string, target: string, names: string }>} facades such files,
 *   by their names without folders; the plugin adds those that it finds
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
 * A plugin for an entry that is built again, into one file with everything that it imports statically. Its dynamic
 * imports refer to the files of the previous build.
 *
 * @param {string} out the folder of the entry's file
 * @param {Map<string, string>} files of that build, by module
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
