import { linkSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LOCK_FILE, readLock, stampText } from "../../src/project/index.js";
import { actions, codes, folderOf, generated, OUT, plan, put, read, run, tree, update } from "./support.js";

const A = generated("a.ts", "export const a = 1;\n");
const B = generated("b.ts", "export const b = 1;\n");
const SHARED = generated("shared.ts", "export {};\n", { api: null });
const A2 = { ...A, text: "export const a = 2;\n" };

describe("what happens to a file", () => {
  test("is new, then unchanged, then only changes are written", async () => {
    const folder = folderOf();
    expect(actions(await run(folder, [A, B, SHARED]))).toEqual({
      "a.ts": "create",
      "b.ts": "create",
      "shared.ts": "create",
    });
    const before = tree(folder);
    const second = await run(folder, [SHARED, B, A]);
    expect(actions(second)).toEqual({ "a.ts": "unchanged", "b.ts": "unchanged", "shared.ts": "unchanged" });
    expect(second.lock.action).toBe("unchanged");
    expect(tree(folder)).toEqual(before);
    expect(actions(await run(folder, [A2, B, SHARED]))).toEqual({
      "a.ts": "update",
      "b.ts": "unchanged",
      "shared.ts": "unchanged",
    });
    expect(read(folder, A.path)).toBe(stampText(A2.text, A));
  });

  test("an unchanged file keeps its time, and CRLF", async () => {
    const folder = folderOf();
    await run(folder, [A]);
    for (const path of [A.path, LOCK_FILE]) put(folder, path, read(folder, path).replaceAll("\n", "\r\n"));
    const time = statSync(join(folder, A.path)).mtimeMs;
    const made = await run(folder, [A]);
    expect([actions(made), made.lock.action]).toEqual([{ "a.ts": "unchanged" }, "unchanged"]);
    expect(statSync(join(folder, A.path)).mtimeMs).toBe(time);
    expect(read(folder, A.path)).toContain("\r\n");
    await run(folder, [A2]);
    expect(read(folder, A.path)).not.toContain("\r");
  });

  test.each<[string, string | undefined, boolean, string, string[]]>([
    ["edited", stampText("export const a = 1; // mine\n", A).replace("mine", "mine!"), true, "kept", ["B44-601"]],
    ["edited, lock lost", stampText("1\n", A).replace("1\n", "2\n"), false, "kept", ["B44-601"]],
    ["header gone", "export const a = 1;\n", true, "kept", ["B44-601"]],
    ["not b44-gen's", "export const a = 1;\n", false, "kept", ["B44-602"]],
    ["binary", "\u0000\uFFFD", false, "kept", ["B44-602"]],
    ["another version's, lock lost", stampText("export const a = 0;\n", A), false, "update", []],
    ["intact, but not what the lock says", stampText("export const a = 0;\n", A), true, "update", []],
    ["only the header edited", stampText(A.text, A).replace("Do not", "Do"), true, "update", []],
    ["as wanted, lock lost", stampText(A.text, A), false, "unchanged", []],
    ["deleted", undefined, true, "create", []],
  ])("%s", async (_, text, locked, action, expected) => {
    const folder = folderOf();
    if (locked) await run(folder, [A]);
    if (text === undefined) rmSync(join(folder, A.path));
    else put(folder, A.path, text);
    const files = tree(folder);
    const made = await plan(folder, [A]);
    expect([actions(made), codes(made)]).toEqual([{ "a.ts": action }, expected]);
    expect(tree(folder)).toEqual(files);
    if (expected.length > 0) {
      await expect(run(folder, [A])).rejects.toThrow(expected[0]!);
      expect(tree(folder)).toEqual(files);
    }
    await run(folder, [A], { force: true });
    expect(read(folder, A.path)).toBe(stampText(A.text, A));
    expect(codes(await run(folder, [A]))).toEqual([]);
  });

  test("an edited file's message shows the difference, its place, and how to exclude a formatter", async () => {
    const folder = folderOf();
    await run(folder, [A]);
    put(folder, A.path, read(folder, A.path).replace("a = 1", "a = 99\u001b[31m"));
    const [found] = (await plan(folder, [A])).diagnostics;
    expect(found?.help).toContain("-export const a = 1;\n+export const a = 99\u241b[31m;");
    expect(read(folder, A.path).split("\n")[found!.location!.line! - 1]).toContain("99");
    for (const way of ["--force", "checkIgnorePragma"]) expect(found?.help).toContain(way);
  });

  test("a generated file with conflict markers is written again, and another file is kept", async () => {
    const folder = folderOf();
    await run(folder, [A]);
    put(
      folder,
      A.path,
      read(folder, A.path).replace(/^ \* b44-gen hash:.*$/m, "<<<<<<< HEAD\n$&\n=======\n$&0\n>>>>>>> b"),
    );
    put(folder, B.path, "<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> b\n");
    rmSync(join(folder, "b44-gen.lock.json"), { force: true });
    const made = await plan(folder, [A, B]);
    expect([actions(made), codes(made)]).toEqual([{ "a.ts": "update", "b.ts": "kept" }, ["B44-602"]]);
    await run(folder, [A]);
    expect(read(folder, A.path)).toBe(stampText(A.text, A));
  });

  test("a folder or a link in place of it", async () => {
    const folder = folderOf({ "mine.ts": stampText("other\n", A) });
    mkdirSync(join(folder, A.path), { recursive: true });
    symlinkSync(join(folder, "mine.ts"), join(folder, B.path));
    expect(codes(await plan(folder, [A, B]))).toEqual(["B44-602", "B44-602"]);
    expect(codes(await plan(folder, [A, B], { force: true }))).toEqual(["B44-602"]);
    const [inTheWay, link] = (await plan(folder, [A, B])).diagnostics;
    expect([inTheWay?.message, link?.message]).toEqual([
      expect.stringContaining("a.ts, but it is not a file"),
      expect.stringContaining("b.ts is a link"),
    ]);
    rmSync(join(folder, A.path), { recursive: true });
    await run(folder, [B], { force: true });
    expect(read(folder, "mine.ts")).toBe(stampText("other\n", A));
    expect(read(folder, B.path)).toBe(stampText(B.text, B));
  });
});

describe("stale files", () => {
  test("are removed if unchanged, kept if edited, and forgotten if missing", async () => {
    const folder = folderOf();
    const C = generated("deep/er/c.ts", "1\n");
    const D = generated("d.ts", "1\n");
    await run(folder, [A, B, C, D]);
    put(folder, B.path, `${read(folder, B.path)}// mine\n`);
    put(folder, C.path, read(folder, C.path).replaceAll("\n", "\r\n"));
    rmSync(join(folder, D.path));
    const made = await run(folder, [A]);
    expect(actions(made)).toEqual({ "a.ts": "unchanged", "b.ts": "kept", "deep/er/c.ts": "remove" });
    expect(codes(made)).toEqual(["B44-603"]);
    expect(Object.keys(tree(folder))).toEqual([LOCK_FILE, A.path, B.path]);
    expect(() => statSync(join(folder, OUT, "deep"))).toThrow();
    expect(Object.keys((await readLock(folder))!.files)).toEqual([A.path]);
    expect(codes(await run(folder, [A]))).toEqual([]);
  });

  test("force does not remove an edited one", async () => {
    const folder = folderOf();
    await run(folder, [A, B]);
    put(folder, B.path, "mine");
    expect(codes(await run(folder, [A], { force: true }))).toEqual(["B44-603"]);
    expect(read(folder, B.path)).toBe("mine");
  });

  test("of other APIs are kept, with their part of the lock; shared ones are removed", async () => {
    const folder = folderOf();
    const other = generated("mail.ts", "1\n", { api: "mail" });
    await run(folder, [A, B, other, SHARED], { apis: ["crm", "mail"], update: update(["crm", "mail"]) });
    const made = await run(folder, [A], { apis: ["crm"], update: update(["crm"]) });
    expect(actions(made)).toEqual({ "a.ts": "unchanged", "b.ts": "remove", "shared.ts": "remove" });
    const lock = (await readLock(folder))!;
    expect(Object.keys(lock.files)).toEqual([A.path, other.path]);
    expect(Object.keys(lock.apis)).toEqual(["crm", "mail"]);
    const end = await run(folder, [A], { apis: ["crm", "mail"], update: update(["crm"]) });
    expect(actions(end)).toEqual({ "a.ts": "unchanged", "mail.ts": "remove" });
    expect(Object.keys((await readLock(folder))!.apis)).toEqual(["crm"]);
  });

  test("folders with other content, and the output root, are kept", async () => {
    const folder = folderOf({ [`${OUT}/deep/mine.ts`]: "" });
    await run(folder, [generated("deep/a.ts", "1\n"), B]);
    await run(folder, []);
    expect(Object.keys(tree(folder))).toEqual([LOCK_FILE, `${OUT}/deep/mine.ts`]);
    rmSync(join(folder, OUT, "deep"), { recursive: true });
    await run(folder, [B]);
    await run(folder, []);
    expect(statSync(join(folder, OUT)).isDirectory()).toBe(true);
  });

  test("if case is ignored, a file renamed only by case is written, not removed", async () => {
    const folder = folderOf();
    await run(folder, [generated("CRM.ts", "1\n")]);
    // A second hard link is what a file system that ignores case shows: one file under both names.
    linkSync(join(folder, OUT, "CRM.ts"), join(folder, OUT, "crm.ts"));
    const made = await plan(folder, [generated("crm.ts", "1\n")]);
    expect(actions(made)).toEqual({ "crm.ts": "update" });
    expect(made.renames).toEqual([{ from: `${OUT}/CRM.ts`, to: `${OUT}/crm.ts` }]);
    expect((await plan(folder, [generated("crm.ts", "1\n")], { outputRoots: [] })).renames).toEqual([]);
    rmSync(join(folder, OUT, "crm.ts"));
    expect(actions(await run(folder, [generated("crm.ts", "1\n")]))).toEqual({
      "CRM.ts": "remove",
      "crm.ts": "create",
    });
    expect(Object.keys(tree(folder))).toEqual([LOCK_FILE, `${OUT}/crm.ts`]);
  });

  test("in a folder that became a link out of the project are kept", async () => {
    const folder = folderOf();
    const outside = folderOf();
    await run(folder, [A, B]);
    renameSync(join(folder, OUT), join(outside, "generated"));
    symlinkSync(join(outside, "generated"), join(folder, OUT));
    const made = await plan(folder, [], { outputRoots: [{ path: "elsewhere" }] });
    expect([actions(made), codes(made)]).toEqual([{ "a.ts": "kept", "b.ts": "kept" }, ["B44-603", "B44-603"]]);
  });
});

test("another version of b44-gen alone is not drift", async () => {
  const folder = folderOf();
  await run(folder, [A]);
  const newer = await plan(folder, [A], { update: { ...update(), generator: "0.2.0" } });
  expect([newer.lock.action, newer.lock.generatorOnly]).toEqual(["update", true]);
  const other = await plan(folder, [A], { update: { ...update(), generator: "0.2.0", settings: { language: "js" } } });
  expect(other.lock.generatorOnly).toBe(false);
});
