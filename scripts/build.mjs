import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { asciiOnly } from "./ascii.mjs";
import { buildPlugins } from "./build-plugins.mjs";
import { chunkGroups, dynamicImports, withoutFacades } from "./chunks.mjs";
import { keepPublicTypes } from "./public-types.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** One entry per build tool. */
const PLUGINS = ["vite", "rollup", "rolldown", "webpack", "rspack", "esbuild"];
const plugins = Object.fromEntries(PLUGINS.map((name) => [name, `src/plugin/${name}.ts`]));

const input = {
  cli: "src/cli/entry.ts",
  index: "src/index.ts",
  thread: "src/pipeline/threads/worker.ts",
  ...plugins,
};

/**
 * The modules that are needed together: by everything; by commands that find nothing to do; to begin reading a spec;
 * and by everything after that.
 */
const GROUPS = {
  core: Object.values(plugins),
  start: ["src/cli/main.ts", "src/cli/commands/generate.ts", "src/cli/commands/check.ts"],
  reading: ["src/pipeline/run/generate.ts"],
  stages: ["src/pipeline/run/generate-run.ts", "src/cli/report/report.ts"],
};

const options = {
  cwd: root,
  platform: "node",
  // unplugin loads some of its modules by path.
  external: ["@apidevtools/swagger-parser", "jiti", "ts-morph", "unplugin"],
  transform: { target: "node20", define: { __VERSION__: JSON.stringify(version) } },
  // `--watch` needs everything that `generate` needs.
  checks: { ineffectiveDynamicImport: false },
};
const facades = new Map();
const forAll = [asciiOnly(), withoutFacades(facades)];
const output = { dir: dist, format: "esm", comments: false };

rmSync(dist, { recursive: true, force: true });
const chunks = await written(
  { ...options, input, plugins: [...buildPlugins(), ...forAll] },
  {
    ...output,
    minify: { compress: true, mangle: false },
    chunkFileNames: "chunks/[name]-[hash].js",
    codeSplitting: chunkGroups(root, GROUPS, Object.values(input)),
  },
);
const modules = [...chunks, ...facades.values()];
const files = new Map(modules.map(({ facadeModuleId, fileName }) => [facadeModuleId, join(dist, fileName)]));
// Half of the loading time depends on the length of the text.
await written(
  { ...options, input: { vite: plugins.vite }, plugins: [dynamicImports(dist, files), ...buildPlugins(), ...forAll] },
  { ...output, minify: true, codeSplitting: false },
);
writeFileSync(join(dist, "meta.json"), JSON.stringify(contentsOf(chunks)));
chmodSync(join(dist, "cli.js"), 0o755);
if (!process.argv.includes("--no-types")) {
  writeFileSync(join(root, "THIRD-PARTY-LICENSES.txt"), thirdPartyLicenses(Object.values(contentsOf(chunks)).flat()));
  execFileSync(process.execPath, [join(root, "node_modules/typescript-7/bin/tsc"), "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
  keepPublicTypes(join(dist, "types"), ["index.d.ts", ...PLUGINS.map((name) => `plugin/${name}.d.ts`)]);
}

/**
 * Bundles and writes.
 * @returns the chunks
 */
async function written(given, to) {
  const bundle = await rolldown(given);
  const result = await bundle.write(to);
  await bundle.close();
  return result.output;
}

/** Returns the modules of each file, for tests and benchmarks. */
function contentsOf(chunks) {
  const name = (path) => relative(root, path).split(sep).join("/");
  return Object.fromEntries(chunks.map(({ fileName, moduleIds }) => [`dist/${fileName}`, moduleIds.map(name)]));
}

/** The licences of the bundled packages, from their own files. */
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
