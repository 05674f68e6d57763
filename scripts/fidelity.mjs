import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createViteServer } from "vitest/node";
import { buildPlugins, STAND_INS } from "./build-plugins.mjs";
import { commandLine } from "./command-line.mjs";

const { values: options } = commandLine({
  command: "npm run fidelity --",
  about:
    "Measures how accurate the emitted types are, compared with openapi-typescript's, and prints a table: see docs/fidelity.md.",
  options: {
    specs: { type: "string", value: "FOLDER", shown: "shared/specs beside the project", about: "the folder of specs" },
    every: { type: "string", value: "N", default: "1", about: "only every Nth spec" },
    largest: { type: "string", value: "N", default: "1500000", about: "omits specs of more bytes" },
    schemas: { type: "string", value: "N", default: "25", about: "the number of schemas per spec" },
    peer: { type: "boolean", default: true, about: "omits openapi-typescript, which takes most of the time" },
    show: { type: "boolean", default: false, about: "prints every value for which a type is wrong" },
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
