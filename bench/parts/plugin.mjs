import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, work } from "../process.mjs";
import { median } from "../rounds.mjs";
import { goals, table } from "../table.mjs";

/**
 * Runs in a process that has already loaded Vite, as every process with a plugin for Vite has. Loads the plugin and
 * runs the hooks that Vite awaits: `buildStart` in a build, `configureServer` in the dev server. The start of watching,
 * which the dev server does not await, is a separate figure.
 */
const MEASURE = `
  const [vite, plugin, command] = process.argv.slice(1);
  const { resolveConfig } = await import(vite);
  await resolveConfig({ configFile: false, logLevel: "silent" }, command);
  const start = performance.now();
  const { default: b44gen } = await import(plugin);
  const hooks = b44gen();
  const loaded = performance.now();
  const logger = { info() {}, warn: console.error, error: console.error };
  hooks.configResolved({ root: process.cwd(), command, logger, build: { watch: null }, server: {} });
  const server = { ws: { clients: { size: 0 }, send() {}, on() {} }, environments: {} };
  if (command === "serve") await hooks.configureServer(server);
  await hooks.buildStart.call({ meta: {} });
  const ready = performance.now();
  await hooks.buildEnd();
  const closed = performance.now();
  console.log(JSON.stringify({ loaded: loaded - start, ready: ready - start, after: closed - ready }));`;

/** The time that the plugin adds to a warm start of Vite if nothing changed. */
export async function plugin({ rounds }) {
  const app = join(work, "plugin-app");
  cpSync(join(root, "fixtures/apps/typed"), app, { recursive: true });
  execFileSync(process.execPath, [join(root, "dist/cli.js")], { cwd: app, stdio: "ignore" });
  const rows = [];
  const lines = [];
  for (const [name, command] of [
    ["build", "build"],
    ["dev server", "serve"],
  ]) {
    const runs = Array.from({ length: rounds * 3 + 1 }, () => start(app, command)).slice(1);
    const of = (key) => median(runs.map((run) => run[key]));
    rows.push([name, ...["loaded", "ready", "after", "node"].map((key) => `${of(key).toFixed(1)} ms`)]);
    lines.push({ what: `the plugin in a warm start, ${name}`, most: 20, seen: of("ready"), unit: "ms" });
  }
  const head = ["Vite 8, nothing changed", "its module", "until ready", "after that", "`node -e 0` meanwhile"];
  return `${table(head, rows)}\n\n${goals(lines)}`;
}

const vite = () => {
  const installed = createRequire(join(root, "bench/packages/package.json"));
  return pathToFileURL(join(installed.resolve("vite/package.json"), "../dist/node/index.js")).href;
};

function start(app, command) {
  const start = performance.now();
  execFileSync(process.execPath, ["-e", "0"]);
  const node = performance.now() - start;
  const args = ["--input-type=module", "-e", MEASURE, vite(), pathToFileURL(join(root, "dist/vite.js")).href, command];
  const env = { ...process.env, CI: "" };
  return { ...JSON.parse(execFileSync(process.execPath, args, { cwd: app, encoding: "utf8", env })), node };
}
