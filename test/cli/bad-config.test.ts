import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { copyOf, fixtures, tree } from "./support/folders.js";
import { run } from "./support/in-process.js";
import { expectRefusal, type Refusal } from "./support/refusal.js";

let cwd: string;
beforeAll(() => {
  cwd = copyOf("apps/typed");
  cpSync(join(fixtures, "bad/configs"), cwd, { recursive: true });
});

describe("an invalid config is refused with its diagnostic and exit status, and nothing is written", () => {
  test.each<[config: string, want: Refusal]>([
    [
      "unknown-key.config.ts",
      { code: "B44-504", status: 2, at: "unknown-key.config.ts:5:3", says: "did you mean `output`?" },
    ],
    [
      "unknown-api-key.config.json",
      { code: "B44-504", status: 2, at: "unknown-api-key.config.json:3:42", says: "`apis.crm.operation`" },
    ],
    ["no-spec.config.js", { code: "B44-504", status: 2, says: "`apis.crm.spec` is missing" }],
    ["nothing.config.js", { code: "B44-504", status: 2, at: "nothing.config.js", help: "export default" }],
    ["syntax.config.ts", { code: "B44-503", status: 2, at: "syntax.config.ts:2:43", says: "syntax error" }],
    ["syntax.config.json", { code: "B44-503", status: 2, at: "syntax.config.json:2:69", says: "an extra comma" }],
    ["throws.config.js", { code: "B44-503", status: 2, says: "it throws: thrown by the config" }],
    ["no-package.config.mjs", { code: "B44-503", status: 2, says: "`no-such-package` is not installed" }],
    [
      "slug.config.ts",
      { code: "B44-505", status: 2, at: "slug.config.ts:1:26", says: "`a/b` cannot be the name of an API" },
    ],
    [
      "names-clash.config.js",
      { code: "B44-505", status: 2, at: "names-clash.config.js:4:5", says: "both become MyCrm" },
    ],
    [
      "no-such-spec.config.js",
      { code: "B44-101", status: 3, at: "no-such-spec.config.js:4:17", says: "specs/nope.yaml" },
    ],
    ["no-url.config.json", { code: "B44-101", status: 3, at: "no-url.config.json:1:22", says: 'not "htps:"' }],
  ])("%s", async (config, want) => {
    await expectRefusal(["--config", config], want, { cwd });
  });

  test("export of an API that the config does not have", async () => {
    const want: Refusal = {
      code: "B44-507",
      status: 2,
      at: "b44-gen.config.ts:6:3",
      says: "no API sales; it has crm, helpdesk",
    };
    await expectRefusal(["export", "sales"], want, { cwd });
  });
});

test("an output folder outside the project is refused", async () => {
  const before = tree(cwd);
  const { status, stderr } = await run(["--config", "outside.config.js"], { cwd });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^error B44-608 /);
  expect(tree(cwd)).toEqual(before);
});

test("a place in a config or spec is relative to the working folder, wherever the config is", async () => {
  const from = join(cwd, "src/api");
  const config = await run(["--config", "../../unknown-key.config.ts"], { cwd: from });
  expect(config.stderr).toContain(`  at ${cwd}/unknown-key.config.ts:5:3\n`);
  expect(config.stderr).toContain(`  > 5 |   outptu: "src/api",`);
  const spec = await run(["--config", "../../no-such-spec.config.js"], { cwd: from });
  expect(spec.stderr).toContain('"../../specs/nope.yaml" does not exist');
  expect(spec.stderr).toContain(`  at ${cwd}/no-such-spec.config.js:4:17\n`);
});
