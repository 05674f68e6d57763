import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import module from "node:module";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { folderOf } from "./support/folders.js";
import { cli, runNode } from "./support/process.js";

/** Tells in which folder compiled code is to be kept, in the place of keeping it. */
const STAND_IN = `
  const { writeFileSync } = require("node:fs");
  require("node:module").enableCompileCache = (folder) => writeFileSync(process.env.TOLD, folder);`;

function packageAt(folder: string): string {
  mkdirSync(folder, { recursive: true });
  cpSync(dirname(cli), join(folder, "dist"), { recursive: true });
  return join(folder, "dist/cli.js");
}

test.each([
  ["installed", "node_modules/b44-gen", "node_modules/.cache/b44-gen"],
  [
    "by pnpm",
    "node_modules/.pnpm/b44-gen@1/node_modules/b44-gen",
    "node_modules/.pnpm/b44-gen@1/node_modules/.cache/b44-gen",
  ],
  ["not installed", "b44-gen", undefined],
])("compiled code is kept beside the package: %s", async (_how, place, kept) => {
  const cwd = folderOf({ "stand-in.cjs": STAND_IN });
  const file = packageAt(join(cwd, place));
  const told = join(cwd, "told");
  const outcome = await runNode(["--require", join(cwd, "stand-in.cjs"), file, "--version"], {
    cwd,
    env: { TOLD: told },
  });
  expect(outcome).toMatchObject({ status: 0, stderr: "" });
  const folder = existsSync(told) ? relative(cwd, readFileSync(told, "utf8")).replaceAll("\\", "/") : undefined;
  expect(folder).toBe(kept);
});

test.runIf("enableCompileCache" in module)("Node keeps it there", async () => {
  const cwd = folderOf();
  const file = packageAt(join(cwd, "node_modules/b44-gen"));
  expect(await runNode([file, "--version"], { cwd })).toMatchObject({ status: 0, stderr: "" });
  expect(readdirSync(join(cwd, "node_modules/.cache/b44-gen"))).not.toEqual([]);
});
