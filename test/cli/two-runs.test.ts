import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { copyOf, tree } from "./support/folders.js";
import { cli, run } from "./support/process.js";

test("two runs at once take turns: both end well, and leave what one of them leaves", async () => {
  const alone = copyOf("apps/typed");
  await run([], { cwd: alone });

  const app = copyOf("apps/typed");
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => run([], { cwd: app })));
  expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
  expect(outcomes.filter(({ stdout }) => stdout.includes("created"))).toHaveLength(1);
  expect(tree(app)).toEqual(tree(alone));
});

test("runs of different selections at once leave the output of one of them, whole", async () => {
  const app = copyOf("apps/typed");
  const select = (pattern: string) => {
    const args = ["specs/crm.yaml", "--slug", "crm", "--select", pattern, "--out", "generated", "--lang", "ts"];
    return run(args, { cwd: app });
  };
  const patterns = ["tag:Contacts", "tag:Deals", "get:/contacts"];
  const outcomes = await Promise.all(patterns.map(select));
  expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0]);
  const left = tree(`${app}/generated`);

  const possible = await Promise.all(
    patterns.map(async (pattern) => {
      const fresh = copyOf("apps/typed");
      await run(["specs/crm.yaml", "--slug", "crm", "--select", pattern, "--out", "generated", "--lang", "ts"], {
        cwd: fresh,
      });
      return tree(`${fresh}/generated`);
    }),
  );
  expect(possible).toContainEqual(left);
});

test("after a run that was killed at any moment, the next one leaves what it would have left", async () => {
  const alone = copyOf("apps/typed");
  const start = Date.now();
  await run([], { cwd: alone });
  const took = Date.now() - start;
  for (const part of [0.3, 0.6, 0.75, 0.85, 0.9, 0.95]) {
    const app = copyOf("apps/typed");
    const child = spawn(process.execPath, [cli], { cwd: app, stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("close", resolve));
    setTimeout(() => child.kill("SIGKILL"), took * part);
    await ended;
    expect(await run([], { cwd: app })).toMatchObject({ status: 0 });
    expect(tree(app)).toEqual(tree(alone));
  }
});
