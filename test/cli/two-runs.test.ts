import { expect, test } from "vitest";
import { copyOf, tree } from "./support/folders.js";
import { run as runHere } from "./support/in-process.js";
import { run } from "./support/process.js";

test("two runs at once take turns: both succeed, and leave the same files as one", async () => {
  const alone = copyOf("apps/typed");
  await runHere([], { cwd: alone });

  const app = copyOf("apps/typed");
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => run([], { cwd: app })));
  expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
  expect(outcomes.filter(({ stdout }) => stdout.includes("created"))).toHaveLength(1);
  expect(tree(app)).toEqual(tree(alone));
});

test("simultaneous runs of different selections leave the complete output of one of them", async () => {
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
      await runHere(["specs/crm.yaml", "--slug", "crm", "--select", pattern, "--out", "generated", "--lang", "ts"], {
        cwd: fresh,
      });
      return tree(`${fresh}/generated`);
    }),
  );
  expect(possible).toContainEqual(left);
});
