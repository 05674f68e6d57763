import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { specServer } from "../locked/support.js";
import { folderOf, read, tree, write } from "./support/folders.js";
import { type Outcome, run } from "./support/process.js";

/** A spec of so many bytes: what is missing is white space. */
function spec(path: string, bytes: number): string {
  const responses = { 200: { description: "Fine." } };
  const get = { responses, parameters: [{ name: "id", in: "query", schema: { type: "string", nullable: true } }] };
  const document = { openapi: "3.0.3", info: { title: path, version: "1" }, paths: { [path]: { get } } };
  return JSON.stringify(document).padEnd(bytes);
}

const BIG = 7_000_000;

/** A project with an API of each of these sizes, called a, b, …. `selected` replaces what one of them selects. */
function project(sizes: readonly number[], selected: Record<string, string> = {}): string {
  const names = sizes.map((_, index) => String.fromCharCode(97 + index));
  const apis = names.map((name) => [name, { spec: `./${name}.json`, operations: [selected[name] ?? `get:/${name}`] }]);
  const folder = folderOf({ "b44-gen.config.json": JSON.stringify({ apis: Object.fromEntries(apis) }) });
  for (const [index, name] of names.entries()) write(folder, `${name}.json`, spec(`/${name}`, sizes[index] ?? 0));
  return folder;
}

/** Runs b44-gen on a machine with so many processors, and counts the threads that it starts. */
async function runWith(processors: number, cwd: string): Promise<Outcome & { threads: number }> {
  const count = join(folderOf({ count: "" }), "count");
  const preload = `
    import { appendFileSync } from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    import os from "node:os";
    import threads from "node:worker_threads";
    if (threads.isMainThread) {
      os.availableParallelism = () => ${processors};
      threads.Worker = class extends threads.Worker {
        constructor(...given) {
          super(...given);
          appendFileSync(${JSON.stringify(count)}, "1");
        }
      };
      syncBuiltinESMExports();
    }`;
  const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(preload)}`;
  const outcome = await run([], { cwd, env: { NODE_OPTIONS } });
  return { ...outcome, threads: readFileSync(count, "utf8").length };
}

/** The generated files. */
const written = (folder: string) => Object.entries(tree(folder)).filter(([path]) => !/^[a-z]\.json$/.test(path));

test("large specs are planned in threads, with the files and messages of a run without", async () => {
  const [one, many] = [project([BIG, BIG, BIG]), project([BIG, BIG, BIG])];
  const alone = await runWith(1, one);
  const together = await runWith(8, many);
  expect([alone.threads, together.threads]).toEqual([0, 2]);
  expect(together).toEqual({ ...alone, threads: 2 });
  expect(alone.status, alone.stderr).toBe(0);
  expect(written(many)).toEqual(written(one));
});

test.each([
  ["small specs", [2000, 2000, 2000, 2000, 2000], 0],
  ["one large spec beside small ones", [BIG, 2000, 2000], 0],
  ["no more threads than specs that are worth one", [BIG, BIG, 2000, 2000, 2000], 1],
  ["no more than three besides the first", [BIG, BIG, BIG, BIG, BIG, BIG], 3],
])("%s: %j start %i threads", async (_, sizes, threads) => {
  const outcome = await runWith(8, project(sizes));
  expect(outcome, outcome.stderr).toMatchObject({ status: 0, threads });
});

test("large specs start no threads on two processors", async () => {
  expect(await runWith(2, project([BIG, BIG, BIG]))).toMatchObject({ status: 0, threads: 0 });
});

test("diagnostics about a spec from the network show the same lines", async () => {
  const text = spec("/c", 0).replace("{", "{\n  // Of a stranger.\n");
  const server = await specServer({ "/c.json": text });
  const config = (cwd: string) => {
    const api = { spec: `${server.origin}/c.json`, operations: "all" };
    const apis = JSON.parse(read(cwd, "b44-gen.config.json")).apis;
    write(cwd, "b44-gen.config.json", JSON.stringify({ apis: { ...apis, c: api } }));
    return cwd;
  };
  const alone = await runWith(1, config(project([BIG + 1000, BIG])));
  const together = await runWith(8, config(project([BIG + 1000, BIG])));
  expect(alone.stderr).toContain("Of a stranger.");
  expect(together).toEqual({ ...alone, threads: 1 });
});

test("the first of several errors is reported, and nothing is written", async () => {
  const wrong = { b: "get:/bee", c: "get:/sea" };
  const [one, many] = [project([BIG, BIG, BIG], wrong), project([BIG, BIG, BIG], wrong)];
  const alone = await runWith(1, one);
  const together = await runWith(8, many);
  expect(alone).toMatchObject({ status: 2, threads: 0, stderr: expect.stringContaining("get:/bee") });
  expect(together).toEqual({ ...alone, threads: 2 });
  expect(written(many)).toEqual(written(one));
});
