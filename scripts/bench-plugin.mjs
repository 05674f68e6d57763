import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * Measures what the plugin adds to a start of Vite in which nothing changed: in a process of its own each time, from
 * before the plugin's module is loaded until the hooks that Vite awaits are over. A build awaits `buildStart`, the dev
 * server `configureServer`; what the dev server does not wait for, the beginning of the watching, comes in a column of its
 * own. Medians and the best of all rounds, and beside them what `node -e 0` takes then; prints a Markdown table. It fails
 * where the best round is over the limit: a busy machine only ever adds to a time.
 *
 *     npm run dev && node scripts/bench-plugin.mjs [--rounds N]
 */
const LIMIT = 20;
const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({ options: { rounds: { type: "string", default: "15" } } });
const app = mkdtempSync(join(tmpdir(), "b44-bench-plugin-"));
process.on("exit", () => rmSync(app, { recursive: true, force: true }));
cpSync(join(root, "fixtures/apps/typed"), app, { recursive: true });
execFileSync(process.execPath, [join(root, "dist/cli.js")], { cwd: app, stdio: "ignore" });

/** Runs in the process that is measured, in place of Vite. */
const MEASURE = `
  const start = performance.now();
  const { default: b44gen } = await import(process.argv[1]);
  const plugin = b44gen();
  const loaded = performance.now();
  const logger = { info() {}, warn: console.error, error: console.error };
  const command = process.argv[2];
  plugin.configResolved({ root: process.cwd(), command, logger, build: { watch: null }, server: {} });
  const server = { ws: { clients: { size: 0 }, send() {}, on() {} }, environments: {} };
  if (command === "serve") await plugin.configureServer(server);
  await plugin.buildStart.call({ meta: {} });
  const ready = performance.now();
  await plugin.buildEnd();
  const closed = performance.now();
  console.log(JSON.stringify({ loaded: loaded - start, ready: ready - start, after: closed - ready }));`;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const shown = (number) => `${number.toFixed(1)} ms`;

console.log("| | module | until ready | best | after that | `node -e 0` |\n| --- | --- | --- | --- | --- | --- |");
for (const command of ["build", "serve"]) {
  const runs = Array.from({ length: Number(values.rounds) + 1 }, () => {
    const args = ["--input-type=module", "-e", MEASURE, join(root, "dist/vite.js"), command];
    const start = performance.now();
    execFileSync(process.execPath, ["-e", "0"]);
    const node = performance.now() - start;
    const measured = JSON.parse(
      execFileSync(process.execPath, args, { cwd: app, encoding: "utf8", env: { ...process.env, CI: "" } }),
    );
    return { ...measured, node };
  }).slice(1);
  const of = (key) => runs.map((run) => run[key]);
  const ready = median(of("ready"));
  const best = Math.min(...of("ready"));
  const name = command === "build" ? "build" : "dev server";
  console.log(
    `| ${name} | ${shown(median(of("loaded")))} | ${shown(ready)} | ${shown(best)} | ${shown(median(of("after")))} | ${shown(median(of("node")))} |`,
  );
  if (best > LIMIT) process.exitCode = 1;
}
