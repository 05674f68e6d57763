import { beforeAll, describe, expect, test } from "vitest";
import { run } from "../cli/support/in-process.js";
import { isTemporary } from "./support/after-kill.js";
import { badFailure, faulty } from "./support/faulty.js";
import { inTurns } from "./support/in-turns.js";
import { newFolder, succeed } from "./support/scene.js";
import { specOf } from "./support/specs.js";
import { differences, layOut, type Tree, treeOf } from "./support/tree.js";

/** A command that writes besides generation: all of what it does to the files, call by call. */
interface Writer {
  args: string[];
  before: Tree;
  after: Tree;
  calls: string[];
}

async function writer(before: Tree, ...args: string[]): Promise<Writer> {
  const folder = newFolder();
  layOut(folder, before);
  const { calls, stderr } = await faulty(folder, args, { at: -1 });
  const after = treeOf(folder);
  expect([differences(before, after).length > 0, stderr]).toEqual([true, stderr]);
  return { args, before, after, calls };
}

/** Where a tree is neither as before nor as after; what a killed run left beside is not looked at. */
function tornFiles(tree: Tree, { before, after }: Writer): string[] {
  const paths = Object.keys({ ...tree, ...before, ...after });
  const torn = paths.filter((path) => tree[path] !== before[path] && tree[path] !== after[path]);
  return torn.filter((path) => !isTemporary(path) && !path.endsWith("/"));
}

const writers: Record<string, Writer> = {};
beforeAll(async () => {
  const init = [
    "init",
    "--spec",
    "specs/crm.json",
    "--slug",
    "crm",
    "--all",
    "--config-format",
    "json",
    "--ci",
    "github",
  ];
  const own = {
    "package.json": "{}",
    ".git/HEAD": "",
    "specs/crm.json": specOf("crm", 1),
    ".github/mine.yml": "mine\n",
  };
  writers.init = await writer(own, ...init);
  const call = 'base44.integrations.custom.call("crm", "GET:/things", {})';
  const page = `import { base44 } from "./api/base44Client";\nexport const load = () => ${call};\n`;
  const app = newFolder();
  layOut(app, {
    "package.json": "{}",
    "b44-gen.config.json": '{ "lang": "js", "apis": { "crm": { "spec": "crm.json", "operations": "all" } } }',
    "crm.json": specOf("crm", 1),
    "src/api/base44Client.js": "export const base44 = {};\n",
    "src/One.js": page,
    "src/Two.js": page,
  });
  await succeed(app);
  writers.fix = await writer(treeOf(app), "check", "--usage", "--fix");
});

describe.each(["init", "fix"])("%s", { timeout: 5 * 60_000 }, (name) => {
  /** Does something for each call that the command makes, in a project of its own. */
  async function each(work: (one: { at: number; folder: string; writer: Writer }) => Promise<void>): Promise<void> {
    const writer = writers[name] as Writer;
    const all = writer.calls.map((_, at) => at);
    const some = all.filter((at) => process.env.MODE === "long" || at % 4 === 1);
    expect(some.length).toBeGreaterThan(2);
    await inTurns(some, 2, async (at) => {
      const folder = newFolder();
      layOut(folder, writer.before);
      await work({ at, folder, writer });
    });
  }

  test("killed at any call, and in the middle of any write, leaves complete files, and works the next time", async () => {
    await each(async ({ at, folder, writer }) => {
      await faulty(folder, writer.args, { at, kill: true });
      expect({ at, torn: tornFiles(treeOf(folder), writer) }).toEqual({ at, torn: [] });
      await run(writer.args, { cwd: folder });
      const again = treeOf(folder);
      expect({ at, torn: tornFiles(again, writer) }).toEqual({ at, torn: [] });
      // A config that is there ends a second `init` at once: the file for CI is asked for by itself then, and what is
      // left beside the config goes with the next run.
      if (name === "init") for (const args of [["init", "--ci", "github"], []]) await succeed(folder, ...args);
      else expect({ at, left: differences(again, writer.after) }).toEqual({ at, left: [] });
      expect({ at, beside: Object.keys(treeOf(folder)).filter(isTemporary) }).toEqual({ at, beside: [] });
    });
  });

  test("a disk that is full at any call leaves complete files and nothing else, and is reported", async () => {
    await each(async ({ at, folder, writer }) => {
      if (writer.calls[at] === "unlink" || writer.calls[at] === "rm") return;
      const outcome = await faulty(folder, writer.args, { at, code: "ENOSPC" });
      const tree = treeOf(folder);
      const isDone = differences(tree, writer.after).length === 0;
      expect({ at, torn: tornFiles(tree, writer), left: Object.keys(tree).filter(isTemporary) }).toEqual({
        at,
        torn: [],
        left: [],
      });
      expect({ at, bad: isDone ? undefined : badFailure(outcome) }).toEqual({ at, bad: undefined });
    });
  });
});
