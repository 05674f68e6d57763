import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { documentWith } from "../bench/document.mjs";
import { costToTheApp } from "../bench/parts/cost-to-the-app.mjs";
import { diff } from "../bench/parts/diff.mjs";
import { growth } from "../bench/parts/growth.mjs";
import { nothingChanged } from "../bench/parts/nothing-changed.mjs";
import { plugin } from "../bench/parts/plugin.mjs";
import { sideBySide } from "../bench/parts/side-by-side.mjs";
import { threads } from "../bench/parts/threads.mjs";
import { root } from "../bench/process.mjs";
import { commandLine } from "./command-line.mjs";

const PARTS = {
  "side-by-side": { title: "Generating, beside others", run: sideBySide },
  "nothing-changed": { title: "Nothing changed", run: nothingChanged },
  plugin: { title: "The plugin", run: plugin },
  threads: { title: "Several large APIs", run: threads },
  diff: { title: "Two versions of an API", run: diff },
  growth: { title: "Growth", run: growth },
  "cost-to-the-app": { title: "What the output costs the app", run: costToTheApp },
};

const { values: options, positionals } = commandLine({
  command: "npm run bench --",
  about: `Measures whole processes, from their start to their end: wall time, and peak memory. What is compared takes turns, so
that a busy machine slows all of it alike. The specs are those of the folder shared beside the project. Prints Markdown,
of all parts or of those that are named.`,
  choices: Object.keys(PARTS),
  options: {
    rounds: { type: "string", value: "N", default: "5", about: "how often each is measured" },
    write: { type: "boolean", default: false, about: "puts what is measured into docs/performance.md" },
  },
});
const chosen = positionals.length > 0 ? positionals : Object.keys(PARTS);
const rounds = Number(options.rounds);

const install = ["install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"];
execFileSync("npm", install, {
  cwd: join(root, "bench/packages"),
  stdio: "ignore",
  shell: process.platform === "win32",
});

const head = `# Performance

How long b44-gen takes, what memory, and what its code costs the app, beside other generators.

Made by \`npm run bench -- --write\`, each section by a run of its own. Every figure is a whole process, from its start to its
end: the median of some rounds (5, where \`--rounds\` does not say another number) after one to warm up (three times as many under
"Nothing changed" and "The plugin"), in which all that is compared takes turns; of one round for what takes longer than
20 s. Ratios are medians of the rounds' ratios. Peak memory is the largest resident set, as the operating system counted it.
Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores, of a virtual machine whose speed changes by a third
from hour to hour.`;

const measured = new Map();
for (const name of chosen) {
  const { title, run } = PARTS[name];
  measured.set(title, await run({ rounds }));
  if (!options.write) console.log(`## ${title}\n\n${measured.get(title)}\n`);
}
if (options.write) {
  const file = join(root, "docs/performance.md");
  const titles = Object.values(PARTS).map(({ title }) => title);
  writeFileSync(file, documentWith(existsSync(file) ? readFileSync(file, "utf8") : "", { head, titles, measured }));
}
