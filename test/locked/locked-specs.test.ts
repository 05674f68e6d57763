import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import { findDrift } from "../../src/pipeline/checks/drift.js";
import { specChanges } from "../../src/pipeline/checks/spec-changes.js";
import { prepareUpdate } from "../../src/pipeline/checks/update.js";
import { generate } from "../../src/pipeline/run/generate.js";
import { nothingToDo } from "../../src/pipeline/run/nothing-to-do.js";
import { configRequest } from "../../src/pipeline/run/run-config.js";
import type { RunOptions } from "../../src/pipeline/run/run-options.js";
import { formatLockedSpec, readLockedSpec } from "../../src/spec/locked/index.js";
import { folderOf, read, timedTree, tree, write } from "../cli/support/folders.js";
import { serve } from "../support/documents.js";
import { type Server, specServer } from "./support.js";

const OUT = "src/api/generated";
const COPY = "b44-gen.specs/crm.json";
const string = { type: "string" };
const answer = (schema: object) => ({ 200: { description: "d", content: { "application/json": { schema } } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Two operations have the same `operationId` but for case, so that their names depend on each other. */
const SPEC = {
  openapi: "3.0.3",
  info: { title: "Crm", version: "1" },
  servers: [{ url: "/v1" }],
  paths: {
    "/contacts": { get: { operationId: "list", tags: ["Contacts"], responses: answer(ref("Contact")) } },
    "/deals": { get: { operationId: "List", tags: ["Deals"], responses: answer(ref("contact")) } },
    "/notes": { get: { operationId: "notes", tags: ["Notes"], responses: answer({ type: "array", items: string }) } },
  },
  components: {
    schemas: {
      Contact: { type: "object", properties: { name: string } },
      contact: { type: "object", properties: { amount: { type: "number" } } },
    },
  },
};

interface App {
  folder: string;
  server: Server;
  generate(options?: RunOptions): Promise<Awaited<ReturnType<typeof generate>>>;
  select(operations: string[] | "all"): void;
  /** Names another spec. */
  move(spec: string): void;
}

async function appOf(operations: string[] | "all", spec: object = SPEC, way: object = {}): Promise<App> {
  const server = await specServer({ "/spec.json": JSON.stringify(spec) });
  const folder = folderOf({ "package.json": "{}" });
  const api = { spec: `${server.origin}/spec.json`, operations, ...way };
  const set = (changes: Partial<typeof api>) => {
    Object.assign(api, changes);
    write(folder, "b44-gen.config.json", JSON.stringify({ output: OUT, lang: "ts", apis: { crm: api } }));
  };
  set({});
  return {
    folder,
    server,
    select: (chosen) => set({ operations: chosen }),
    move: (moved) => set({ spec: moved }),
    generate: async (options) => generate(await configRequest(join(folder, "b44-gen.config.json"), options)),
  };
}

async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DiagnosticError) return error.diagnostics.map(({ code }) => code);
  throw error ?? new Error("Nothing was thrown.");
}

function isUpToDate({ folder }: App): Promise<boolean> {
  return nothingToDo(join(folder, "b44-gen.config.json"));
}

async function driftIn({ folder }: App): Promise<string[]> {
  const found = await findDrift(await configRequest(join(folder, "b44-gen.config.json"), { offline: true }));
  return found.map(({ code, message }) => `${code} ${message}`);
}

/** The tree without what is generated from nothing but the run: the code alone. */
function codeOf(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(tree(folder)).filter(([path]) => path.startsWith(OUT)));
}

describe("a spec from the network", () => {
  test("is locked, and then read from the copy: the same output without the network", async () => {
    const app = await appOf(["get:/contacts"]);
    await app.generate();
    const first = tree(app.folder);
    expect(Object.keys(JSON.parse(first[COPY]!).paths)).toEqual(["/contacts"]);
    app.server.close();
    rmSync(join(app.folder, OUT), { recursive: true });
    await app.generate();
    expect(tree(app.folder)).toEqual(first);
    const request = await configRequest(join(app.folder, "b44-gen.config.json"), { offline: true });
    expect(await findDrift(request)).toEqual([]);
  });

  test("has the names that the whole document determines", async () => {
    const all = await appOf("all");
    await all.generate();
    const one = await appOf(["get:/deals"]);
    await one.generate();
    await one.generate();
    const names = (text: string) =>
      [...text.matchAll(/export (?:async )?function (\w+)|interface (\w+)/g)].map(([all]) => all);
    const ofAll = names(codeOf(all.folder)[`${OUT}/crm.ts`]!);
    const ofOne = names(codeOf(one.folder)[`${OUT}/crm.ts`]!);
    expect(ofOne.filter((name) => !ofAll.includes(name))).toEqual([]);
    expect(ofOne.length).toBeGreaterThan(0);
    expect(codeOf(one.folder)[`${OUT}/crm.ts`]).not.toMatch(/function list\b/);
  });

  test("has the spec's own names, even if the config renames functions", async () => {
    const names = { "get:/notes": "list", "get:/deals": "allDeals" };
    const chosen = await appOf(["get:/deals", "get:/notes"], SPEC, { names });
    const plain = await appOf(["get:/deals", "get:/notes"]);
    await chosen.generate();
    await plain.generate();
    const { operations } = JSON.parse(read(chosen.folder, COPY))["x-b44-gen"].names;
    expect(operations).toEqual(JSON.parse(read(plain.folder, COPY))["x-b44-gen"].names.operations);
    const { [`${OUT}/crm.ts`]: module, [`${OUT}/crm.types.d.ts`]: types } = codeOf(chosen.folder);
    expect([...module!.matchAll(/export function (\w+)/g)].map(([, name]) => name).sort()).toEqual(
      ["allDeals", "createCrm", "list"].sort(),
    );
    for (const name of ["ListResult", "AllDealsResult"]) expect(types).toContain(`export type ${name} `);
    chosen.server.close();
    const first = tree(chosen.folder);
    await chosen.generate({ offline: true });
    expect(tree(chosen.folder)).toEqual(first);
  });

  test("neither its credentials nor its query are kept", async () => {
    const app = await appOf("all");
    const address = `${app.server.origin.replace("//", "//user:pass-word@")}/spec.json?token=t0ken`;
    const api = { spec: address, operations: "all" };
    write(app.folder, "b44-gen.config.json", JSON.stringify({ output: OUT, apis: { crm: api } }));
    await app.generate();
    const { "b44-gen.config.json": _, ...written } = tree(app.folder);
    const text = JSON.stringify(written);
    expect([text.includes("pass-word"), text.includes("t0ken")]).toEqual([false, false]);
    expect(app.server.requests[0]).toMatchObject({ path: "/spec.json?token=t0ken" });
    app.server.close();
    await app.generate();
  });

  test("a possibly different query is reported after the config changed, but not for a new copy", async () => {
    const app = await appOf("all");
    const address = `${app.server.origin}/spec.json`;
    const said = async (spec: string, options?: RunOptions) => {
      app.move(spec);
      return (await app.generate(options)).diagnostics.flatMap(({ code, help }) => (code === "B44-707" ? help : []));
    };
    expect(await said(`${address}?v=1`)).toEqual([]);
    expect(await said(`${address}?v=2`)).toEqual([expect.stringContaining("`b44-gen update crm`")]);
    expect(await said(`${address}?v=2`)).toEqual([]);
    expect(await said(`${address}?v=3`, { update: ["crm"] })).toEqual([]);
    expect(await said(address)).toEqual([]);
  });

  test("relative servers are resolved against its URL, and its documents become one", async () => {
    const spec = { ...SPEC, paths: { "/contacts": { get: { responses: { 200: { $ref: "other.json#/answer" } } } } } };
    const app = await appOf("all", spec, { via: { function: { secrets: {} } } });
    app.server.files["/other.json"] = JSON.stringify({ answer: answer(string)[200] });
    await app.generate();
    app.server.close();
    await app.generate();
    expect(JSON.stringify(tree(app.folder))).toContain(`${app.server.origin}/v1`);
    expect(read(app.folder, COPY)).not.toContain("other.json");
  });

  test("a local spec with references to the network is locked too", async () => {
    const app = await appOf("all");
    app.server.files["/other.json"] = JSON.stringify({ answer: answer(string)[200] });
    const $ref = `${app.server.origin}/other.json#/answer`;
    const spec = { ...SPEC, paths: { "/contacts": { get: { responses: { 200: { $ref } } } } } };
    write(app.folder, "spec.json", JSON.stringify(spec));
    const host = new URL(app.server.origin).host;
    const api = { spec: "spec.json", operations: "all", allowHost: [host] };
    write(app.folder, "b44-gen.config.json", JSON.stringify({ output: OUT, apis: { crm: api } }));
    await app.generate();
    const first = tree(app.folder);
    app.server.close();
    await app.generate();
    expect(tree(app.folder)).toEqual(first);
  });
});

/** An app whose spec lies in its folder, and refers to another one on the server. */
async function partlyRemote(paths: object): Promise<App> {
  const app = await appOf("all");
  const host = new URL(app.server.origin).host;
  app.server.files["/other.json"] = JSON.stringify({ answer: answer(string)[200] });
  write(app.folder, "spec.json", JSON.stringify({ ...SPEC, paths }).replaceAll("ORIGIN", app.server.origin));
  const api = { spec: "spec.json", operations: "all", allowHost: [host] };
  write(app.folder, "b44-gen.config.json", JSON.stringify({ output: OUT, apis: { crm: api } }));
  return app;
}

const REMOTE_ANSWER = { "/contacts": { get: { responses: { 200: { $ref: "ORIGIN/other.json#/answer" } } } } };

describe("a local spec with a part from the network", () => {
  test.each<[what: string, paths: object]>([
    ["a response", REMOTE_ANSWER],
    ["a response of one operation of two", { ...REMOTE_ANSWER, "/notes": SPEC.paths["/notes"] }],
    ["a path item", { "/contacts": { $ref: "ORIGIN/other.json#/item" } }],
  ])("is not fetched where nothing may be: %s", async (_, paths) => {
    const app = await partlyRemote(paths);
    const request = await configRequest(join(app.folder, "b44-gen.config.json"), { offline: true });
    expect((await findDrift(request)).map(({ code }) => code)).toEqual(["B44-701"]);
    expect(app.server.requests).toEqual([]);
  });

  test("is not locked if that part must not be read anyway", async () => {
    const app = await partlyRemote({ ...REMOTE_ANSWER, "/notes": SPEC.paths["/notes"] });
    const api = { spec: "spec.json", operations: ["get:/notes"] };
    write(app.folder, "b44-gen.config.json", JSON.stringify({ output: OUT, apis: { crm: api } }));
    await app.generate();
    const request = await configRequest(join(app.folder, "b44-gen.config.json"), { offline: true });
    expect(await findDrift(request)).toEqual([]);
    expect(app.server.requests).toEqual([]);
  });

  test("is known to change if its local part does", async () => {
    const app = await partlyRemote({ ...REMOTE_ANSWER, "/notes": SPEC.paths["/notes"] });
    await app.generate();
    expect(await isUpToDate(app)).toBe(true);
    write(app.folder, "spec.json", read(app.folder, "spec.json").replace('"1"', '"2"'));
    expect([await isUpToDate(app), await driftIn(app)]).toEqual([
      false,
      [expect.stringMatching(/^B44-704 .*spec\.json changed since b44-gen made .*crm\.json from it\.$/)],
    ]);
    await app.generate();
    expect([await isUpToDate(app), await driftIn(app)]).toEqual([true, []]);
    write(app.folder, "spec.json", read(app.folder, "spec.json").replace('"notes"', '"memos"'));
    await expect(app.generate()).rejects.toThrow(
      /B44-705 .*spec\.json no longer matches .*crm\.json, which was made from it\./,
    );
  });

  test("is no longer locked if no part of it comes from the network", async () => {
    const app = await partlyRemote(REMOTE_ANSWER);
    await app.generate();
    write(app.folder, "spec.json", JSON.stringify(SPEC));
    await app.generate();
    expect([existsSync(join(app.folder, COPY)), await isUpToDate(app), await driftIn(app)]).toEqual([false, true, []]);
  });

  test("is fetched once in a run", async () => {
    const app = await partlyRemote(REMOTE_ANSWER);
    await app.generate();
    expect(app.server.requests).toEqual([{ path: "/other.json", status: 200 }]);
    await app.generate();
    expect(app.server.requests).toHaveLength(1);
  });
});

describe("a larger selection", () => {
  test("is added if the locked operations are unchanged, whatever else changed", async () => {
    const app = await appOf(["get:/contacts"]);
    await app.generate();
    const before = codeOf(app.folder)[`${OUT}/crm.types.d.ts`]!;
    app.server.files["/spec.json"] = JSON.stringify({ ...SPEC, info: { title: "Crm", version: "2" } });
    app.select(["get:/contacts", "get:/notes"]);
    await app.generate();
    expect(Object.keys(JSON.parse(read(app.folder, COPY)).paths)).toEqual(["/contacts", "/notes"]);
    const kept = before.split("\n").filter((line) => line.startsWith("export"));
    expect(codeOf(app.folder)[`${OUT}/crm.types.d.ts`]!.split("\n")).toEqual(expect.arrayContaining(kept));
  });

  test("is refused if the locked operations changed", async () => {
    const app = await appOf(["get:/contacts"]);
    await app.generate();
    app.server.files["/spec.json"] = JSON.stringify(SPEC).replace('"name"', '"fullName"');
    app.select(["get:/contacts", "get:/notes"]);
    const before = timedTree(app.folder);
    expect(await codesOf(app.generate())).toEqual(["B44-705"]);
    expect(timedTree(app.folder)).toEqual(before);
  });

  test("falls back on the copy if the spec cannot be fetched", async () => {
    const app = await appOf(["get:/contacts"]);
    await app.generate();
    app.server.close();
    app.select(["get:/contacts", "get:/**"]);
    const { diagnostics } = await app.generate();
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toContain("warning B44-706");
    app.select(["get:/contacts", "get:/notes"]);
    expect(await codesOf(app.generate())).toEqual(["B44-706", "B44-202"]);
  });

  test("is a finding if nothing may be fetched", async () => {
    const app = await appOf(["get:/contacts"]);
    await app.generate();
    app.select(["get:/contacts", "get:/notes"]);
    const request = await configRequest(join(app.folder, "b44-gen.config.json"), { offline: true });
    expect((await findDrift(request)).map(({ code }) => code)).toEqual(["B44-704"]);
    expect(app.server.requests).toHaveLength(1);
  });

  test("a smaller one needs no network", async () => {
    const app = await appOf(["get:/contacts", "get:/notes"]);
    await app.generate();
    app.server.close();
    app.select(["get:/notes"]);
    await app.generate();
    expect(Object.keys(JSON.parse(read(app.folder, COPY)).paths)).toEqual(["/notes"]);
  });
});

describe("another location", () => {
  const TEXT = JSON.stringify(SPEC);

  test.each<[what: string, text: string, generating: string[], level: string[]]>([
    ["with the same spec", TEXT, [], []],
    ["with another spec", TEXT.replace('"name"', '"fullName"'), ["B44-705"], ["breaking"]],
  ])("%s is told of as one, and can be taken over", async (_, text, generating, levels) => {
    const app = await appOf(["get:/contacts"]);
    await app.generate();
    app.server.files["/new.json"] = text;
    app.move(`${app.server.origin}/new.json`);
    expect(await driftIn(app)).toEqual([
      expect.stringMatching(
        /^B44-704 The spec of crm is now .*\/new\.json, but .*crm\.json is a copy of .*\/spec\.json\.$/,
      ),
    ]);
    if (generating.length > 0)
      await expect(app.generate()).rejects.toThrow(
        /B44-705 The spec of crm is now .*\/new\.json, which does not match/,
      );
    const request = await configRequest(join(app.folder, "b44-gen.config.json"));
    const { report, write: apply } = await prepareUpdate(request, ["crm"]);
    expect(report.apis[0]!.changes.map(({ level }) => level)).toEqual(expect.arrayContaining(levels));
    await apply();
    expect(await driftIn(app)).toEqual([]);
  });

  test.each<[what: string, path: string]>([
    ["another path", "/new.json"],
    ["a path that leads there", "/to/new.json"],
    ["a query", "/spec.json?v=2"],
  ])("is not asked for the version of the old one: %s", async (_, path) => {
    const asked: string[] = [];
    const origin = await serve((request, response) => {
      const isKnown =
        request.headers["if-modified-since"] !== undefined || request.headers["if-none-match"] !== undefined;
      asked.push(`${request.url}${isKnown ? " if changed" : ""}`);
      const target = /^\/to(\/.*)/.exec(request.url ?? "")?.[1];
      if (target) return void response.writeHead(302, { location: target }).end();
      response.writeHead(isKnown ? 304 : 200, { etag: '"1"', "last-modified": "Mon, 01 Jan 2024 00:00:00 GMT" });
      response.end(isKnown ? "" : TEXT);
    });
    const app = await appOf(["get:/contacts"]);
    app.move(`${origin}/spec.json`);
    await app.generate();
    const compare = async () => specChanges(await configRequest(join(app.folder, "b44-gen.config.json")));
    await compare();
    expect(asked.splice(0)).toEqual(["/spec.json", "/spec.json if changed"]);
    app.move(`${origin}${path}`);
    await compare();
    expect([...new Set(asked)]).toEqual([path, ...(path.startsWith("/to") ? ["/new.json"] : [])]);
  });

  test("a file is read directly from then on", async () => {
    const app = await appOf(["get:/contacts"]);
    await app.generate();
    write(app.folder, "crm.json", TEXT);
    app.move("crm.json");
    await app.generate();
    expect([existsSync(join(app.folder, COPY)), await isUpToDate(app)]).toEqual([false, true]);
    write(app.folder, "crm.json", TEXT.replace('"name"', '"fullName"'));
    expect([await isUpToDate(app), (await driftIn(app)).length > 0]).toEqual([false, true]);
    await app.generate();
    expect(codeOf(app.folder)[`${OUT}/crm.types.d.ts`]).toContain("fullName");
  });
});

test.each(["list contacts", "x;alert(1)", "", "__proto__\n", "1a"])("a copy with the name %j is none", (name) => {
  const names = { factory: name, operations: {}, schemas: {} };
  const header = { origin: { spec: "s", url: "u", hash: "h" }, selection: [], names, security: [] };
  const read = (root: object) =>
    readLockedSpec(JSON.stringify(root), { uri: "file:///x.json", display: "x.json", api: "x" });
  const text = (own: object) => JSON.parse(formatLockedSpec({ openapi: "3.1.0" }, { ...header, ...own }));
  expect(read(text({ names: { ...names, factory: "createX" } })).header.names.factory).toBe("createX");
  expect(() => read(text({}))).toThrow("B44-703");
});

test.each<[tokens: unknown, isOne: boolean]>([
  [true, true],
  [undefined, true],
  ["yes", false],
])("a copy of a document that declares tokens: %j, is one: %j", (tokens, isOne) => {
  const names = { factory: "createX", operations: {}, schemas: {} };
  const header = { origin: { spec: "s", url: "u", hash: "h" }, selection: [], names, security: [] };
  const text = formatLockedSpec({ openapi: "3.1.0" }, { ...header, tokens: tokens as boolean });
  const read = () => readLockedSpec(text, { uri: "file:///x.json", display: "x.json", api: "x" }).header.tokens;
  if (isOne) expect(read()).toBe(tokens);
  else expect(read).toThrow("B44-703");
});

describe("a damaged copy", () => {
  test.each<[what: string, change: (app: App) => void, code: string, says?: string]>([
    ["missing", ({ folder }) => rmSync(join(folder, COPY)), "B44-701"],
    ["edited", ({ folder }) => write(folder, COPY, read(folder, COPY).replace("Crm", "Mine")), "B44-702"],
    ["no JSON", ({ folder }) => write(folder, COPY, "{"), "B44-703", "is not a valid locked copy of a spec."],
    [
      "left by a merge",
      ({ folder }) => write(folder, COPY, `<<<<<<< a\n${read(folder, COPY)}=======\n{}\n>>>>>>> b\n`),
      "B44-703",
      "has merge conflict markers.",
    ],
    [
      "left by a merge that left the lock like that too",
      ({ folder }) => {
        write(folder, COPY, read(folder, COPY).replace(/^ {4}"hash": .*$/m, "<<<<<<< a\n$&\n=======\n$&\n>>>>>>> b"));
        write(folder, "b44-gen.lock.json", `<<<<<<< a\n${read(folder, "b44-gen.lock.json")}=======\n{}\n>>>>>>> b\n`);
      },
      "B44-605",
    ],
    [
      "of another format",
      ({ folder }) => write(folder, COPY, read(folder, COPY).replace('"format": 1', '"format": 9')),
      "B44-703",
    ],
  ])("%s is a finding, and an update mends it", async (_, change, code, says = "") => {
    const app = await appOf("all");
    await app.generate();
    const whole = tree(app.folder);
    change(app);
    const config = join(app.folder, "b44-gen.config.json");
    const found = await findDrift(await configRequest(config, { offline: true }));
    expect(found.map((item) => item.code)).toEqual([code]);
    expect(found[0]?.message).toContain(says);
    if (code.startsWith("B44-70") && code !== "B44-701") expect(found[0]?.help).toContain("`b44-gen update crm`");
    const { write: apply } = await prepareUpdate(await configRequest(config), ["crm"]);
    await apply();
    expect(tree(app.folder)).toEqual(whole);
  });

  test("is also recreated for a local spec, and other edits are kept", async () => {
    const app = await partlyRemote(REMOTE_ANSWER);
    await app.generate();
    const whole = tree(app.folder);
    const update = async () =>
      (await prepareUpdate(await configRequest(join(app.folder, "b44-gen.config.json")), ["crm"])).write();
    const mine = `${whole[COPY]}`.replace("Crm", "Mine");
    write(app.folder, COPY, mine);
    await update();
    expect(tree(app.folder)).toEqual(whole);
    write(app.folder, COPY, mine);
    write(app.folder, `${OUT}/crm.ts`, `${whole[`${OUT}/crm.ts`]}// mine\n`);
    expect(await codesOf(update())).toEqual(["B44-601"]);
  });
});

describe("a copy that a formatter gave another form", () => {
  const forms: Record<string, (text: string) => string> = {
    "four spaces": (text) => JSON.stringify(JSON.parse(text), null, 4),
    "one line": (text) => JSON.stringify(JSON.parse(text)),
    "tabs, CRLF, and lists on one line": (text) =>
      text
        .replace(/\[\s+("[^"]*")\s+\]/g, "[$1]")
        .replaceAll("  ", "\t")
        .replaceAll("\n", "\r\n"),
  };

  test.each(Object.entries(forms))("stays as it is, and nothing is to do: %s", async (_, form) => {
    const app = await appOf("all");
    await app.generate();
    write(app.folder, COPY, form(read(app.folder, COPY)));
    const whole = tree(app.folder);
    const request = await configRequest(join(app.folder, "b44-gen.config.json"));
    expect(await findDrift(request)).toEqual([]);
    const { files } = await app.generate();
    expect(files.filter(({ action }) => action !== "unchanged")).toEqual([]);
    expect(tree(app.folder)).toEqual(whole);
  });

  test.each<[what: string, edit: (copy: typeof SPEC) => object]>([
    ["a value", (copy) => ({ ...copy, info: { ...copy.info, title: "Mine" } })],
    ["the order of members", ({ openapi, ...copy }) => ({ ...copy, openapi })],
  ])("is edited where more was changed: %s", async (_, edit) => {
    const app = await appOf("all");
    await app.generate();
    write(app.folder, COPY, JSON.stringify(edit(JSON.parse(read(app.folder, COPY))), null, 4));
    expect(await codesOf(app.generate())).toEqual(["B44-702"]);
  });

  test("is written again in b44-gen's form when it grows, and removed with its API", async () => {
    const app = await appOf(["get:/contacts"]);
    await app.generate();
    const format = () => write(app.folder, COPY, JSON.stringify(JSON.parse(read(app.folder, COPY)), null, 4));
    format();
    app.select("all");
    await app.generate();
    expect(read(app.folder, COPY)).toMatch(/^\{\n {2}"x-b44-gen"/);
    format();
    write(app.folder, "own.json", JSON.stringify(SPEC));
    const apis = { own: { spec: "./own.json", operations: "all" } };
    write(app.folder, "b44-gen.config.json", JSON.stringify({ output: OUT, lang: "ts", apis }));
    await app.generate();
    expect(existsSync(join(app.folder, COPY))).toBe(false);
  });
});

describe("upstream", () => {
  test("the server is asked whether the spec changed", async () => {
    const app = await appOf("all");
    await app.generate();
    const report = await specChanges(await configRequest(join(app.folder, "b44-gen.config.json")));
    expect(report.apis).toEqual([{ name: "crm", isSame: true, changes: [] }]);
    expect(app.server.requests.map(({ status }) => status)).toEqual([200, 304]);
  });

  test("changes of unselected operations do not count", async () => {
    const app = await appOf(["get:/contacts"]);
    await app.generate();
    app.server.files["/spec.json"] = JSON.stringify(SPEC).replace('"amount"', '"sum"');
    const report = await specChanges(await configRequest(join(app.folder, "b44-gen.config.json")));
    expect(report.apis).toEqual([{ name: "crm", isSame: false, changes: [] }]);
  });

  test("a removed operation that was named is a breaking change", async () => {
    const app = await appOf(["get:/contacts"]);
    await app.generate();
    const { "/contacts": _, ...paths } = SPEC.paths;
    app.server.files["/spec.json"] = JSON.stringify({ ...SPEC, paths });
    const { diagnostics } = await specChanges(await configRequest(join(app.folder, "b44-gen.config.json")));
    expect(diagnostics.map(({ code, location }) => [code, location?.line !== undefined])).toEqual([["B44-720", true]]);
  });

  test.each<[names: object, wanted: [kind: string, level: string]]>([
    [{}, ["function-renamed", "breaking"]],
    [{ "get:/notes": "notes" }, ["operation-id-changed", "safe"]],
  ])("a new operationId breaks nothing that the config names: %j", async (names, wanted) => {
    const app = await appOf(["get:/notes"], SPEC, { names });
    await app.generate();
    app.server.files["/spec.json"] = JSON.stringify(SPEC).replace('"operationId":"notes"', '"operationId":"allNotes"');
    const { apis } = await specChanges(await configRequest(join(app.folder, "b44-gen.config.json")));
    expect(apis.map(({ changes }) => changes.map(({ kind, level }) => [kind, level]))).toEqual([[wanted]]);
  });

  test("an update applies all changes", async () => {
    const app = await appOf("all");
    await app.generate();
    app.server.files["/spec.json"] = JSON.stringify(SPEC).replace('"name"', '"fullName"');
    const request = await configRequest(join(app.folder, "b44-gen.config.json"));
    const { report, unreachable, write: apply } = await prepareUpdate(request, ["crm"]);
    expect(report.apis[0]!.changes.map(({ level }) => level)).toContain("breaking");
    expect(unreachable).toEqual([]);
    await apply();
    expect(codeOf(app.folder)[`${OUT}/crm.types.d.ts`]).toContain("fullName");
    expect((await specChanges(request)).apis[0]!.isSame).toBe(true);
  });

  const answers = (text: string) => (server: Server) => Object.assign(server.files, { "/spec.json": text });

  test.each<[what: string, change: (server: Server) => void]>([
    ["is unreachable", (server) => server.close()],
    ["vanished", (server) => Reflect.deleteProperty(server.files, "/spec.json")],
    ["turned into a web page", answers("<!doctype html><html></html>")],
    ["is cut off", answers(JSON.stringify(SPEC).slice(0, 300))],
  ])("a spec that %s leaves everything as it was", async (_, change) => {
    const app = await appOf("all");
    await app.generate();
    const before = timedTree(app.folder);
    change(app.server);
    const request = await configRequest(join(app.folder, "b44-gen.config.json"));
    const { unreachable, write: apply } = await prepareUpdate(request, ["crm"]);
    expect(unreachable.map(({ code }) => code)).toEqual(["B44-706"]);
    await apply();
    expect(timedTree(app.folder)).toEqual(before);
    const { apis, diagnostics } = await specChanges(request);
    expect([apis, diagnostics[0]?.code]).toEqual([[], expect.stringMatching(/^B44-10[2-5]$/)]);
  });
});
