import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createViteServer } from "vitest/node";
import { buildPlugins, STAND_INS } from "./vite-plugins.mjs";

/**
 * Measures how true the emitted types are, beside openapi-typescript's, and prints a table: see docs/fidelity.md.
 *
 *     npm run fidelity [-- --every N --largest BYTES --schemas N --show]
 */
const { values: options } = parseArgs({
  options: {
    every: { type: "string", default: "1" },
    largest: { type: "string", default: "1500000" },
    schemas: { type: "string", default: "25" },
    show: { type: "boolean", default: false },
  },
});

const server = await createViteServer({
  root: fileURLToPath(new URL("..", import.meta.url)),
  configFile: false,
  appType: "custom",
  logLevel: "error",
  plugins: buildPlugins(),
  server: { middlewareMode: true, hmr: false, watch: null },
  ssr: { noExternal: [/openapi-typescript/, ...Object.keys(STAND_INS)] },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { report } = await server.ssrLoadModule("/test/fidelity/report.ts");
  await report({
    every: Number(options.every),
    largest: Number(options.largest),
    schemas: Number(options.schemas),
    show: options.show,
    say: console.log,
  });
} finally {
  await server.close();
}
