import { linkSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentHash } from "../../src/files/index.js";
import { type GeneratedFile, LOCK_FILE, readLock } from "../../src/project/index.js";
import { codes, folderOf, plan, put, read, run, tree, update } from "./support.js";

const F = "base44/functions/mail";
const ENTRY = `${F}/entry.ts`;
const HANDLER = `${F}/handler.ts`;
const RUNTIME = "base44/shared/b44-runtime.ts";
const TEXT = 'import { handle } from "./handler.ts";\nexport default handle;\n';
const MINE = 'import { handle } from "./handler.ts";\nexport default (request) => handle(request);\n';

const entry: GeneratedFile = {
  path: ENTRY,
  text: TEXT,
  language: "ts",
  api: "mail",
  kind: "scaffold",
  keeps: [RUNTIME, HANDLER],
  marker: "./handler.ts",
};
const handler: GeneratedFile = { path: HANDLER, text: "export const handle = 1;\n", language: "ts", api: "mail" };
const runtime: GeneratedFile = { path: RUNTIME, text: "export {};\n", language: "ts", api: null };
const ALL = [entry, handler, runtime];

const ROOTS = { outputRoots: [{ path: "base44/functions" }, { path: "base44/shared" }] };
const WITH = { update: update(["mail"]), apis: ["mail"], ...ROOTS };
/** The API is gone from the config; the caller names what the lock knows. */
const WITHOUT = { update: update([]), apis: ["mail"], ...ROOTS };
const LATER = { update: update([]), apis: [], ...ROOTS };

/** `path: action`, without the parts that are always the same. */
function actions(made: Awaited<ReturnType<typeof plan>>): Record<string, string> {
  return Object.fromEntries(
    made.actions.map(({ path, action }) => [path.replace(/^base44\/(functions\/)?/, ""), action]),
  );
}

async function written(): Promise<string> {
  const folder = folderOf();
  await run(folder, ALL, WITH);
  return folder;
}

describe("an entry", () => {
  test("is written once, without header", async () => {
    const folder = folderOf();
    const made = await run(folder, ALL, WITH);
    expect(actions(made)).toEqual({
      "mail/entry.ts": "create",
      "mail/handler.ts": "create",
      "shared/b44-runtime.ts": "create",
    });
    expect(read(folder, ENTRY)).toBe(TEXT);
    const locked = (await readLock(folder))!.files[ENTRY];
    expect(locked).toEqual({ hash: contentHash(TEXT), api: "mail", kind: "scaffold", keeps: [HANDLER, RUNTIME] });
    const before = tree(folder);
    expect((await run(folder, ALL, WITH)).lock.action).toBe("unchanged");
    expect(tree(folder)).toEqual(before);
  });

  const NEWER = { ...entry, text: `// newer\n${TEXT}` };
  test.each<[string, string | undefined, GeneratedFile, boolean, string, string]>([
    ["as written", TEXT, entry, false, "unchanged", TEXT],
    ["as written, with CRLF", TEXT.replaceAll("\n", "\r\n"), entry, false, "unchanged", TEXT],
    ["as written, the template newer", TEXT, NEWER, false, "unchanged", TEXT],
    ["as written, the template newer, --force", TEXT, NEWER, true, "unchanged", TEXT],
    ["already as the newer template", NEWER.text, NEWER, false, "unchanged", NEWER.text],
    ["changed", MINE, entry, false, "kept", TEXT],
    ["changed, --force", MINE, entry, true, "kept", TEXT],
    ["changed, the marker gone", "// all mine\n", entry, true, "kept", TEXT],
    ["deleted", undefined, entry, false, "create", TEXT],
    ["deleted, the template newer", undefined, NEWER, false, "create", NEWER.text],
  ])("%s", async (_, text, file, force, action, lockedText) => {
    const folder = await written();
    if (text === undefined) rmSync(join(folder, ENTRY));
    else put(folder, ENTRY, text);
    const made = await run(folder, [file, handler, runtime], { ...WITH, force });
    expect([actions(made)["mail/entry.ts"], codes(made)]).toEqual([action, []]);
    expect(read(folder, ENTRY)).toBe(text ?? file.text);
    expect((await readLock(folder))!.files[ENTRY]?.hash).toBe(contentHash(lockedText));
  });

  test.each<[string, Record<string, string>, boolean, string[]]>([
    ["hands over", { [ENTRY]: MINE }, false, []],
    ["is what b44-gen writes", { [ENTRY]: TEXT }, false, []],
    ["is another function", { [ENTRY]: "export default () => {};\n" }, false, ["B44-613"]],
    ["is another function, --force", { [ENTRY]: "export default () => {};\n" }, true, ["B44-613"]],
    [
      "has its own entry in a function.jsonc",
      { [`${F}/function.jsonc`]: '{ "name": "mail", entry: "x.ts" }' },
      true,
      ["B44-613"],
    ],
    ["is in the other language", { [`${F}/entry.js`]: MINE }, true, ["B44-613"]],
  ])("that the lock does not know and that %s", async (_, files, force, expected) => {
    const folder = folderOf(files);
    const made = await plan(folder, ALL, { ...WITH, force });
    expect(codes(made)).toEqual(expected);
    if (expected.length > 0) {
      await expect(run(folder, ALL, { ...WITH, force })).rejects.toThrow("B44-613");
      expect(tree(folder)).toEqual(files);
      expect(made.diagnostics[0]?.message).toContain("Nothing was written");
      return;
    }
    await run(folder, ALL, { ...WITH, force });
    expect(read(folder, ENTRY)).toBe(files[ENTRY]);
    expect((await readLock(folder))!.files[ENTRY]?.hash).toBe(contentHash(TEXT));
  });

  test.each([
    ["mail", "Rename the API"],
    [null, "Copy its code elsewhere"],
  ])("of %s: what to do about another function says whose it would be", async (api, help) => {
    const made = await plan(folderOf({ [ENTRY]: "export default () => {};\n" }), [{ ...entry, api }], WITH);
    expect(made.diagnostics[0]?.help).toContain(help);
  });

  test("a function.jsonc that names it is accepted", async () => {
    const folder = folderOf({
      [`${F}/function.jsonc`]: '{ "name": "mail", "entry": "./entry.ts", "automations": [] }',
    });
    await run(folder, ALL, WITH);
    expect(read(folder, ENTRY)).toBe(TEXT);
  });

  test("with a name that differs by case from the one in the lock, if case is ignored, is the same file", async () => {
    const folder = await written();
    put(folder, ENTRY, "// all mine\n");
    mkdirSync(join(folder, "base44/functions/Mail"));
    const files = [entry, handler].map((file) => ({ ...file, path: file.path.replace("mail", "Mail") }));
    // A second hard link is what a file system that ignores case shows: one file under both names.
    for (const { path } of files) linkSync(join(folder, path.replace("Mail", "mail")), join(folder, path));
    const made = await plan(folder, [...files, runtime], WITH);
    expect([actions(made)["Mail/entry.ts"], codes(made)]).toEqual(["kept", []]);
  });

  test("a folder in place of it", async () => {
    const folder = folderOf();
    mkdirSync(join(folder, ENTRY), { recursive: true });
    expect(codes(await plan(folder, ALL, WITH))).toEqual(["B44-602"]);
  });

  test("an unchanged generated file of its name becomes one", async () => {
    const folder = folderOf();
    await run(folder, [{ path: ENTRY, text: "1\n", language: "ts", api: "mail" }], WITH);
    await run(folder, ALL, WITH);
    expect(read(folder, ENTRY)).toBe(TEXT);
  });

  test("in the other language, a removed one makes room", async () => {
    const folder = await written();
    const script = { ...entry, path: `${F}/entry.js`, language: "js" as const };
    expect(actions(await run(folder, [script, handler, runtime], WITH))).toMatchObject({
      "mail/entry.js": "create",
      "mail/entry.ts": "remove",
    });
    put(folder, script.path, MINE);
    await expect(run(folder, ALL, WITH)).rejects.toThrow("B44-613");
  });
});

describe("when its API is removed or changes its transport", () => {
  test("an unchanged entry is removed, with its companions", async () => {
    const folder = await written();
    const made = await run(folder, [], WITHOUT);
    expect([actions(made), codes(made)]).toEqual([
      { "mail/entry.ts": "remove", "mail/handler.ts": "remove", "shared/b44-runtime.ts": "remove" },
      [],
    ]);
    expect(Object.keys(tree(folder))).toEqual([LOCK_FILE]);
  });

  test("a changed one is kept, with the files that it needs, until it is deleted", async () => {
    const folder = await written();
    const extra = { ...handler, path: `${F}/extra.ts` };
    await run(folder, [...ALL, extra], WITH);
    put(folder, ENTRY, MINE);
    const before = tree(folder);
    const made = await run(folder, [], WITHOUT);
    expect(actions(made)).toEqual({
      "mail/entry.ts": "kept",
      "mail/extra.ts": "remove",
      "mail/handler.ts": "kept",
      "shared/b44-runtime.ts": "kept",
    });
    expect(codes(made)).toEqual(["B44-614"]);
    expect(made.diagnostics[0]?.help).toContain("`base44 deploy` would fail");
    for (const path of [ENTRY, HANDLER, RUNTIME]) expect(read(folder, path)).toBe(before[path]);

    const lock = read(folder, LOCK_FILE);
    const later = await run(folder, [], { ...LATER, force: true });
    expect([codes(later), later.lock.action]).toEqual([["B44-614"], "unchanged"]);
    expect(read(folder, LOCK_FILE)).toBe(lock);

    rmSync(join(folder, ENTRY));
    const end = await run(folder, [], LATER);
    expect([actions(end), codes(end)]).toEqual([
      { "mail/handler.ts": "remove", "shared/b44-runtime.ts": "remove" },
      [],
    ]);
    expect(Object.keys(tree(folder))).toEqual([LOCK_FILE]);
  });

  test("a changed one whose API returns is as before", async () => {
    const folder = await written();
    put(folder, ENTRY, MINE);
    await run(folder, [], WITHOUT);
    const made = await run(folder, ALL, WITH);
    expect([codes(made), (await readLock(folder))!.files[ENTRY]?.keeps]).toEqual([[], [HANDLER, RUNTIME]]);
    expect(read(folder, ENTRY)).toBe(MINE);
  });

  test("an edited companion of a changed one is not a second warning", async () => {
    const folder = await written();
    put(folder, ENTRY, MINE);
    put(folder, HANDLER, `${read(folder, HANDLER)}// mine\n`);
    expect(codes(await run(folder, [], WITHOUT))).toEqual(["B44-614"]);
    rmSync(join(folder, ENTRY));
    expect(codes(await run(folder, [], LATER))).toEqual(["B44-603"]);
  });

  test("one behind a link is kept", async () => {
    const folder = await written();
    const outside = folderOf({ "entry.ts": TEXT });
    rmSync(join(folder, ENTRY));
    symlinkSync(join(outside, "entry.ts"), join(folder, ENTRY));
    expect(codes(await run(folder, [], WITHOUT))).toEqual(["B44-614"]);
    expect(tree(outside)).toEqual({ "entry.ts": TEXT });
  });

  test("a failure during the run changes nothing", async () => {
    const folder = await written();
    const before = tree(folder);
    const at = (moment: string) => {
      if (moment === "step:2") throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
    };
    await expect(run(folder, [], WITHOUT, { at })).rejects.toThrow("B44-604");
    expect(tree(folder)).toEqual(before);
  });
});

test("an entry that is still needed keeps what an older b44-gen wrote for it", async () => {
  const folder = await written();
  const newHandler = { ...handler, path: `${F}/dispatch.ts` };
  const newEntry = { ...entry, text: TEXT.replace("handler", "dispatch"), keeps: [newHandler.path, RUNTIME] };
  const made = await run(folder, [newEntry, newHandler, runtime], WITH);
  expect(actions(made)).toMatchObject({
    "mail/dispatch.ts": "create",
    "mail/entry.ts": "unchanged",
    "mail/handler.ts": "kept",
  });
  const { files } = (await readLock(folder))!;
  expect([codes(made), files[ENTRY]?.keeps]).toEqual([[], [newHandler.path, HANDLER, RUNTIME]]);
  rmSync(join(folder, ENTRY));
  expect(actions(await run(folder, [newEntry, newHandler, runtime], WITH))).toMatchObject({
    "mail/handler.ts": "remove",
  });
  expect((await readLock(folder))!.files[ENTRY]?.keeps).toEqual([newHandler.path, RUNTIME]);
});

test("a kept file that is deleted is forgotten at once", async () => {
  const folder = await written();
  rmSync(join(folder, HANDLER));
  await run(folder, [{ ...entry, keeps: [RUNTIME] }, runtime], WITH);
  expect((await readLock(folder))!.files[ENTRY]?.keeps).toEqual([RUNTIME]);
});

test("a run for other APIs does not change an entry and its shared files", async () => {
  const folder = await written();
  const other = { ...handler, path: "base44/functions/crm/handler.ts", api: "crm" };
  const made = await run(folder, [other], { update: update(["crm"]), apis: ["crm"], ...ROOTS });
  expect(actions(made)).toEqual({ "crm/handler.ts": "create", "shared/b44-runtime.ts": "kept" });
  expect(Object.keys((await readLock(folder))!.files)).toEqual([other.path, ENTRY, HANDLER, RUNTIME]);
});
