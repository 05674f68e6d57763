import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { measure, root, work } from "../process.mjs";
import { median, takeTurns } from "../rounds.mjs";
import { fileOf } from "../specs.mjs";
import { goals, mebibytes, milliseconds, table } from "../table.mjs";

const cli = join(root, "dist/cli.js");
const OLD = join(root, "bench/packages/node_modules/octokit-openapi-19/generated/api.github.com.json");

/** `b44-gen diff` of all that changed in GitHub's API over four major versions, fetched from a server on this machine. */
export async function diff({ rounds }) {
  const folder = join(work, "diff");
  mkdirSync(folder);
  let spec = readFileSync(OLD);
  const server = createServer((_, response) => response.setHeader("content-type", "application/json").end(spec));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const api = { spec: `http://127.0.0.1:${server.address().port}/github.json`, operations: "all" };
  writeFileSync(join(folder, "b44-gen.config.json"), JSON.stringify({ apis: { github: api } }));
  const { failed } = await measure({ args: [cli, "--all"], cwd: folder });
  if (failed) throw new Error(failed);
  spec = readFileSync(fileOf("GitHub"));
  const run = { name: "diff", args: [cli, "diff"], cwd: folder, ends: 1 };
  const seen = (await takeTurns([run], rounds)).get("diff");
  server.close();
  if (seen.failed) throw new Error(seen.failed);
  const rows = [["GitHub 19.1.0 to 23.0.2, all operations", milliseconds(median(seen.times)), mebibytes(seen.memory)]];
  const goal = { what: "two versions of GitHub's API", most: 3000, seen: median(seen.times), unit: "ms" };
  return `${table(["`b44-gen diff`", "time", "peak memory"], rows)}\n\n${goals([goal])}`;
}
