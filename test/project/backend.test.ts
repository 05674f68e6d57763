import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Backend, detectBackend, stampText } from "../../src/project/index.js";
import { folderOf } from "./support.js";

const ENTRY = "export default async function handler() {}\n";

/** The backend of a project with these files, its paths relative to the project. */
async function backendOf(files: Record<string, string>): Promise<{ backend: Backend; folder: string }> {
  const folder = folderOf(files);
  const text = JSON.stringify(await detectBackend(folder)).replaceAll(`${folder}/`, "");
  return { backend: JSON.parse(text), folder };
}

describe("folders", () => {
  test.each<[string, Record<string, string>, string | undefined, string, string, string]>([
    ["nothing at all", {}, undefined, "base44/functions", "base44/shared", "base44/connectors"],
    [
      "base44/config.jsonc",
      { "base44/config.jsonc": "{}" },
      "base44/config.jsonc",
      "base44/functions",
      "base44/shared",
      "base44/connectors",
    ],
    [
      "base44/config.json",
      { "base44/config.json": "{}" },
      "base44/config.json",
      "base44/functions",
      "base44/shared",
      "base44/connectors",
    ],
    [
      "config.jsonc at the root",
      { "config.jsonc": '{ "name": "x" }' },
      "config.jsonc",
      "functions",
      "shared",
      "connectors",
    ],
    [
      "base44's before the root's",
      { "base44/config.json": "{}", "config.jsonc": '{ "name": "x" }' },
      "base44/config.json",
      "base44/functions",
      "base44/shared",
      "base44/connectors",
    ],
    [
      "a config.json of something else",
      { "config.json": '{ "port": 1 }' },
      undefined,
      "base44/functions",
      "base44/shared",
      "base44/connectors",
    ],
    [
      "moved, in JSON5",
      { "base44/config.jsonc": '// mine\n{ functionsDir: \'./api/fns\', "connectorsDir": "../links", }' },
      "base44/config.jsonc",
      "base44/api/fns",
      "base44/api/shared",
      "links",
    ],
    [
      "an absolute path is one below the config, as for Base44's CLI",
      { "base44/config.jsonc": '{ "functionsDir": "/fns", "connectorsDir": 5 }' },
      "base44/config.jsonc",
      "base44/fns",
      "base44/shared",
      "base44/connectors",
    ],
  ])("%s", async (_, files, configFile, functionsDir, sharedDir, connectorsDir) => {
    const { backend } = await backendOf(files);
    expect(backend).toMatchObject({ functionsDir, sharedDir, connectorsDir, isComplete: true });
    expect(backend.configFile).toBe(configFile);
  });

  test("outside the project", async () => {
    const folder = folderOf({ "base44/config.jsonc": '{ "functionsDir": "../../elsewhere/fns" }' });
    expect((await detectBackend(folder)).functionsDir).toBe(join(folder, "../elsewhere/fns"));
  });
});

describe("functions", () => {
  const F = "base44/functions";
  test.each<[string, Record<string, string>, [name: string, entry: string][], boolean]>([
    [
      "TypeScript and JavaScript, sorted",
      { "b/entry.js": ENTRY, "a/entry.ts": ENTRY },
      [
        ["a", "a/entry.ts"],
        ["b", "b/entry.js"],
      ],
      true,
    ],
    ["nested", { "email/send/entry.ts": ENTRY }, [["email/send", "email/send/entry.ts"]], true],
    [
      "a function in a function",
      { "a/entry.ts": ENTRY, "a/b/entry.ts": ENTRY },
      [
        ["a", "a/entry.ts"],
        ["a/b", "a/b/entry.ts"],
      ],
      true,
    ],
    ["a dot hides a folder", { "a.old/entry.ts": ENTRY, "x/.b/entry.ts": ENTRY, "y.z/c/entry.ts": ENTRY }, [], true],
    [
      "but not one with a function.jsonc",
      { "a.old/function.jsonc": '{ "name": "a", "entry": "x.ts" }', "a.old/x.ts": ENTRY },
      [["a", "a.old/x.ts"]],
      true,
    ],
    [
      "function.jsonc's name wins",
      { "a/function.jsonc": '{ name: "mail", entry: "./run.ts", /* */ }', "a/run.ts": ENTRY, "a/entry.ts": ENTRY },
      [["mail", "a/run.ts"]],
      true,
    ],
    [
      "function.json",
      { "a/function.json": '{ "name": "b", "entry": "entry.ts" }', "a/entry.ts": ENTRY },
      [["b", "a/entry.ts"]],
      true,
    ],
    [
      "function.jsonc without a name",
      { "a/function.jsonc": '{ "entry": "entry.ts" }', "a/entry.ts": ENTRY, "b/entry.ts": ENTRY },
      [["b", "b/entry.ts"]],
      false,
    ],
    ["function.jsonc whose entry is missing", { "a/function.jsonc": '{ "name": "a", "entry": "run.ts" }' }, [], false],
    [
      "function.jsonc with a dot in its name",
      { "a/function.jsonc": '{ "name": "a.b", "entry": "entry.ts" }', "a/entry.ts": ENTRY },
      [],
      false,
    ],
    ["broken function.jsonc", { "a/function.jsonc": "{", "a/entry.ts": ENTRY }, [], false],
    ["an entry in no folder", { "entry.ts": ENTRY, "a/entry.ts": ENTRY }, [["a", "a/entry.ts"]], true],
    ["one name twice", { "a/entry.ts": ENTRY, "a/entry.js": ENTRY }, [["a", "a/entry.js"]], true],
    ["other files", { "a/handler.ts": ENTRY, "a/entry.mjs": ENTRY, "a/my-entry.ts": ENTRY }, [], true],
  ])("%s", async (_, files, expected, isComplete) => {
    const below = Object.entries(files).map(([path, text]) => [`${F}/${path}`, text]);
    const { backend } = await backendOf(Object.fromEntries(below));
    expect(backend.functions.map(({ name, entry }) => [name, entry.replace(`${F}/`, "")])).toEqual(expected);
    expect(backend.functions.every(({ folder, entry }) => entry.startsWith(`${folder}/`))).toBe(true);
    expect(backend.isComplete).toBe(isComplete);
  });

  test("links are followed, but not in cycles", async () => {
    const folder = folderOf({ "base44/functions/a/entry.ts": ENTRY, "elsewhere/b/entry.ts": ENTRY });
    symlinkSync(join(folder, "elsewhere"), join(folder, "base44/functions/linked"));
    symlinkSync(join(folder, "base44"), join(folder, "base44/functions/a/up"));
    const backend = await detectBackend(folder);
    expect(backend.functions.map(({ name }) => name)).toEqual(["a", "linked/b"]);
  });
});

describe("unknown facts", () => {
  test.each<[string, Record<string, string>, boolean]>([
    ["plugins", { "base44/config.jsonc": '{ "plugins": [{ "source": "./plugin" }] }' }, false],
    ["no plugins", { "base44/config.jsonc": '{ "plugins": [] }' }, true],
    ["a broken config", { "base44/config.jsonc": '{ "functionsDir": ' }, false],
    ["a broken connector file", { "base44/connectors/gmail.jsonc": "{" }, false],
    ["a connector file without type", { "base44/connectors/gmail.jsonc": "{}" }, false],
    ["a connector type with a space", { "base44/connectors/gmail.jsonc": '{ "type": "g mail" }' }, false],
    ["invalid scopes", { "base44/connectors/gmail.jsonc": '{ "type": "gmail", "scopes": [1] }' }, false],
  ])("%s", async (_, files, isComplete) => {
    const { backend } = await backendOf({ ...files, "base44/functions/a/entry.ts": ENTRY });
    expect(backend.isComplete).toBe(isComplete);
    expect(backend.functions.map(({ name }) => name)).toEqual(["a"]);
  });
});

test("connectors, sorted by type, each once", async () => {
  const { backend, folder } = await backendOf({
    "base44/connectors/slack.json": '{ "type": "slack" }',
    "base44/connectors/mine.jsonc": '{ "type": "gmail", "scopes": ["b", "a"] } // by hand',
    "base44/connectors/z.jsonc": '{ "type": "gmail" }',
    "base44/connectors/.hidden.jsonc": "{",
    "base44/connectors/deep/notion.jsonc": '{ "type": "notion" }',
    "base44/connectors/readme.md": "",
  });
  expect(backend.connectors).toEqual([
    { type: "gmail", scopes: ["b", "a"], file: "base44/connectors/mine.jsonc" },
    { type: "slack", scopes: [], file: "base44/connectors/slack.json" },
  ]);
  rmSync(join(folder, "base44"), { recursive: true });
  expect((await detectBackend(folder)).connectors).toEqual([]);
});

test("a connector file with b44-gen's header counts", async () => {
  const text = stampText('{\n  "type": "gmail",\n  "scopes": ["https://mail.google.com/"]\n}\n', { language: "jsonc" });
  const { backend } = await backendOf({ "base44/connectors/gmail.jsonc": text });
  expect(backend).toMatchObject({
    connectors: [{ type: "gmail", scopes: ["https://mail.google.com/"] }],
    isComplete: true,
  });
});
