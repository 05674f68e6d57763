import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import { rememberedSource } from "../../src/diagnostics/source-text.js";
import { LOCK_FILE, type Lock, readLock, readLockToReplace } from "../../src/project/index.js";
import { formatLock } from "../../src/project/lock/format.js";
import { folderOf } from "./support.js";

const lock: Lock = {
  lockfileVersion: 1,
  generator: "0.1.0",
  config: {
    path: "b44-gen.config.ts",
    pure: true,
    inputs: [
      { path: "b44-gen.config.ts", hash: "b" },
      { path: "a.ts", hash: "a" },
    ],
  },
  settings: { language: "ts", check: true, client: "@/api/base44Client" },
  apis: {
    "my-crm": {
      spec: "specs/crm.yaml",
      documents: [
        { path: "specs/z.yaml", hash: "1" },
        { path: "specs/crm.yaml", hash: "2" },
      ],
      selection: ["tag:Contacts", "get:/deals/{id}"],
      operations: { "get:/z": { name: "getZ", signature: "()" }, "get:/Z": { name: "getZ2", signature: "()" } },
    },
    __proto__x: { spec: "https://example.com/a.json", documents: [], selection: [], operations: {} },
  },
  files: {
    "src/api/generated/my-crm.ts": { hash: "h", api: "my-crm" },
    "src/api/generated/B.ts": { hash: "i", api: null },
    "base44/functions/crm/entry.ts": { hash: "j", api: "my-crm", kind: "scaffold", keeps: ["base44/shared/x.ts"] },
    "base44/connectors/gmail.jsonc": { hash: "k", api: "my-crm", kind: "offer" },
  },
};

describe("format", () => {
  test("round trip", async () => {
    const folder = folderOf({ [LOCK_FILE]: formatLock(lock) });
    const again = await readLock(folder);
    expect(formatLock(again!)).toBe(formatLock(lock));
    expect(again?.apis["my-crm"]?.selection).toEqual(lock.apis["my-crm"]?.selection);
  });

  test("sorted by code units at every level, two spaces, LF, a line ending", () => {
    const text = formatLock({
      ...lock,
      apis: { b: lock.apis["my-crm"]!, "10": lock.apis["my-crm"]!, "9": lock.apis["my-crm"]! },
    });
    const keys = [...text.matchAll(/^ {2}"(\w+)"/gm)].map(([, key]) => key);
    expect(keys).toEqual(["apis", "config", "files", "generator", "lockfileVersion", "settings"]);
    expect([...text.matchAll(/^ {4}"(b|10|9)"/gm)].map(([, key]) => key)).toEqual(["10", "9", "b"]);
    expect(text.indexOf("get:/Z")).toBeLessThan(text.indexOf("get:/z"));
    expect(text.indexOf("a.ts")).toBeLessThan(text.indexOf('"path": "b44-gen.config.ts"'));
    expect(text).not.toContain("\r");
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("equals the output of JSON.stringify", () => {
    const text = formatLock(lock);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  test("an API named __proto__ is an ordinary one", async () => {
    const text = formatLock(lock).replace("__proto__x", "__proto__");
    const folder = folderOf({ [LOCK_FILE]: text });
    expect(formatLock((await readLock(folder))!)).toBe(text);
  });
});

describe("reading", () => {
  async function problem(text: string) {
    const folder = folderOf({ [LOCK_FILE]: text });
    const error = await readLock(folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DiagnosticError);
    return (error as DiagnosticError).diagnostics[0]!;
  }

  test("missing", async () => expect(await readLock(folderOf())).toBeUndefined());

  test("CRLF and a byte order mark", async () => {
    const folder = folderOf({ [LOCK_FILE]: `\uFEFF${formatLock(lock).replaceAll("\n", "\r\n")}` });
    expect(formatLock((await readLock(folder))!)).toBe(formatLock(lock));
  });

  test("merge conflict", async () => {
    const text = formatLock(lock).replace(
      '  "generator"',
      '<<<<<<< HEAD\n  "generator": "1"\n=======\n>>>>>>> b\n  "generator"',
    );
    const { code, message, help, location } = await problem(text);
    expect([code, message.includes("merge conflict")]).toEqual(["B44-605", true]);
    expect(help).toContain("delete");
    expect(text.split("\n")[location!.line! - 1]).toBe("<<<<<<< HEAD");
    expect(rememberedSource(location!)?.lines(location!.line!, location!.line!)).toEqual(["<<<<<<< HEAD"]);
  });

  test("newer", async () => {
    const { code, message, help } = await problem('{ "lockfileVersion": 2, "whatever": 1 }');
    expect([code, message.includes("newer"), help.includes("Update")]).toEqual(["B44-616", true, true]);
  });

  test.each<[what: string, text: string, at: string]>([
    ["a value that is missing", '{\n  "a": }\n', "2:8"],
    ["an invalid word", '{\n  "a": nope\n}\n', "2:8"],
    ["a comma too many", '{\n  "a": 1,\n}\n', "3:1"],
    ["a cut", '{\n  "a": 1', "2:9"],
    ["empty", "", "1:1"],
  ])("no JSON: %s", async (_, text, at) => {
    const { code, location } = await problem(text);
    expect([code, `${location?.line}:${location?.column}`]).toEqual(["B44-605", at]);
  });

  test.each<[string, string, string]>([
    ["an array", "[]", ""],
    ["null", "null", ""],
    ["version", formatLock(lock).replace('"lockfileVersion": 1', '"lockfileVersion": "1"'), "/lockfileVersion"],
    ["a hash", formatLock(lock).replace('"hash": "h"', '"hash": 5'), "/files/src~1api~1generated~1my-crm.ts/hash"],
    ["a setting", formatLock(lock).replace('"check": true', '"check": []'), "/settings/check"],
    ["a flag", formatLock(lock).replace('"pure": true', '"pure": "yes"'), "/config/pure"],
    ["documents", formatLock(lock).replace('"documents": []', '"documents": {}'), "/apis/__proto__x/documents"],
    ["a path outside", formatLock(lock).replace("src/api/generated/B.ts", "../B.ts"), "/files/..~1B.ts"],
    ["a kind", formatLock(lock).replace('"offer"', '"gift"'), "/files/base44~1connectors~1gmail.jsonc/kind"],
    [
      "what a scaffold keeps",
      formatLock(lock).replace('"base44/shared/x.ts"', '"../x.ts"'),
      "/files/base44~1functions~1crm~1entry.ts/keeps/0",
    ],
    [
      "what a scaffold keeps, as no text",
      formatLock(lock).replace('"base44/shared/x.ts"', "5"),
      "/files/base44~1functions~1crm~1entry.ts/keeps/0",
    ],
    ["an absolute path", formatLock(lock).replace("src/api/generated/B.ts", "/etc/B.ts"), "/files/~1etc~1B.ts"],
  ])("%s", async (_, text, pointer) => {
    const found = await problem(text);
    expect(found.code).toBe("B44-605");
    expect(found.location?.pointer).toBe(pointer);
  });

  test("a folder in place of it", async () => {
    const folder = folderOf();
    mkdirSync(join(folder, LOCK_FILE));
    await expect(readLock(folder)).rejects.toThrow("B44-605");
  });
});

describe("reading to rewrite it", () => {
  const folderWith = (text: string) => folderOf({ [LOCK_FILE]: text });

  test("a valid one is read", async () => {
    const folder = folderWith(formatLock(lock));
    expect(await readLockToReplace(folder)).toEqual({ lock: await readLock(folder), diagnostics: [] });
  });

  test.each(["{", "[]", "<<<<<<< HEAD\n{}"])("%j is as good as none, with a warning", async (text) => {
    const { diagnostics, ...rest } = await readLockToReplace(folderWith(text));
    expect(rest).toEqual({ lock: undefined });
    expect(diagnostics).toMatchObject([
      { code: "B44-605", severity: "warning", help: "b44-gen writes it again from the config and the specs." },
    ]);
  });

  test("a newer one must not be lost", async () => {
    await expect(readLockToReplace(folderWith('{ "lockfileVersion": 2 }'))).rejects.toThrow("B44-616");
  });
});
