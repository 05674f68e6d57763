import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root, work } from "../process.mjs";
import { median, ratio, takeTurns } from "../rounds.mjs";
import { fileOf } from "../specs.mjs";
import { mebibytes, milliseconds, table, times } from "../table.mjs";

const cli = join(root, "dist/cli.js");

/** Makes a process report this number of processors. */
const processors = (count) =>
  `data:text/javascript,${encodeURIComponent(`
  import os from "node:os";
  import { syncBuiltinESMExports } from "node:module";
  os.availableParallelism = () => ${count};
  syncBuiltinESMExports();`)}`;

/** The number of processors from which threads are used. */
const ENOUGH = 3;

/** Several large APIs in one config, in one thread and in several, and with too few processors for threads. */
export async function threads({ rounds }) {
  const rows = [];
  for (const [name, apis] of [
    ["2 APIs, a part of GitHub's each", some(2)],
    ["4 APIs, a part of GitHub's each", some(4)],
    ["2 APIs, all operations of GitHub's", { a: all(), b: all() }],
  ]) {
    const folder = join(work, "threads");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    writeFileSync(join(folder, "b44-gen.config.json"), JSON.stringify({ apis }));
    const run = { cwd: folder, out: join(folder, "src") };
    const args = [cli, "--all"];
    const measured = await takeTurns(
      [
        { ...run, name: "one", args: ["--import", processors(1), ...args] },
        { ...run, name: "several", args: ["--import", processors(Math.max(ENOUGH, availableParallelism())), ...args] },
      ],
      rounds,
    );
    const [one, several] = ["one", "several"].map((which) => measured.get(which));
    const failed = one.failed ?? several.failed;
    if (failed) throw new Error(failed);
    const figures = [one, several].flatMap(({ times, memory }) => [milliseconds(median(times)), mebibytes(memory)]);
    rows.push([name, ...figures, times(ratio(several, one))]);
  }
  return table(["", "one thread", "memory", "threads", "memory", "threads by one"], rows);
}

const all = () => ({ spec: fileOf("GitHub"), operations: "all" });

/** A few dozen operations of each API. */
function some(count) {
  const api = (tag) => [tag, { spec: fileOf("GitHub"), operations: [`tag:${tag}`] }];
  return Object.fromEntries(["issues", "pulls", "projects", "teams"].slice(0, count).map(api));
}
