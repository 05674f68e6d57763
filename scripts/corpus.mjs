import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * Runs b44-gen over a folder of specs, all operations of each, compiles what comes out strictly against
 * @base44/sdk, and prints a table of what did not work.
 *
 *     npm run corpus [-- --specs FOLDER --filter TEXT --lang ts|js --jobs N]
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const { values: options } = parseArgs({
  options: {
    specs: { type: "string", default: join(root, "../shared/specs") },
    filter: { type: "string", default: "" },
    lang: { type: "string", default: "ts" },
    jobs: { type: "string", default: String(cpus().length) },
  },
});

const cli = join(root, "dist/cli.js");
const tsc = join(root, "node_modules/typescript-7/bin/tsc");
const work = join(tmpdir(), `b44-gen-corpus-${process.pid}`);
mkdirSync(work, { recursive: true });
symlinkSync(join(root, "node_modules"), join(work, "node_modules"));

const lines = readFileSync(join(options.specs, "index.tsv"), "utf8").trim().split("\n").slice(1);
const specs = lines.map((line) => line.split("\t")[0]).filter((file) => file.includes(options.filter));

const TSCONFIG = {
  compilerOptions: {
    strict: true,
    skipLibCheck: false,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    noEmit: true,
  },
  include: ["./*"],
};

function run(command, args, cwd) {
  const start = Date.now();
  return new Promise((done) => {
    execFile(command, args, { cwd, maxBuffer: 1 << 28, timeout: 300_000 }, (error, stdout, stderr) => {
      done({ status: error ? (error.code ?? 99) : 0, stdout, stderr, time: Date.now() - start });
    });
  });
}

async function check(spec) {
  const folder = join(work, basename(spec).replace(/\W+/g, "_"));
  const args = [cli, join(options.specs, spec), "--slug", "api", "--all", "--out", folder, "--lang", options.lang];
  const generated = await run(process.execPath, args, work);
  const errors = generated.stderr.split("\n").filter((line) => line.startsWith("error"));
  if (generated.status !== 0)
    return {
      spec,
      outcome: errors[0]?.slice(0, 9) ?? "crash",
      say: errors[0] ?? generated.stderr.slice(0, 300),
      time: generated.time,
    };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(TSCONFIG));
  const compiled = await run(process.execPath, [tsc, "-p", folder], work);
  const outcome = compiled.status === 0 ? "ok" : "does not compile";
  const say = compiled.stdout
    .split("\n")
    .filter((line) => line.includes("error"))
    .slice(0, 3)
    .join("\n    ");
  if (compiled.status === 0) rmSync(folder, { recursive: true, force: true });
  return { spec, outcome, say, time: generated.time };
}

const queue = [...specs];
const results = [];
await Promise.all(
  Array.from({ length: Number(options.jobs) }, async () => {
    for (let spec = queue.shift(); spec; spec = queue.shift()) results.push(await check(spec));
  }),
);

const counts = new Map();
for (const { outcome } of results) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
for (const { spec, outcome, say } of results.sort((a, b) => a.outcome.localeCompare(b.outcome))) {
  if (outcome !== "ok") console.log(`${outcome}  ${spec}\n    ${say}`);
}
for (const [outcome, count] of counts) console.log(`${String(count).padStart(5)}  ${outcome}`);
const slowest = results.sort((a, b) => b.time - a.time)[0];
console.log(`slowest: ${slowest.spec} ${slowest.time} ms; work folder ${work}`);
