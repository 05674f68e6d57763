import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { backendAfter, detectBackend } from "../../src/project/index.js";
import { codes, configOf, ENTRY, edit, FOLDER, generate, HANDLER, written } from "./support/backend-entry.js";
import { functionImports } from "./support/backend-imports.js";
import { backendProject, crm } from "./support/backend-project.js";
import { read, timedTree, write } from "./support/folders.js";

const GONE: [string, object][] = [
  ["called in another way", configOf(crm({ via: "integration" }))],
  ["no longer in the config", configOf(undefined)],
  ["the last one through a function", { apis: { "my-crm": crm({ via: "integration" }) } }],
];

test("the import checker reports an import that cannot be resolved", async () => {
  const project = await written();
  expect(functionImports(project.folder).entries).toEqual(["base44/functions/calendar/entry.ts", ENTRY]);
  rmSync(join(project.folder, "base44/shared/b44-request.ts"));
  expect(functionImports(project.folder).broken).toContainEqual(expect.stringContaining("-> ./b44-request.ts"));
});

test("an entry is written once; a second run changes nothing, and the user's edit is kept", async () => {
  const project = backendProject(configOf(crm()));
  const first = await generate(project);
  expect(first.actions).toMatchObject({ [ENTRY]: "create", [HANDLER]: "create" });
  expect(read(project.folder, ENTRY)).toMatch(/^export default async function handler\(request: Request\)/m);

  const before = timedTree(project.folder);
  expect(await project.b44gen()).toMatchObject({ status: 0, stdout: "Everything is up to date.\n", stderr: "" });
  expect((await generate(project)).actions).toEqual({});
  expect(timedTree(project.folder)).toEqual(before);

  const text = edit(project);
  expect((await generate(project, configOf(crm({ operations: ["tag:Contacts"] })), "--force")).actions).toEqual({
    [ENTRY]: "kept",
    [`${FOLDER}/api.ts`]: "update",
    "src/api/generated/my-crm.d.ts": "update",
    "src/api/generated/my-crm.js": "update",
    "src/api/generated/my-crm.types.d.ts": "update",
  });
  expect(read(project.folder, ENTRY)).toBe(text);
});

describe.each(GONE)("when the API is %s", (_, next) => {
  test("an unchanged entry is removed with its handler", async () => {
    const project = await written();
    const gone = await generate(project, next);
    expect(gone.actions).toMatchObject({ [ENTRY]: "remove", [HANDLER]: "remove", [`${FOLDER}/api.ts`]: "remove" });
    expect(codes(gone)).toEqual([]);
    expect(project.has(FOLDER)).toBe(false);
    expect(read(project.folder, "b44-gen.lock.json")).not.toContain(FOLDER);
  });

  test("a changed entry is kept with everything that it needs, until the user deletes it", async () => {
    const project = await written();
    const text = edit(project);
    const gone = await generate(project, next);
    expect(gone.actions).toMatchObject({ [ENTRY]: "kept", [HANDLER]: "kept", [`${FOLDER}/api.ts`]: "kept" });
    expect(gone.diagnostics.filter(({ code }) => code === "B44-614")).toEqual([
      {
        code: "B44-614",
        severity: "warning",
        message: `${ENTRY} is no longer needed, but was edited, so b44-gen keeps the function and the files that it imports.`,
        location: { file: ENTRY },
        help: expect.stringContaining(`Delete ${FOLDER} if you do not need the function`),
      },
    ]);
    expect(codes(await generate(project, undefined, "--force"))).toEqual(["B44-614"]);
    expect(read(project.folder, ENTRY)).toBe(text);

    rmSync(join(project.folder, FOLDER), { recursive: true });
    expect(codes(await generate(project))).toEqual([]);
    expect(read(project.folder, "b44-gen.lock.json")).not.toContain(FOLDER);
  });
});

test("the functions after a run are known before it: those that it writes, and those that are kept", async () => {
  const project = await written();
  const left = async (names: string[]) => {
    const backend = await backendAfter(await detectBackend(project.folder), { folder: project.folder, names });
    return backend.functions.map(({ name }) => name);
  };
  write(project.folder, "base44/functions/mine/entry.js", "export default () => {};\n");
  expect(await left(["calendar", "my-crm"])).toEqual(["calendar", "mine", "my-crm"]);
  expect(await left(["calendar"])).toEqual(["calendar", "mine"]);
  edit(project);
  expect(await left([])).toEqual(["mine", "my-crm"]);
});

test("when the last function is removed, so are the empty folders", async () => {
  const project = await written({ apis: { "my-crm": crm() } });
  await generate(project, { apis: { "my-crm": crm({ via: "integration" }) } });
  const folders = ["base44/functions", "base44/shared", "base44"];
  expect(folders.map(project.has)).toEqual([false, false, true]);
});

test("an own function's entry has the same life", async () => {
  const functions = { sendInvoice: { input: { type: "object" } }, sendLetter: {} };
  const project = await written({ apis: {}, functions });
  const [changed, pristine] = ["sendInvoice", "sendLetter"].map((name) => `base44/functions/${name}/entry.ts`);
  edit(project, changed);
  const gone = await generate(project, { apis: { "my-crm": crm({ via: "integration" }) } });
  expect(gone.actions).toMatchObject({
    [changed!]: "kept",
    "base44/functions/sendInvoice/handler.ts": "kept",
    "base44/shared/b44-own-function.ts": "kept",
    [pristine!]: "remove",
    "base44/functions/sendLetter/handler.ts": "remove",
  });
  expect(codes(gone)).toEqual(["B44-614"]);
});

test("--legacy-serve writes the older form, and does not change an existing entry", async () => {
  const project = backendProject(configOf(crm()));
  await generate(project, undefined, "--legacy-serve");
  expect(read(project.folder, ENTRY)).toMatch(/^Deno\.serve\(/m);
  expect((await generate(project)).actions).toEqual({});
});
