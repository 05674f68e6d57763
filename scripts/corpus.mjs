import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { commandLine, OTHER_BUILD } from "./command-line.mjs";
import { checkSpec, folderFor } from "./corpus/check.mjs";
import { specsIn } from "./corpus/specs-in.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values: options } = commandLine({
  command: "npm run corpus --",
  about: `Runs b44-gen for all operations of each spec in a folder, compiles the output strictly against @base44/sdk, and
prints failures, time and memory.`,
  options: {
    specs: {
      type: "string",
      value: "FOLDER",
      default: join(root, "../shared/specs"),
      shown: "shared/specs beside the project",
      about: "the folder of specs",
    },
    filter: {
      type: "string",
      value: "TEXT",
      default: "",
      shown: "all",
      about: "only specs whose path contains one of these, separated by commas",
    },
    lang: { type: "string", value: "ts|js", default: "ts", about: "the language of the generated code" },
    js: { type: "boolean", default: true, about: "does not also generate JavaScript for every tenth spec" },
    jobs: {
      type: "string",
      value: "N",
      default: String(cpus().length),
      shown: "one per processor",
      about: "the number of specs at once",
    },
    table: { type: "string", value: "FILE", about: "writes a tab-separated line for every spec to FILE" },
    cli: OTHER_BUILD,
  },
});

const work = join(tmpdir(), `b44-gen-corpus-${process.pid}`);
mkdirSync(work, { recursive: true });
symlinkSync(join(root, "node_modules"), join(work, "node_modules"));
const tools = { cli: resolve(options.cli), tsc: join(root, "node_modules/typescript-7/bin/tsc") };

const words = options.filter.split(",");
const tasks = specsIn(options.specs).flatMap((file, index) => {
  if (!words.some((word) => file.includes(word))) return [];
  const alsoJs = options.js && options.lang === "ts" && index % 10 === 0;
  return (alsoJs ? ["ts", "js"] : [options.lang]).map((language) => ({ file, language }));
});

const results = [];
let next = 0;
async function worker() {
  for (let at = next++; at < tasks.length; at = next++) {
    const { file, language } = tasks[at];
    const spec = resolve(options.specs, file);
    results[at] = { ...(await checkSpec({ spec, folder: folderFor(work, at), language, ...tools })), file };
  }
}
await Promise.all(Array.from({ length: Number(options.jobs) }, worker));

const failed = results.filter(({ outcome }) => outcome !== "ok");
for (const { outcome, file, language, say } of failed.sort((a, b) => (a.outcome < b.outcome ? -1 : 1)))
  console.log(`${outcome}  ${file} (${language})\n    ${say}`);

if (options.table) {
  const rows = results.map((row) => [row.file, row.language, row.way, row.outcome, row.time, row.memory].join("\t"));
  writeFileSync(options.table, `file\tlanguage\tway\toutcome\tms\tMiB\n${rows.join("\n")}\n`);
}

console.log("\n  specs  outcome");
const counts = {};
for (const { outcome, language, way } of results) {
  const what = `${outcome} (${language}, ${way})`;
  counts[what] = (counts[what] ?? 0) + 1;
}
for (const what of Object.keys(counts).sort()) console.log(`${String(counts[what]).padStart(7)}  ${what}`);
const skipping = {};
for (const { skipped = [], file } of results)
  for (const code of skipped) {
    skipping[code] ??= new Set();
    skipping[code].add(file);
  }
console.log("\n  specs  with skipped operations");
for (const code of Object.keys(skipping).sort()) {
  const files = [...skipping[code]];
  const shown = `${files.slice(0, 5).join(", ")}${files.length > 5 ? ", …" : ""}`;
  console.log(`${String(files.length).padStart(7)}  ${code}: ${shown}`);
}
console.log(`\n${"".padEnd(10)}  median     90 %    most`);
for (const [what, unit] of [
  ["time", "ms"],
  ["memory", "MiB"],
]) {
  const values = results.map((row) => row[what]).sort((a, b) => a - b);
  const shown = [0.5, 0.9, 1].map((part) => values[Math.ceil(part * values.length) - 1]);
  console.log(`${`${what}, ${unit}`.padEnd(10)}${shown.map((value) => String(value).padStart(8)).join(" ")}`);
}
for (const what of ["time", "memory"]) {
  const top = [...results].sort((a, b) => b[what] - a[what]).slice(0, 5);
  console.log(`\nmost ${what}: ${top.map((row) => `${row.file} (${row[what]})`).join(", ")}`);
}
console.log(`work folder ${work}`);
