import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LOCK_FILE, stampText } from "../../src/project/index.js";
import { codes, folderOf, generated, OUT, plan, read, run, tree, update } from "./support.js";

const A = generated("a.ts", "export const a = 1;\n");
const B = generated("b.ts", "export const b = 1;\n");

describe("places", () => {
  test.each<[string, string]>([
    ["/etc/passwd", "B44-608"],
    ["C:/x.ts", "B44-608"],
    ["../x.ts", "B44-608"],
    ["a/../../x.ts", "B44-608"],
    ["a\\b.ts", "B44-609"],
    ["a//b.ts", "B44-609"],
    ["./a.ts", "B44-609"],
    ["", "B44-609"],
    ["CON", "B44-609"],
    ["a/aux.ts", "B44-609"],
    ["a/NUL.d.ts", "B44-609"],
    ["com1.ts", "B44-609"],
    ["COM¹.ts", "B44-609"],
    ["lpt9", "B44-609"],
    ["a./b.ts", "B44-609"],
    ["a /b.ts", "B44-609"],
    ["a.ts ", "B44-609"],
    ["a?.ts", "B44-609"],
    ["a*.ts", "B44-609"],
    ["ab:c.ts", "B44-609"],
    ['a"b.ts', "B44-609"],
    ["a|b.ts", "B44-609"],
    ["a<b>.ts", "B44-609"],
    ["a\nb.ts", "B44-609"],
    ["a\ud800.ts", "B44-609"],
    [`${"ä".repeat(120)}.ts`, "B44-609"],
    [".git/HEAD", "B44-609"],
    ["a/.GIT/config", "B44-609"],
    ["git~1/HEAD", "B44-609"],
    [".g\u200cit/HEAD", "B44-609"],
    [LOCK_FILE, "B44-609"],
    [".B44-GEN.journal.json", "B44-609"],
    [".b44-gen.pid.lock", "B44-609"],
  ])("%j is refused", async (path, code) => {
    const folder = folderOf();
    const made = await plan(folder, [{ ...A, path }]);
    expect(made.actions).toEqual([]);
    expect(made.diagnostics.map((found) => [found.code, found.setting])).toEqual([[code, ["apis", "crm"]]]);
    await expect(run(folder, [{ ...A, path }])).rejects.toThrow(code);
    expect(Object.keys(tree(folder))).toEqual([]);
  });

  test.each([
    ["/etc/passwd", "is absolute"],
    ["../x.ts", "leads out of the project"],
    ["a/../../x.ts", "contains `..`"],
    ["a\\b.ts", "contains a backslash"],
    ["a//b.ts", "contains an empty name"],
    ["a./b.ts", "ends in a dot"],
    ["a?.ts", "Windows does not allow"],
    ["CON", "reserves for a device"],
    [LOCK_FILE, "that b44-gen itself uses"],
  ])("%j: why it is refused", async (path, reason) => {
    const { diagnostics } = await plan(folderOf(), [{ ...A, path }]);
    expect(diagnostics[0]?.message).toContain(reason);
  });

  test.each([
    "console.ts",
    "auxiliary/nul-able.ts",
    "com.ts",
    "com10.ts",
    ".hidden/a.ts",
    ".github/git/.gitignore",
    "[id]/(x).ts",
    "ä/日本.ts",
    "a b.ts",
  ])("%j is fine", async (path) => {
    const folder = folderOf();
    await run(folder, [{ ...A, path }]);
    expect(read(folder, path)).toBe(stampText(A.text, A));
  });

  test.each<[string, string[]]>([
    ["case", ["a/My.ts", "a/my.ts"]],
    ["a folder's case is not a conflict, a file's is", ["A/my.ts", "a/my.ts"]],
    ["Unicode form", ["a/\u00e9.ts", "a/e\u0301.ts"]],
    ["Unicode form, beside a ligature", ["a/ﬁ\u00e9.ts", "a/ﬁe\u0301.ts"]],
    ["the sign of a unit and its letter", ["a/\u212a.ts", "a/k.ts"]],
    ["twice the same", ["a/my.ts", "a/my.ts"]],
    ["a file and a folder", ["a/my.ts", "a/my.ts/b.ts"]],
  ])("clash: %s", async (_, paths) => {
    const made = await plan(
      folderOf(),
      paths.map((path) => ({ ...A, path })),
    );
    expect(codes(made)).toEqual(["B44-609"]);
  });

  test("conflict with a file of an API that is not in the run", async () => {
    const folder = folderOf();
    await run(folder, [generated("Mail.ts", "1\n", { api: "mail" })], { apis: ["mail"], update: update(["mail"]) });
    expect(codes(await plan(folder, [generated("mail.ts", "1\n")]))).toEqual(["B44-609"]);
    expect(codes(await plan(folder, [generated("mail.ts", "1\n")], { apis: ["crm", "mail"] }))).toEqual([]);
  });

  test.each<[string, string[], string]>([
    ["src", ["src"], "B44-608"],
    ["the output folder", [OUT], "B44-608"],
    ["a folder below it", [`${OUT}/sub`], "B44-608"],
  ])("a link at %s that leaves the project", async (_, [at], code) => {
    const folder = folderOf({ "src/api/generated/x": "" });
    const outside = folderOf();
    rmSync(join(folder, at!), { recursive: true, force: true });
    symlinkSync(outside, join(folder, at!));
    const made = await plan(folder, [generated("sub/a.ts", "1\n")], { force: true });
    expect(codes(made)).toEqual([code]);
    await expect(run(folder, [generated("sub/a.ts", "1\n")], { force: true })).rejects.toThrow(code);
    expect(tree(outside)).toEqual({});
  });

  test("a link to itself", async () => {
    const folder = folderOf();
    symlinkSync("src", join(folder, "src"));
    expect(codes(await plan(folder, [A]))).toEqual(["B44-608"]);
  });

  test("links inside the project, and a project reached through a link, are allowed", async () => {
    const outside = folderOf({ "project/real/x": "" });
    const folder = join(outside, "link");
    symlinkSync(join(outside, "project"), folder);
    symlinkSync(join(outside, "project/real"), join(folder, "src"));
    await run(folder, [A]);
    expect(read(outside, "project/real/api/generated/a.ts")).toBe(stampText(A.text, A));
  });

  test.each(["/abs", "../up", "a/../.."])("output root %j, said once for all files below it", async (path) => {
    const files = ["x.ts", "y.ts"].map((name) => ({ ...A, path: `${path}/${name}` }));
    expect(codes(await plan(folderOf(), [A, ...files], { outputRoots: [{ path }] }))).toEqual(["B44-608"]);
    const beside = { ...A, path: "../elsewhere.ts" };
    expect(codes(await plan(folderOf(), [beside, ...files], { outputRoots: [{ path }] }))).toHaveLength(2);
  });

  test.each<[string, string]>([
    ["a path", "../fns"],
    ["a link", "linked"],
  ])("a folder of Base44's config that leaves the project by %s is named by its setting", async (_, path) => {
    const folder = folderOf();
    symlinkSync(folderOf(), join(folder, "linked"));
    const files = ["x.ts", "y.ts"].map((name) => ({ ...A, path: `${path}/${name}` }));
    const named = { path, setting: "functionsDir", settingFile: "base44/config.jsonc" };
    const outputRoots = [{ path: OUT }, named];
    const { diagnostics } = await plan(folder, [B, ...files], { outputRoots });
    expect(diagnostics).toMatchObject([{ code: "B44-608", help: expect.stringContaining("Set functionsDir in") }]);
    expect(diagnostics[0]?.message).toContain("functionsDir");
  });

  test("several folders outside, from one setting of Base44's config, are reported once", async () => {
    const outputRoots = ["../fns", "../shared"].map((path) => ({
      path,
      setting: "functionsDir",
      settingFile: "base44/config.jsonc",
    }));
    expect(codes(await plan(folderOf(), [A], { outputRoots }))).toEqual(["B44-608"]);
  });

  test("a folder outside that is not in a config is not reported as from one", async () => {
    const outputRoots = [{ path: OUT }, { path: "../fns", setting: "functionsDir" }];
    const { diagnostics } = await plan(folderOf(), [B, { ...A, path: "../fns/x.ts" }], { outputRoots });
    expect(diagnostics.map(({ code }) => code)).toEqual(["B44-608"]);
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.help}`).not.toContain("functionsDir");
  });
});
