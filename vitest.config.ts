import { configDefaults, defineConfig } from "vitest/config";
import manifest from "./package.json" with { type: "json" };
import { buildPlugins } from "./scripts/build-plugins.mjs";

/** Test files that put something in the place of a module, a global or a console for all that comes after. */
const REPLACING = [
  "test/load/fetch-safety-names.test.ts",
  "test/hostile/mutation.test.ts",
  "test/plugin-parts/runs.test.ts",
  "test/{app,backend,plugin}/**/*.test.ts",
];

export default defineConfig(({ mode }) => ({
  plugins: buildPlugins(),
  define: { __VERSION__: JSON.stringify(manifest.version) },
  test: {
    // For what never ends, not for what is slow: a machine that others use may be ten times as slow.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    setupFiles: ["test/support/setup.ts"],
    // By itself vitest leaves one core free: half of a machine with two.
    maxWorkers: "100%",
    server: { deps: { inline: [/openapi-typescript/] } },
    projects: [
      {
        extends: true,
        mode,
        // Loading the sources anew for each file takes a quarter of the time.
        test: {
          name: "shared",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...REPLACING],
          isolate: false,
        },
      },
      { extends: true, mode, test: { name: "isolated", include: REPLACING } },
    ],
  },
}));
