import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LOCK_FILE, readLock, takeTurns } from "../../src/project/index.js";
import { exclusively } from "../../src/project/write/turn/turn.js";
import { ownTurn } from "../../src/project/write/turn/turn-file.js";
import { folderOf, generated, OUT, put, run, script, tree, update } from "./support.js";

const TURN = ".b44-gen.pid.lock";
const pause = (time: number) => new Promise((done) => setTimeout(done, time));

async function exitCode(args: string[]): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(child, "exit");
  return code;
}

describe("two processes at once", () => {
  test("each for its own API: both are written, and the lock has both", async () => {
    const folder = folderOf();
    const names = ["crm", "mail", "deals", "files"];
    const one = await script(
      folderOf(),
      `
      const { folder, name, update } = JSON.parse(process.argv[2]!);
      for (let round = 0; round < 5; round += 1) {
        await project.takeTurns(folder, async () => {
          const files = [0, 1, 2].map((part) => ({
            path: "${OUT}/" + name + part + ".ts", text: "round " + round + "\\n", language: "ts" as const, api: name,
          }));
          const lock = await project.readLock(folder);
          const plan = { folder, files, lock, update, apis: [name], force: false, outputRoots: [{ path: "${OUT}" }] };
          await project.applyWrites(await project.planWrites(plan));
        });
      }
      `,
    );
    const args = names.map((name) => [one, JSON.stringify({ folder, name, update: update([name]) })]);
    expect(await Promise.all(args.map(exitCode))).toEqual([0, 0, 0, 0]);
    const lock = (await readLock(folder))!;
    expect(Object.keys(lock.apis).sort()).toEqual([...names].sort());
    const paths = names.flatMap((name) => [0, 1, 2].map((part) => `${OUT}/${name}${part}.ts`)).sort();
    expect(Object.keys(lock.files).sort()).toEqual(paths);
    expect(Object.keys(tree(folder))).toEqual([LOCK_FILE, ...paths]);
    expect(Object.values(tree(folder)).filter((text) => text.endsWith("round 4\n"))).toHaveLength(12);
  });

  test("a process that was killed in its turn does not block others", async () => {
    const folder = folderOf();
    const killed = await script(
      folderOf(),
      `await project.takeTurns(process.argv[2]!, async () => { process.kill(process.pid, "SIGKILL"); });`,
    );
    await exitCode([killed, folder]);
    expect(existsSync(join(folder, TURN))).toBe(true);
    await run(folder, [generated("a.ts", "1\n")]);
    expect(existsSync(join(folder, TURN))).toBe(false);
  });

  test("a process that exits in its turn releases it", async () => {
    const folder = folderOf();
    const exits = await script(folderOf(), `await project.takeTurns(process.argv[2]!, async () => process.exit(0));`);
    expect(await exitCode([exits, folder])).toBe(0);
    expect(existsSync(join(folder, TURN))).toBe(false);
  });
});

describe("in one process", () => {
  test("runs go one after the other, and a failure releases the turn", async () => {
    const folder = folderOf();
    let inside = 0;
    const order: number[] = [];
    const turn = (index: number) =>
      takeTurns(folder, async () => {
        inside += 1;
        expect(inside).toBe(1);
        await pause(10);
        inside -= 1;
        order.push(index);
        if (index === 1) throw new Error("own");
      });
    const results = await Promise.allSettled([0, 1, 2, 3].map(turn));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    expect(order).toHaveLength(4);
    expect(existsSync(join(folder, TURN))).toBe(false);
  });

  test("a turn inside a turn is the same turn; another folder's is another", async () => {
    const [folder, other] = [folderOf(), folderOf()];
    const result = await takeTurns(folder, () => takeTurns(folder, () => takeTurns(other, async () => 5)));
    expect(result).toBe(5);
  });
});

describe("the holder of the turn", () => {
  const now = () => Date.now();
  const holder = (more: object) => JSON.stringify({ ...JSON.parse(ownTurn()), ...more });
  test.each<[string, string, boolean]>([
    ["a living process", holder({}), false],
    ["a dead process", holder({ pid: 2 ** 22 + 1 }), true],
    ["a process of another host, recently", holder({ pid: 2 ** 22 + 1, host: "elsewhere" }), false],
    ["a process of another system on this host", holder({ pid: 2 ** 22 + 1, processes: "win32" }), false],
    ["a process of another host, long ago", holder({ host: "elsewhere", started: now() - 11 * 60_000 }), true],
    ["a living process, for too long", holder({ started: now() - 11 * 60_000 }), true],
    ["a file that was just made", "", false],
    ["not JSON", "{", false],
  ])("%s", async (_, text, stale) => {
    const folder = folderOf({ [TURN]: text });
    const turn = exclusively(folder, async () => "done", stale ? {} : { wait: 200 });
    if (stale) await expect(turn).resolves.toBe("done");
    else await expect(turn).rejects.toThrow("B44-611");
    expect(existsSync(join(folder, TURN))).toBe(!stale);
  });

  test("a file whose process died before it wrote", async () => {
    const folder = folderOf();
    put(folder, TURN, "");
    const old = new Date(Date.now() - 60_000);
    utimesSync(join(folder, TURN), old, old);
    expect(await exclusively(folder, async () => "done")).toBe("done");
  });

  test("a process whose turn was taken over writes nothing, and does not release the other's turn", async () => {
    const folder = folderOf({ "a.ts": "" });
    const other = holder({ pid: 1 });
    const overtaken = takeTurns(folder, async () => {
      put(folder, TURN, other);
      await run(folder, [generated("b.ts", "1\n")]);
    });
    await expect(overtaken).rejects.toThrow("B44-611");
    expect(tree(folder)).toEqual({ "a.ts": "", [TURN]: other });
  });

  test("a long wait is reported once", async () => {
    const folder = folderOf({ [TURN]: holder({ pid: 7, host: "elsewhere" }) });
    const steps: string[] = [];
    const turn = exclusively(folder, async () => {}, { wait: 2_500, told: (step) => steps.push(step) });
    await expect(turn).rejects.toThrow("B44-611");
    expect(steps).toEqual(["waiting: Another b44-gen (process 7 on elsewhere) is running"]);
  });

  test("waits until it is free", async () => {
    const folder = folderOf();
    const order: string[] = [];
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const first = takeTurns(folder, async () => {
      begin();
      await pause(150);
      order.push("first");
    });
    await begun;
    await run(folder, [generated("a.ts", "1\n")]);
    order.push("second");
    await first;
    expect(order).toEqual(["first", "second"]);
  });
});
