import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { backendProject, calendar, crm } from "./support/backend-project.js";
import { folderOf, read, tree } from "./support/folders.js";
import { expectRefusal, type Refusal } from "./support/refusal.js";

const ONE = { apis: { "my-crm": crm() } };
const ENTRY = "base44/functions/my-crm/entry.ts";
const MINE = 'export default async function handler() {\n  return new Response("mine");\n}\n';

describe("a folder outside the project in Base44's config is refused, and nothing is written there", () => {
  test.each<[setting: string, args: string[]]>([
    ["functionsDir", []],
    ["connectorsDir", ["--write-connectors"]],
  ])("%s", async (setting, args) => {
    const outer = folderOf({ "elsewhere/kept.txt": "kept\n" });
    const config = JSON.stringify({ name: "app", [setting]: `../../${outer.split("/").at(-1)}/elsewhere/here` });
    const project = backendProject({ apis: { calendar: calendar() } }, { "base44/config.jsonc": config });
    await expectRefusal(
      args,
      {
        code: "B44-608",
        status: 2,
        says: `${setting} in Base44's config`,
        help: `Set ${setting} in Base44's config`,
      },
      { cwd: project.folder },
    );
    expect(tree(outer)).toEqual({ elsewhere: "a folder", "elsewhere/kept.txt": "kept\n" });
  });

  test("a link to it", async () => {
    const outer = folderOf();
    const project = backendProject(ONE);
    symlinkSync(outer, join(project.folder, "base44/functions"));
    const want: Refusal = { code: "B44-608", status: 2, at: "base44/functions", says: "through a link" };
    await expectRefusal([], want, { cwd: project.folder });
    expect(tree(outer)).toEqual({});
  });
});

describe("an existing function is kept, and reported", () => {
  const says = "Nothing was written";
  const help = "Rename the API or the own function";
  test.each<[string, files: Record<string, string>, at: string]>([
    ["entry.ts", { [ENTRY]: MINE }, ENTRY],
    ["entry.js", { "base44/functions/my-crm/entry.js": MINE }, "base44/functions/my-crm/entry.js"],
    [
      "an entry that its function.jsonc names",
      {
        "base44/functions/my-crm/function.jsonc": '{ "name": "my-crm", "entry": "run.ts" }',
        "base44/functions/my-crm/run.ts": MINE,
      },
      "base44/functions/my-crm/function.jsonc",
    ],
    [
      "in a folder of another name",
      {
        "base44/functions/old/function.jsonc": '{ "name": "my-crm", "entry": "run.ts" }',
        "base44/functions/old/run.ts": MINE,
      },
      "base44/functions/old/run.ts",
    ],
  ])("%s", async (_, files, at) => {
    const project = backendProject(ONE, files);
    await expectRefusal(["--force"], { code: "B44-613", status: 2, at, says, help }, { cwd: project.folder });
  });

  test("under the name of an own function", async () => {
    const at = "base44/functions/sendInvoice/entry.ts";
    const config = { ...ONE, functions: { sendInvoice: { input: { type: "object" } } } };
    const project = backendProject(config, { [at]: MINE });
    const rewrite = "Copy its code elsewhere, delete this file, run `b44-gen`";
    await expectRefusal([], { code: "B44-613", status: 2, at, says, help: rewrite }, { cwd: project.folder });
  });
});

test("a user's file in place of the handler is kept, and reported", async () => {
  const at = "base44/functions/my-crm/handler.ts";
  const project = backendProject(ONE, { [at]: MINE });
  const want: Refusal = { code: "B44-602", status: 2, at, says: "b44-gen wants to write it", help: "Move the file" };
  await expectRefusal([], want, { cwd: project.folder });
});

test("a user's entry that calls the handler is accepted", async () => {
  const mine = 'import { handle } from "./handler.ts";\nexport default (request: Request) => handle(request, {});\n';
  const project = backendProject(ONE, { [ENTRY]: mine });
  const { actions } = await project.generate();
  expect([actions[ENTRY], read(project.folder, ENTRY)]).toEqual(["kept", mine]);
  expect(project.has("base44/functions/my-crm/handler.ts")).toBe(true);
});

test("a folder in place of an entry", async () => {
  const project = backendProject(ONE);
  mkdirSync(join(project.folder, ENTRY), { recursive: true });
  await expectRefusal([], { code: "B44-602", status: 2, at: ENTRY, says: "is not a file" }, { cwd: project.folder });
});
