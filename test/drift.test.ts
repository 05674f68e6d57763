import { appendFileSync, cpSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { changedInputs } from "../src/check/drift/changed-inputs.js";
import { driftOf } from "../src/check/drift/index.js";
import type { DiagnosticError } from "../src/diagnostics/index.js";
import { contentHash, pathFrom } from "../src/files/index.js";
import { findDrift } from "../src/pipeline/checks/drift.js";
import { generate } from "../src/pipeline/run/generate.js";
import { nothingToDo } from "../src/pipeline/run/nothing-to-do.js";
import { configRequest } from "../src/pipeline/run/run-config.js";
import type { Lock, WriteAction } from "../src/project/index.js";
import { copyOfFolder, folderOf, read, timedTree, tree, write } from "./cli/support/folders.js";

const OUT = "src/api/generated";
const LOCK = "b44-gen.lock.json";

async function generated(app: string): Promise<string> {
  await generate(await configRequest(join(app, "b44-gen.config.json")));
  return app;
}

/** Two APIs in one app: one of a spec of several files, one with a backend function. */
function newApp(): string {
  const app = folderOf({
    "package.json": "{}",
    "b44-gen.config.json": JSON.stringify({
      output: OUT,
      lang: "ts",
      apis: {
        crm: { spec: "specs/crm.json", operations: ["get:/contacts", "get:/contacts/{id}"] },
        mail: { spec: "specs/mail.json", operations: "all", via: { function: { secrets: { key: "MAIL_KEY" } } } },
      },
    }),
    "specs/crm.json": JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Crm", version: "1" },
      paths: {
        "/contacts": { get: { operationId: "list", responses: { 200: { $ref: "shared.json#/answer" } } } },
        "/contacts/{id}": {
          get: {
            operationId: "read",
            parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
            responses: { 200: { $ref: "shared.json#/answer" } },
          },
        },
      },
    }),
    "specs/shared.json": JSON.stringify({
      answer: {
        description: "d",
        content: { "application/json": { schema: { type: "array", items: { type: "string" } } } },
      },
    }),
    "specs/mail.json": JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Mail", version: "1" },
      servers: [{ url: "https://mail.example.com" }],
      security: [{ key: [] }],
      components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
      paths: { "/mail": { post: { operationId: "send", responses: { 204: { description: "sent" } } } } },
    }),
  });
  return app;
}

async function driftIn(app: string, isPart?: readonly string[]): Promise<string[]> {
  const request = await configRequest(join(app, "b44-gen.config.json"), { offline: true });
  const apis = request.apis.filter(({ name }) => isPart?.includes(name) ?? true);
  const found = await findDrift({ ...request, apis }, { isPart: isPart !== undefined });
  return found.map(({ code, location }) => `${code} ${location && pathFrom(app, resolve(location.file))}`).sort();
}

let done: string;
beforeAll(async () => {
  done = await generated(newApp());
});

function edit(app: string, path: string, change: (text: string) => string): void {
  write(app, path, change(read(app, path)));
}

describe("drift", () => {
  test("a clean project has no drift, and checking writes nothing", async () => {
    const app = copyOfFolder(done);
    const before = timedTree(app);
    expect(await driftIn(app)).toEqual([]);
    expect(timedTree(app)).toEqual(before);
  });

  test.each<[what: string, change: (app: string) => void, found: string[]]>([
    ["a file is missing", (app) => rmSync(join(app, OUT, "crm.ts")), [`B44-710 ${OUT}/crm.ts`]],
    [
      "a scaffold of the user's is missing",
      (app) => rmSync(join(app, "base44/functions/mail/entry.ts")),
      ["B44-710 base44/functions/mail/entry.ts"],
    ],
    ["a file was edited", (app) => appendFileSync(join(app, OUT, "crm.ts"), "// mine\n"), [`B44-601 ${OUT}/crm.ts`]],
    [
      "an intact file of another run",
      (app) => cpSync(join(other, OUT, "crm.types.d.ts"), join(app, OUT, "crm.types.d.ts")),
      [`B44-711 ${OUT}/crm.types.d.ts`],
    ],
    [
      "a spec changed what is generated",
      (app) => edit(app, "specs/crm.json", (text) => text.replace('"list"', '"all contacts"')),
      [
        "B44-711 src/api/generated/b44.custom-call.d.ts",
        "B44-711 src/api/generated/crm.ts",
        "B44-711 src/api/generated/crm.types.d.ts",
        "B44-713 specs/crm.json",
      ],
    ],
    [
      "a spec changed, and nothing generated with it",
      (app) => appendFileSync(join(app, "specs/crm.json"), "\n"),
      ["B44-713 specs/crm.json"],
    ],
    [
      "a file that a spec refers to changed",
      (app) => edit(app, "specs/shared.json", (text) => text.replace('"string"', '"number"')),
      ["B44-711 src/api/generated/crm.types.d.ts", "B44-713 specs/shared.json"],
    ],
    [
      "the config changed, and nothing generated with it",
      (app) => appendFileSync(join(app, "b44-gen.config.json"), "\n"),
      ["B44-713 b44-gen.config.json"],
    ],
    [
      "an API left the config",
      (app) =>
        edit(app, "b44-gen.config.json", (text) => {
          const config = JSON.parse(text);
          config.apis.mail = undefined;
          return JSON.stringify(config);
        }),
      expect.arrayContaining(["B44-712 src/api/generated/mail.ts", "B44-713 b44-gen.config.json"]),
    ],
    [
      "an API is reached in another way",
      (app) =>
        edit(app, "b44-gen.config.json", (text) => {
          const config = JSON.parse(text);
          config.apis.crm.via = { function: { secrets: {} } };
          config.apis.crm.baseUrl = "https://crm.example.com";
          return JSON.stringify(config);
        }),
      expect.not.arrayContaining([`B44-713 ${LOCK}`]),
    ],
    ["the lock is gone", (app) => rmSync(join(app, LOCK)), ["B44-715 b44-gen.config.json"]],
    ["the lock is no JSON", (app) => write(app, LOCK, "{"), [`B44-605 ${LOCK}`]],
    [
      "the lock has merge conflicts",
      (app) => edit(app, LOCK, (text) => `<<<<<<< ours\n${text}=======\n{}\n>>>>>>> theirs\n`),
      [`B44-605 ${LOCK}`],
    ],
    [
      "a run was interrupted",
      (app) => write(app, ".b44-gen.journal.json", '{"version":1,"steps":[],"created":[],"roots":[]}'),
      ["B44-714 .b44-gen.journal.json"],
    ],
  ])("%s", async (_, change, found) => {
    const app = copyOfFolder(done);
    change(app);
    const before = timedTree(app);
    expect(await driftIn(app)).toEqual(found);
    expect(timedTree(app)).toEqual(before);
  });

  test.each<[what: string, change: (app: string) => void]>([
    [
      "another version of b44-gen",
      (app) => edit(app, LOCK, (text) => text.replace(/"generator": "[^"]*"/, '"generator": "0.0.1"')),
    ],
    [
      "what the user wrote into a scaffold",
      (app) => appendFileSync(join(app, "base44/functions/mail/entry.ts"), "// mine\n"),
    ],
    ["CRLF in place of LF", (app) => edit(app, `${OUT}/crm.ts`, (text) => text.replaceAll("\n", "\r\n"))],
    ["a file of the user's", (app) => write(app, "src/App.tsx", "")],
    [
      "a run that was killed before it changed anything",
      (app) => write(app, ".b44-gen.pid.lock", JSON.stringify({ pid: 1, host: "here", started: 1 })),
    ],
  ])("none: %s", async (_, change) => {
    const app = copyOfFolder(done);
    change(app);
    expect(await driftIn(app)).toEqual([]);
  });

  test("a damaged lock is fixed by generating", async () => {
    const app = copyOfFolder(done);
    write(app, LOCK, "<<<<<<< ours\n");
    const { diagnostics } = await generate(await configRequest(join(app, "b44-gen.config.json")));
    expect(diagnostics.filter(({ code }) => code === "B44-605").map(({ severity }) => severity)).toEqual(["warning"]);
    expect(read(app, LOCK)).toBe(read(done, LOCK));
    expect(await driftIn(app)).toEqual([]);
  });
});

/** A lock that says nothing but this. */
function lockWith(more: Partial<Lock>): Lock {
  return { lockfileVersion: 1, generator: "1.0.0", settings: {}, apis: {}, files: {}, ...more };
}

describe("diagnostics about inputs of a run", () => {
  const apiOf = (hash: string) => ({
    spec: "a.json",
    documents: [{ path: "a.json", hash }],
    selection: [],
    operations: {},
  });
  const configOf = (hash: string) => ({ path: "c.ts", inputs: [{ path: "c.ts", hash }] });
  const NOTHING = contentHash("");

  test.each<[before: Partial<Lock>, after: Partial<Lock>, said: string[]]>([
    [{ apis: { a: apiOf("1") } }, { apis: { a: apiOf("1") } }, []],
    [{ apis: { a: apiOf("1") } }, { apis: { a: apiOf("2") } }, ["<a.json> changed since b44-gen last ran"]],
    [{ apis: { a: apiOf("1") } }, { apis: { a: apiOf(NOTHING) } }, ["<a.json> is missing or empty"]],
    [
      { config: configOf("1"), apis: {} },
      { config: configOf("1"), apis: { b: apiOf("1") } },
      ["<a.json> was not read when b44-gen last ran", "The API b was added"],
    ],
    [{ apis: { b: apiOf("1") } }, { apis: {} }, ["<a.json> is no longer read", "The API b was removed"]],
    [
      { apis: { a: apiOf("1"), b: apiOf("1") } },
      { apis: { a: apiOf("2"), b: apiOf("2") } },
      ["<a.json> changed since b44-gen last ran"],
    ],
    [
      { documents: [{ path: "d", hash: "1" }] },
      { documents: [{ path: "d", hash: "2" }] },
      ["<d> changed since b44-gen last ran"],
    ],
    [{ settings: { other: true } }, { settings: {} }, ["The setting other changed since b44-gen last ran"]],
    [{ settings: {} }, { settings: { other: true } }, ["The setting other changed since b44-gen last ran"]],
    [
      { config: configOf("1"), settings: { backend: "1" } },
      { config: configOf("2"), settings: { backend: "2" } },
      ["<c.ts> changed since b44-gen last ran"],
    ],
    [
      { config: configOf("1"), settings: { backend: "1" } },
      { config: configOf("1"), settings: { backend: "2" } },
      ["The app's functions, connectors or their folders changed since b44-gen last ran"],
    ],
  ])("%j, then %j", (before, after, said) => {
    const found = changedInputs(lockWith(before), lockWith(after), (path) => `<${path}>`);
    expect(found.map(({ what }) => what)).toEqual(said);
  });
});

describe("diagnostics about files that a run would change", () => {
  const locked = lockWith({ files: { "a.ts": { hash: "1", api: null } } });

  const lockAction = { path: "lock", api: null, before: null, next: locked, generatorOnly: false } as const;
  const planOf = (action: WriteAction["action"], actions: WriteAction[]) => ({
    folder: ".",
    outputRoots: [],
    renames: [],
    actions,
    lock: { ...lockAction, action },
    diagnostics: [],
  });

  test("about the lock, if only it differs", () => {
    const found = driftOf({ plan: planOf("update", []), lock: locked });
    expect(found.map(({ code, message }) => [code, message])).toEqual([["B44-713", "lock is out of date."]]);
  });

  test.each<[action: Partial<WriteAction>, lock: Lock | undefined, said: string[]]>([
    [{ action: "create" }, locked, ["error a.ts is missing."]],
    [{ action: "create", kind: "scaffold" }, locked, ["warning a.ts is missing."]],
    [{ action: "remove" }, locked, ["error a.ts is no longer generated."]],
    [{ action: "update", before: "1" }, locked, ["error a.ts is not what b44-gen writes now."]],
    [{ action: "update", before: "2" }, locked, ["error a.ts is not what the last run wrote."]],
    [{ action: "update", before: "2" }, undefined, ["error a.ts is not what b44-gen writes now."]],
    [{ action: "kept" }, locked, []],
    [{ action: "unchanged" }, locked, []],
  ])("%j", (action, lock, said) => {
    const file = { path: "a.ts", api: null, before: null, action: "create", ...action } as const;
    expect(
      driftOf({ plan: planOf("kept", [file]), lock }).map(({ severity, message }) => `${severity} ${message}`),
    ).toEqual(said);
  });
});

describe("a part of the config", () => {
  test("has no drift even if the rest has", async () => {
    const app = copyOfFolder(done);
    rmSync(join(app, OUT, "mail.ts"));
    expect(await driftIn(app, ["crm"])).toEqual([]);
    expect(await driftIn(app, ["mail"])).toEqual([`B44-710 ${OUT}/mail.ts`]);
  });

  test("includes the shared files", async () => {
    const app = copyOfFolder(done);
    appendFileSync(join(app, OUT, "index.ts"), "// mine\n");
    expect(await driftIn(app, ["crm"])).toEqual([`B44-711 ${OUT}/index.ts`]);
  });
});

let other: string;
beforeAll(async () => {
  other = newApp();
  edit(other, "specs/shared.json", (text) => text.replace('"string"', '"boolean"'));
  await generated(other);
});

describe("a spec whose paths are files", () => {
  const ITEM = "specs/paths/pets.yaml";
  const YAML = "get:\n  operationId: listPets\n  responses: {'204': {description: d}}\n";
  const TAB = "get:\n\toperationId: listPets\n";

  async function splitApp(): Promise<string> {
    const paths = { "/pets": { $ref: "paths/pets.yaml" }, "/owners": { get: { responses: {} } } };
    return generated(
      folderOf({
        "package.json": "{}",
        "b44-gen.config.json": JSON.stringify({
          output: OUT,
          lang: "ts",
          apis: { zoo: { spec: "specs/zoo.json", operations: "all" } },
        }),
        "specs/zoo.json": JSON.stringify({ openapi: "3.1.0", info: { title: "Zoo", version: "1" }, paths }),
        [ITEM]: YAML,
      }),
    );
  }
  const upToDate = (app: string) => nothingToDo(join(app, "b44-gen.config.json"));

  test.each<[what: string, change: (app: string) => void]>([
    ["was missing", (app) => rmSync(join(app, ITEM))],
    [
      "was a folder",
      (app) => {
        rmSync(join(app, ITEM));
        write(app, `${ITEM}/x`, "");
      },
    ],
  ])("gets an operation back whose file %s for one run", async (_, change) => {
    const app = await splitApp();
    const before = tree(app);
    expect(await upToDate(app)).toBe(true);
    change(app);
    expect(await driftIn(app)).toEqual(expect.arrayContaining([`B44-110 specs/zoo.json`, `B44-713 ${ITEM}`]));
    await generated(app);
    expect([read(app, `${OUT}/zoo.ts`).includes("listPets"), await upToDate(app)]).toEqual([false, false]);
    rmSync(join(app, ITEM), { recursive: true, force: true });
    write(app, ITEM, YAML);
    expect(await upToDate(app)).toBe(false);
    expect(await driftIn(app)).toEqual(expect.arrayContaining([`B44-713 ${ITEM}`]));
    await generated(app);
    expect(tree(app)).toEqual(before);
    expect(await upToDate(app)).toBe(true);
  });

  test.each([TAB, `<<<<<<< ours\n${YAML}`, "", "# later\n"])(
    "loses none for a file that does not parse: %j",
    async (broken) => {
      const app = await splitApp();
      write(app, ITEM, broken);
      const before = tree(app);
      for (const work of [() => generated(app), () => driftIn(app)]) {
        const error = await work().catch((reason: unknown) => reason);
        const said = (error as DiagnosticError).diagnostics;
        expect(said.map(({ code, severity, location }) => [code, severity, location?.line !== undefined])).toEqual([
          ["B44-110", "error", true],
        ]);
      }
      expect(tree(app)).toEqual(before);
    },
  );
});
