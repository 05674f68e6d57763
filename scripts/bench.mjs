import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packagesLoaded } from "../bench/loaded-modules.mjs";

/**
 * Measures whole processes, from their start to their end: wall time, and peak memory (the maximum resident set size,
 * as the operating system counted it, which each process writes down when it ends: bench/peak-memory.cjs). After a
 * round to warm up, all runs take turns in every round, so that a busy machine slows all of them alike. Times are
 * medians over the rounds; a ratio is the median of the rounds' ratios. Prints a Markdown table.
 *
 *     npm run bench [-- --rounds N]
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const { values: options } = parseArgs({ options: { rounds: { type: "string", default: "7" } } });
const rounds = Number(options.rounds);

const github = join(root, "node_modules/@octokit/openapi/generated/api.github.com.json");
const small = join(root, "fixtures/apps/typed/specs/crm.yaml");
const cli = join(root, "dist/cli.js");
const other = join(root, "node_modules/openapi-typescript/bin/cli.js");

const work = mkdtempSync(join(tmpdir(), "b44-bench-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
const out = join(work, "out");
const app = join(work, "app");
cpSync(join(root, "fixtures/apps/typed"), app, { recursive: true });

/** What nobody can do without: reading the file, parsing it, and looking at every value once. */
const FLOOR = `
  const walk = (value) => { if (typeof value === "object" && value !== null) for (const key in value) walk(value[key]); };
  walk(JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")));`;

/** The first 30 operations of GitHub's issues and pull requests, as an app would choose some. */
function thirtyOperations() {
  const { paths } = JSON.parse(readFileSync(github, "utf8"));
  const operations = Object.entries(paths).flatMap(([path, item]) => {
    return Object.entries(item).map(([method, { tags }]) => ({ id: `${method}:${path}`, tags }));
  });
  const wanted = operations.filter(({ tags }) => tags?.includes("issues") || tags?.includes("pulls"));
  return wanted.slice(0, 30).map(({ id }) => id);
}

const generate = (spec, ...selection) => [cli, spec, "--slug", "api", "--out", out, "--lang", "ts", ...selection];

/** Every run: its name, the arguments of node, and what it is to be compared with. */
const runs = [
  {
    name: "GitHub, 30 operations",
    args: generate(github, "--select", ...thirtyOperations()),
    rival: "openapi-typescript, GitHub",
    most: 0.25,
  },
  { name: "GitHub, all operations", args: generate(github, "--all"), rival: "openapi-typescript, GitHub", most: 0.6 },
  { name: "openapi-typescript, GitHub", args: [other, github, "-o", join(out, "github.d.ts")] },
  { name: "floor: read, parse and walk GitHub's spec", args: ["-e", FLOOR, github] },
  { name: "small spec, 7 operations", args: generate(small, "--all"), rival: "openapi-typescript, small spec" },
  { name: "openapi-typescript, small spec", args: [other, small, "-o", join(out, "small.d.ts")] },
  { name: "nothing to do, .ts config, 2 APIs", args: [cli], cwd: app, rival: "node -e 0", most: 4 },
  { name: "node -e 0", args: ["-e", "0"] },
];

/** One process. Its output folder is new each time. */
async function measure({ name, args, cwd = work }) {
  rmSync(out, { recursive: true, force: true });
  const peak = join(work, "peak");
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, ["-r", join(root, "bench/peak-memory.cjs"), ...args], {
    cwd,
    env: { ...process.env, B44_BENCH_PEAK: peak, NODE_OPTIONS: "" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const status = await new Promise((resolve) => child.once("close", resolve));
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0)
    throw new Error(`${name} failed with status ${status}: ${said.replaceAll(root, "").slice(0, 2000)}`);
  return { time, memory: Number(readFileSync(peak, "utf8")) / 1024 };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const results = new Map(runs.map(({ name }) => [name, []]));
for (let round = 0; round <= rounds; round++) {
  if (process.stderr.isTTY) process.stderr.write(`\rround ${round} of ${rounds}`);
  for (const run of runs) {
    const result = await measure(run);
    if (round > 0) results.get(run.name).push(result);
  }
}
if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");

function row({ name, rival, most }) {
  const own = results.get(name);
  const ratio = (to) => median(own.map(({ time }, round) => time / results.get(to)[round].time));
  const digits = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
  const time = `${Math.round(median(own.map((one) => one.time)))} ms`;
  const memory = `${Math.round(median(own.map((one) => one.memory)))} MB`;
  const toRival = rival ? `${digits(ratio(rival))} × ${rival}` : "";
  const target = most === undefined ? "" : `≤ ${most}: ${ratio(rival) <= most ? "met" : "missed"}`;
  const cells = [
    name,
    time,
    memory,
    toRival,
    target,
    digits(ratio("node -e 0")),
    digits(ratio("floor: read, parse and walk GitHub's spec")),
  ];
  return `| ${cells.join(" | ")} |`;
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${rounds} rounds, medians.\n`);
console.log("| run | time | peak memory | ratio | target | × node -e 0 | × floor |");
console.log("| --- | ---: | ---: | --- | --- | ---: | ---: |");
for (const run of runs) console.log(row(run));

const { packages } = packagesLoaded([], app);
const unwanted = ["jiti", "zod", "typescript", "openapi-typescript", "handlebars", "js-yaml"].filter((name) =>
  packages.has(name),
);
console.log(`\nA run with nothing to do loads these packages: ${[...packages].sort().join(", ") || "none"}.`);
if (unwanted.length > 0) {
  console.log(`It must not load ${unwanted.join(", ")}.`);
  process.exitCode = 1;
}
