import { describe, expect, test } from "vitest";
import { codes, configOf, ENTRY, edit, FOLDER, generate, HANDLER, written } from "./support/backend-entry.js";
import { calendar, crm } from "./support/backend-project.js";
import { read } from "./support/folders.js";
import { expectRefusal } from "./support/refusal.js";

test("a changed entry whose API was renamed is kept beside the new function", async () => {
  const project = await written();
  edit(project);
  const renamed = await generate(project, { apis: { sales: crm(), calendar: calendar() } });
  expect(renamed.actions).toMatchObject({ [ENTRY]: "kept", "base44/functions/sales/entry.ts": "create" });
  expect(codes(renamed)).toEqual(["B44-337", "B44-614"]);
});

test("a changed entry keeps the files that it needs now", async () => {
  const project = await written();
  edit(project);
  const shared = await generate(project, configOf(crm(), { targets: ["app", "functions"] }));
  expect(shared.actions).toMatchObject({ "base44/shared/my-crm.api.ts": "create", [`${FOLDER}/api.ts`]: "kept" });
  const gone = await generate(project, { apis: { other: crm({ via: "integration" }) } });
  expect(gone.actions).toMatchObject({ [ENTRY]: "kept", "base44/shared/my-crm.api.ts": "kept" });
});

test("an unchanged entry keeps no files that it does not need", async () => {
  const project = await written();
  const shared = await generate(project, configOf(crm(), { targets: ["app", "functions"] }));
  expect(shared.actions).toMatchObject({ [`${FOLDER}/api.ts`]: "remove", [HANDLER]: "update" });
  expect(shared.actions[ENTRY]).toBeUndefined();
});

describe("when an own function becomes that of an API of its name", () => {
  const own = { apis: {}, functions: { "my-crm": { input: { type: "object" } } } };
  const api = { apis: { "my-crm": crm() } };

  test.each([
    ["its entry, never changed, is written anew", own, api],
    ["and the other way round", api, own],
  ])("%s", async (_, from, to) => {
    const project = await written(from);
    const { actions } = await generate(project, to);
    expect(actions).toMatchObject({ [ENTRY]: "update", [HANDLER]: "update" });
    const fresh = await written(to);
    expect(read(project.folder, ENTRY)).toBe(read(fresh.folder, ENTRY));
  });

  test("a changed entry that does not match the new handler is kept, and nothing is written", async () => {
    const project = await written(own);
    edit(project);
    project.configure(api);
    await expectRefusal(["--force"], { code: "B44-613", status: 2, at: ENTRY }, { cwd: project.folder });
  });
});

test("an API that is renamed within its folder keeps its entry", async () => {
  const project = await written();
  const text = edit(project);
  const { actions } = await generate(project, { apis: { my_crm: crm(), calendar: calendar() } });
  expect([actions[ENTRY], actions[HANDLER], read(project.folder, ENTRY)]).toEqual(["kept", undefined, text]);
  const gone = await generate(project, configOf(undefined));
  expect([gone.actions[ENTRY], codes(gone)]).toEqual(["kept", ["B44-614"]]);
});
