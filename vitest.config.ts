import { defineConfig } from "vitest/config";
import { buildPlugins } from "./scripts/vite-plugins.mjs";

export default defineConfig({
  plugins: buildPlugins(),
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By itself vitest leaves one core free: half of a machine with two.
    maxWorkers: "100%",
    server: { deps: { inline: [/openapi-typescript/] } },
  },
});
