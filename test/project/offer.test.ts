import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type GeneratedFile, LOCK_FILE, readLock, stampText } from "../../src/project/index.js";
import { codes, folderOf, plan, put, read, run, tree, update } from "./support.js";

const PATH = "base44/connectors/gmail.jsonc";
const offer: GeneratedFile = {
  path: PATH,
  text: '{\n  "type": "gmail",\n  "scopes": ["read"]\n}\n',
  language: "jsonc",
  api: "mail",
  kind: "offer",
};
const MORE = { ...offer, text: offer.text.replace('"read"', '"read", "send"') };
const MINE = '{ "type": "gmail", "scopes": ["mine"] }\n';
const WITH = { update: update(["mail"]), apis: ["mail"], outputRoots: [{ path: "base44/connectors" }] };

/** The text that stands there, whether the lock has it, and the text after. */
interface Case {
  there: string | undefined;
  locked: boolean;
  force?: boolean;
  action: string;
  after: string;
}

const stamped = stampText(offer.text, offer);
const wanted = stampText(MORE.text, MORE);
const edited = stamped.replace("read", "mine");

describe("a connector file", () => {
  test.each<[string, Case]>([
    ["missing", { there: undefined, locked: false, action: "create", after: wanted }],
    ["deleted", { there: undefined, locked: true, action: "create", after: wanted }],
    ["as written", { there: stamped, locked: true, action: "update", after: wanted }],
    ["as written, lock lost", { there: stamped, locked: false, action: "update", after: wanted }],
    ["as wanted", { there: wanted, locked: false, action: "unchanged", after: wanted }],
    ["changed", { there: edited, locked: true, action: "kept", after: edited }],
    ["changed, lock lost", { there: edited, locked: false, action: "kept", after: edited }],
    ["changed, header gone", { there: MINE, locked: true, action: "kept", after: MINE }],
    ["changed, --force", { there: edited, locked: true, force: true, action: "update", after: wanted }],
    ["changed, lock lost, --force", { there: edited, locked: false, force: true, action: "update", after: wanted }],
    ["never b44-gen's", { there: MINE, locked: false, action: "kept", after: MINE }],
    ["never b44-gen's, --force", { there: MINE, locked: false, force: true, action: "kept", after: MINE }],
  ])("%s", async (_, { there, locked, force = false, action, after }) => {
    const folder = folderOf();
    if (locked) await run(folder, [offer], WITH);
    if (there === undefined) rmSync(join(folder, PATH), { force: true });
    else put(folder, PATH, there);
    const made = await run(folder, [MORE], { ...WITH, force });
    expect(made.actions.map((one) => [one.path, one.kind, one.action])).toEqual([[PATH, "offer", action]]);
    expect([codes(made), read(folder, PATH)]).toEqual([[], after]);
    const { files } = (await readLock(folder))!;
    expect(files[PATH]?.kind).toBe(action === "kept" ? undefined : "offer");
  });

  test("a folder in place of it", async () => {
    const folder = folderOf();
    mkdirSync(join(folder, PATH), { recursive: true });
    expect(codes(await plan(folder, [offer], WITH))).toEqual(["B44-602"]);
  });

  test.each<[string, string | undefined, string[]]>([
    ["as written", stamped, ["B44-615"]],
    ["changed", edited, ["B44-615"]],
    ["deleted", undefined, []],
  ])("no longer needed, %s, stays and is the user's", async (_, there, expected) => {
    const folder = folderOf();
    await run(folder, [offer], WITH);
    if (there === undefined) rmSync(join(folder, PATH));
    else put(folder, PATH, there);
    const made = await run(folder, [], { ...WITH, update: update([]), force: true });
    expect([codes(made), made.diagnostics.every(({ severity }) => severity === "info")]).toEqual([expected, true]);
    expect(tree(folder)[PATH]).toBe(there);
    expect((await readLock(folder))!.files).toEqual({});
    expect(codes(await run(folder, [], { ...WITH, update: update([]) }))).toEqual([]);
    expect(Object.keys(tree(folder))).toContain(LOCK_FILE);
  });
});
