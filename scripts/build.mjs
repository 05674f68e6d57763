import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { oneFile } from "./one-file.mjs";
import { keepPublicTypes } from "./public-types.mjs";
import { runtimeFolderModule, runtimeSourceModule } from "./runtime-source.mjs";
import { templateModule } from "./templates.mjs";
import { STAND_INS, TEMPLATE_RUNTIME } from "./vite-plugins.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** The same special imports as in vite-plugins.mjs, for esbuild. */
const specialImports = {
  name: "b44-gen-build",
  setup(builder) {
    builder.onResolve({ filter: /^(typescript|ansi-colors|supports-color|@redocly\/.*)$/ }, (args) =>
      args.importer.includes("openapi-typescript") ? { path: STAND_INS[args.path] } : undefined,
    );
    builder.onResolve({ filter: /\?sources?$/ }, (args) => ({
      path: resolve(dirname(args.importer), args.path.replace(/\?sources?$/, "")),
      namespace: args.path.slice(args.path.indexOf("?") + 1),
    }));
    builder.onLoad({ filter: /.*/, namespace: "source" }, (args) => ({ contents: runtimeSourceModule(args.path) }));
    builder.onLoad({ filter: /.*/, namespace: "sources" }, (args) => ({ contents: runtimeFolderModule(args.path) }));
    builder.onLoad({ filter: /\.hbs$/ }, (args) => ({
      contents: templateModule(readFileSync(args.path, "utf8"), args.path, TEMPLATE_RUNTIME),
      resolveDir: dirname(args.path),
    }));
  },
};

/** One entry a build tool. */
const PLUGINS = ["vite", "rollup", "rolldown", "webpack", "rspack", "esbuild"];
const plugins = Object.fromEntries(PLUGINS.map((name) => [name, `src/plugin/${name}.ts`]));

rmSync(join(root, "dist"), { recursive: true, force: true });
const options = {
  absWorkingDir: root,
  entryPoints: {
    cli: "src/cli/main.ts",
    index: "src/index.ts",
    thread: "src/pipeline/threads/worker.ts",
    ...plugins,
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: false,
  legalComments: "none",
  chunkNames: "chunks/[name]-[hash]",
  // unplugin loads modules of its own by their path.
  external: ["@apidevtools/swagger-parser", "jiti", "ts-morph", "unplugin"],
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [specialImports],
  metafile: true,
  logLevel: "warning",
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
};
const result = await build(options);
await build(oneFile("src/plugin/vite.ts", options, result.metafile));
writeFileSync(join(root, "dist/meta.json"), JSON.stringify(result.metafile));
chmodSync(join(root, "dist/cli.js"), 0o755);
if (!process.argv.includes("--no-types")) {
  writeFileSync(join(root, "THIRD-PARTY-LICENSES.txt"), thirdPartyLicenses(Object.keys(result.metafile.inputs)));
  execFileSync(process.execPath, [join(root, "node_modules/typescript-7/bin/tsc"), "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
  keepPublicTypes(join(root, "dist/types"), ["index.d.ts", ...PLUGINS.map((name) => `plugin/${name}.d.ts`)]);
}

/** The licences of the packages that were bundled, from their own files. */
function thirdPartyLicenses(inputs) {
  const names = inputs.map((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]).filter(Boolean);
  const sections = [...new Set(names)].sort().map((name) => {
    const folder = join(root, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `b44-gen contains code of these packages.\n\n${sections.join(`\n${"-".repeat(80)}\n\n`)}`;
}
