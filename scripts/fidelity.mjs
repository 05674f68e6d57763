import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createViteServer } from "vitest/node";
import { buildPlugins, STAND_INS } from "./vite-plugins.mjs";

/**
 * Measures how true the emitted types are, beside openapi-typescript's, and prints a table: see docs/fidelity.md.
 *
 *     npm run fidelity [-- --specs FOLDER --every N --largest BYTES --schemas N --no-peer --show]
 */
const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    specs: { type: "string" },
    every: { type: "string", default: "1" },
    largest: { type: "string", default: "1500000" },
    schemas: { type: "string", default: "25" },
    peer: { type: "boolean", default: true },
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
    specs: options.specs && resolve(options.specs),
    every: Number(options.every),
    largest: Number(options.largest),
    schemas: Number(options.schemas),
    peer: options.peer,
    show: options.show,
    say: console.log,
  });
} finally {
  await server.close();
}
