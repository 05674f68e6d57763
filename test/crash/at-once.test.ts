import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { run } from "../cli/support/process.js";
import { isTemporary } from "./support/after-kill.js";
import { newFolder, succeed as succeedHere } from "./support/scene.js";
import { specOf } from "./support/specs.js";
import { differences, layOut, overwrite, type Tree, treeOf } from "./support/tree.js";
import { startWatch } from "./support/watch.js";

const ROUNDS = process.env.MODE === "long" ? 20 : 1;
const FIRST = ["--config", "b44-gen.config.json"];
const SECOND = ["--config", "second.config.json"];

function config(version: number): string {
  const via = { function: { secrets: { apiKey: "KEY" } } };
  const api = { spec: `specs/${version}.json`, operations: "all", via };
  const own = {
    input: { type: "object", properties: { [`v${version}`]: { type: "string" } } },
    output: { type: "object" },
  };
  const functions = { both: own, [`only${version}`]: own };
  return JSON.stringify({ lang: "js", apis: { crm: api, [`mail${version}`]: api }, functions });
}

const INPUTS: Tree = {
  "package.json": '{ "name": "app", "type": "module", "dependencies": { "@base44/sdk": "^0.8.50" } }\n',
  "base44/config.jsonc": '{ "name": "app" }\n',
  "base44/functions/mine/entry.ts": "Deno.serve(() => new Response());\n",
  "src/api/base44Client.js": "export const base44 = {};\n",
  "b44-gen.config.json": config(1),
  "second.config.json": config(2),
  "specs/1.json": specOf("crm", 1),
  "specs/2.json": specOf("crm", 2),
};

function project(): string {
  const folder = newFolder();
  layOut(folder, INPUTS);
  return folder;
}

/** Runs `b44-gen` to its end, which has to be a good one, in a process of its own. */
async function succeed(folder: string, ...args: string[]): Promise<void> {
  const { status, stderr } = await run(args, { cwd: folder });
  expect({ status, errors: stderr.match(/^error.*/gm) }).toEqual({ status: 0, errors: null });
}

/** What runs that come one after the other leave. */
async function inOrder(...runs: string[][]): Promise<Tree> {
  const folder = project();
  for (const args of runs) await succeedHere(folder, ...args);
  return treeOf(folder);
}

let first: Tree;
let possible: Tree[];
beforeAll(async () => {
  first = await inOrder(FIRST);
  possible = [first, await inOrder(FIRST, SECOND), await inOrder(SECOND, FIRST)];
});

/** Where a tree is not that of one order; that order which comes nearest. */
function wrongIn(folder: string, trees: Tree[]): string[] {
  const tree = treeOf(folder);
  const wrong = trees.map((one) => differences(tree, one));
  return wrong.sort((one, other) => one.length - other.length)[0] ?? [];
}

describe("two at once", { timeout: 20 * 60_000 }, () => {
  test("generate for two configs", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = project();
      if (round % 2 === 1) await succeedHere(folder, ...FIRST);
      await Promise.all([succeed(folder, ...SECOND), succeed(folder, ...FIRST)]);
      expect(wrongIn(folder, possible.slice(1))).toEqual([]);
    }
  });

  test("generate, and update", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = project();
      await Promise.all([succeed(folder, ...FIRST), succeed(folder, "update", ...FIRST)]);
      expect(wrongIn(folder, [first])).toEqual([]);
    }
  });

  test("check, and generate: check passes or fails, and writes nothing", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = project();
      const [checked] = await Promise.all([
        run(["check", "--json", ...FIRST], { cwd: folder }),
        succeed(folder, ...FIRST),
      ]);
      expect([0, 1]).toContain(checked.status);
      expect(JSON.parse(checked.stdout)).toBeTypeOf("object");
      expect(wrongIn(folder, [first])).toEqual([]);
    }
  });

  test("generate, and --watch", async () => {
    const folder = project();
    const watch = startWatch(folder);
    try {
      await watch.says("Watching");
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const version of [2, 1]) {
          overwrite(folder, { "b44-gen.config.json": config(version) });
          await Promise.all([succeed(folder), succeed(folder)]);
        }
      }
      const lock = () => readFileSync(join(folder, "b44-gen.lock.json"), "utf8");
      await expect.poll(lock, { timeout: 60_000 }).toBe(first["b44-gen.lock.json"]);
    } finally {
      await watch.end();
    }
    // What watched last may have written what a run of before wrote: one more has nothing, or all, to do.
    await succeedHere(folder);
    expect(wrongIn(folder, [first])).toEqual([]);
    expect(Object.keys(treeOf(folder)).filter(isTemporary)).toEqual([]);
  });
});
