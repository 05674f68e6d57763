import { relative, resolve, sep } from "node:path";

/**
 * The options to build an entry again, into one file of all that it imports statically: each further file costs a start
 * about as much as reading it. What it imports dynamically stays where the build before put it.
 */
export function oneFile(entry, options, { outputs }) {
  const chunks = new Map(Object.entries(outputs).map(([path, { entryPoint }]) => [entryPoint, path]));
  const elsewhere = {
    name: "dynamic-imports",
    setup(builder) {
      builder.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        if (kind !== "dynamic-import") return undefined;
        const source = resolve(resolveDir, path).replace(/\.js$/, ".ts");
        const chunk = chunks.get(relative(options.absWorkingDir, source).split(sep).join("/"));
        if (!chunk) throw new Error(`${path} is in no chunk`);
        return { path: `./${relative(options.outdir, chunk).split(sep).join("/")}`, external: true };
      });
    },
  };
  return {
    ...options,
    entryPoints: [entry],
    splitting: false,
    // Half of the time that it takes to load goes with the length of the text.
    minifyIdentifiers: true,
    metafile: false,
    plugins: [elsewhere, ...options.plugins],
  };
}
