import { expect, test } from "vitest";
import { copyOf, folderOf, tree, write } from "./support/folders.js";
import { cli, runNode } from "./support/process.js";

/** What is loaded before b44-gen (`node --require`), so that Node is as it is elsewhere. */
const STAND_INS = {
  // What Yarn puts in the place of the file system, so that packages are read from their archives.
  "yarn.cjs": `
    const { promises } = require("node:fs");
    const { open } = promises;
    const missing = () => { throw new Error("Method not implemented."); };
    promises.open = async (...given) =>
      Object.assign(await open(...given), { sync: missing, datasync: missing, utimes: missing, readv: missing });
    require("node:module").syncBuiltinESMExports();`,
  "permissions.cjs": `
    const fs = require("node:fs");
    const refusal = () => Object.assign(new Error("API is disabled."), { code: "ERR_ACCESS_DENIED" });
    const { open } = fs.promises;
    const refused = async () => { throw refusal(); };
    fs.promises.open = async (...given) =>
      Object.assign(await open(...given), { sync: refused, datasync: refused, chmod: refused, chown: refused });
    fs.fsync = (descriptor, done) => done(refusal());
    require("node:module").syncBuiltinESMExports();`,
  "old-node.cjs": "delete process.getBuiltinModule;",
};

/** Runs b44-gen in an app, with one of the stand-ins. */
function runWith(standIn: keyof typeof STAND_INS, cwd: string, args: string[] = []) {
  return runNode(["--require", `${folderOf(STAND_INS)}/${standIn}`, cli, ...args], { cwd });
}

test.each([
  ["where Yarn's Plug'n'Play stands in for the file system", "yarn.cjs"],
  ["with Node's permission model", "permissions.cjs"],
] as const)("it writes, and writes again, %s", async (_where, standIn) => {
  const [app, usual] = [copyOf("apps/typed"), copyOf("apps/typed")];
  expect(await runNode([cli], { cwd: usual })).toMatchObject({ status: 0 });
  expect(await runWith(standIn, app)).toMatchObject({ status: 0 });
  write(app, "src/api/generated/index.ts", "edited");
  expect(await runWith(standIn, app, ["--force"])).toMatchObject({ status: 0 });
  expect(tree(app)).toEqual(tree(usual));
});

test("a Node that is too old is reported in the requested format", async () => {
  const words = `b44-gen needs Node 20.19 or later, or 22.12 or later; this is ${process.version}.`;
  const { status, stdout, stderr } = await runWith("old-node.cjs", folderOf(), ["check", "--json"]);
  expect([status, stderr.split("\n")[0]]).toEqual([2, `error B44-506 ${words}`]);
  expect(JSON.parse(stdout).diagnostics).toMatchObject([{ code: "B44-506", message: words }]);
});
