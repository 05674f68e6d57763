import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { packagesLoaded } from "../../bench/loaded-modules.mjs";
import type { Diagnostic } from "../../src/diagnostics/index.js";
import { contentHash } from "../../src/files/index.js";
import { stampText } from "../../src/project/stamp.js";
import { type Server, specServer } from "../locked/support.js";
import { folderOf, read, timedTree, write } from "./support/folders.js";
import { run } from "./support/in-process.js";
import { type Outcome, run as runProcess } from "./support/process.js";

const OUT = "src/api/generated";
const contact = (name: string) => ({ type: "object", properties: { [name]: { type: "string" } }, required: [name] });
const spec = (name: string) =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Crm", version: "1" },
    paths: {
      "/contacts": {
        get: {
          operationId: "listContacts",
          responses: { 200: { description: "", content: { "application/json": { schema: contact(name) } } } },
        },
      },
    },
  });

const APP = `import { listContacts } from "./api/generated/crm";

export async function names(base44: Parameters<typeof listContacts>[0]) {
  const result = await listContacts(base44);
  return result.success ? result.data.name : "";
}
`;

const config = (apis: object) => JSON.stringify({ output: OUT, lang: "ts", apis });

let server: Server;
let app: string;
const b44 = (...args: string[]): Promise<Outcome> => run(args, { cwd: app });

beforeEach(async () => {
  server = await specServer({ "/spec.json": spec("name") });
  const api = { spec: `${server.origin}/spec.json`, operations: "all" };
  app = folderOf({
    "package.json": "{}",
    // Without the library of browsers, which takes the compiler most of its time.
    "tsconfig.json": JSON.stringify({
      compilerOptions: { strict: true, lib: ["es2022"], module: "esnext", moduleResolution: "bundler" },
    }),
    "b44-gen.config.json": config({ crm: api }),
    "src/app.ts": APP,
  });
  expect((await b44()).status).toBe(0);
});

describe("check after a run with options", () => {
  const other = "b44-gen last ran with other options than this check";

  test.each<[options: string, found: string]>([
    ["--lang ts", ""],
    ["--errors result", ""],
    [`--out ${OUT}`, ""],
    ["--all", ""],
    ["--force", ""],
    ["--write-connectors --legacy-serve", ""],
    ["--allow-file . --allow-host example.com", ""],
    ["--lang js", other],
    ["--errors throw", other],
    ["--out src/elsewhere", other],
  ])("%s finds: %s", async (options, found) => {
    expect((await b44("generate", ...options.split(" "))).status).toBe(0);
    const { status, stdout, stderr } = await b44("check");
    expect([status, stdout + stderr]).toEqual([found ? 1 : 0, expect.stringContaining(found)]);
    expect((await b44()).status).toBe(0);
    expect((await b44("check")).status).toBe(0);
  });
});

test("check finds nothing after a run with the language that the project has by itself", async () => {
  const { lang: _, ...rest } = JSON.parse(read(app, "b44-gen.config.json"));
  write(app, "b44-gen.config.json", JSON.stringify(rest));
  await b44("--lang", "ts");
  expect((await b44("check")).stdout).toBe("The generated code matches the config and the specs.\n");
});

describe("check", () => {
  test("exits with 0 if everything is up to date, and loads almost nothing", async () => {
    const env = { CI: "" };
    expect(await run(["check"], { cwd: app, env })).toMatchObject({
      status: 0,
      stdout: "The generated code matches the config and the specs.\n",
    });
    await runProcess([], { cwd: app });
    const { status, packages } = packagesLoaded(["check"], app, env);
    const heavy = ["handlebars", "jiti", "js-yaml", "openapi-typescript", "ts-morph", "zod"];
    expect([status, heavy.filter((name) => packages.has(name))]).toEqual([0, []]);
  });

  test("loads the config once, whatever it checks", async () => {
    rmSync(join(app, "b44-gen.config.json"));
    const apis = config({ crm: { spec: `${server.origin}/spec.json`, operations: "all" } });
    write(app, "b44-gen.config.js", `process.stderr.write("loaded\\n");\nexport default ${apis};`);
    const { stderr } = await b44("check", "--upstream");
    expect(stderr.match(/^loaded$/gm)).toHaveLength(1);
  });

  test("does not rely on hashes of the lock in CI, because a contributor may have changed both", async () => {
    const [path, lock] = [`${OUT}/crm.ts`, "b44-gen.lock.json"];
    const text = read(app, path);
    const body = text.slice(text.indexOf("\n\n") + 2);
    const changed = stampText(`${body}fetch("https://evil.example");\n`, { language: "ts" });
    write(app, path, changed);
    write(app, lock, read(app, lock).replaceAll(contentHash(text), contentHash(changed)));
    const { status, stderr } = await run(["check"], { cwd: app, env: { CI: "true" } });
    expect([status, stderr]).toEqual([1, expect.stringContaining(`error B44-711 ${path}`)]);
  });

  test("exits with 1 if something is out of date, writes nothing, and reports it in every format", async () => {
    rmSync(join(app, OUT, "crm.ts"));
    const before = timedTree(app);
    const [text, json, github, sarif] = await Promise.all([
      b44("check"),
      b44("check", "--json"),
      b44("check", "--reporter", "github"),
      b44("check", "--reporter", "sarif"),
    ]);
    expect([text, json, github, sarif].map(({ status }) => status)).toEqual([1, 1, 1, 1]);
    expect(text!.stderr).toContain(`error B44-710 ${OUT}/crm.ts is missing.`);
    const [found] = JSON.parse(json!.stdout).diagnostics;
    expect(found).toMatchObject({ code: "B44-710", severity: "error", location: { file: `${OUT}/crm.ts` } });
    expect(github!.stdout).toMatch(/^::error file=src\/api\/generated\/crm\.ts,title=B44-710 [^:]*::/);
    expect(JSON.parse(sarif!.stdout).runs[0].results[0].ruleId).toBe("B44-710");
    expect(timedTree(app)).toEqual(before);
  });

  test.each([["--json"], ["--reporter", "json"], ["--reporter=json"]])(
    "says in JSON what stopped it: %j",
    async (...form) => {
      for (const args of [["--config", "absent.json"], ["--nonsense"]]) {
        const { status, stdout } = await b44("check", ...args, ...form);
        expect([status, JSON.parse(stdout).diagnostics.length]).toEqual([2, 1]);
      }
    },
  );

  test.each([
    ["github", /^::error .*title=B44-502 /],
    ["sarif", /"ruleId": "B44-502"/],
    ["junit", /<failure type="B44-502 /],
  ])("says for %s what stopped it", async (reporter, want) => {
    const { status, stdout } = await b44("check", "--config", "absent.json", "--reporter", reporter);
    expect(status).toBe(2);
    expect(stdout).toMatch(want);
  });

  test("--upstream distinguishes a breaking change, and what it breaks, from a missing spec", async () => {
    server.files["/spec.json"] = spec("fullName");
    const { status, stdout } = await b44("check", "--upstream", "--json");
    const { diagnostics, apis, places } = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(apis[0].changes.map(({ level }: { level: string }) => level)).toContain("breaking");
    expect(places).toEqual([expect.objectContaining({ file: "src/app.ts", line: 5 })]);
    expect(diagnostics.find(({ code }: { code: string }) => code === "B44-723").help).toContain("`b44-gen update crm`");
    expect(diagnostics.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(["B44-720", "B44-723"]),
    );
    server.close();
    expect(await b44("check")).toMatchObject({ status: 0 });
    expect(await b44("check", "--upstream")).toMatchObject({ status: 3 });
  });

  test("--upstream reports a call that lacks a newly required value, whatever else the compiler reports", async () => {
    const withParameter = (name: string, required: boolean) => {
      const document = JSON.parse(spec("name"));
      document.paths["/contacts"].get.parameters = [{ name, in: "query", required, schema: { type: "integer" } }];
      return JSON.stringify(document);
    };
    server.files["/spec.json"] = withParameter("pageSize", false);
    await b44("update");
    const call = "listContacts(base44, { queryParams: { pageSize: 2 } })";
    write(app, "src/app.ts", APP.replace("listContacts(base44)", call));
    server.files["/spec.json"] = withParameter("per", true);
    const { status, stderr } = await b44("check", "--upstream");
    expect([status, stderr.match(/^(?:error|warning) B44-\d+/gm)]).toEqual([
      1,
      ["warning B44-721", "error B44-720", "error B44-723"],
    ]);
    expect(stderr).toContain("src/app.ts:4");
    expect(stderr).toMatch(/error B44-723 .*'pageSize' does not exist in type/);
  });

  test("--upstream reports as a warning what a risky change breaks beside a breaking one", async () => {
    const withParameter = (property: string, name: string) => {
      const document = JSON.parse(spec(property));
      document.paths["/contacts"].get.parameters = [{ name, in: "query", schema: { type: "integer" } }];
      return JSON.stringify(document);
    };
    server.files["/spec.json"] = withParameter("name", "limit");
    await b44("update");
    write(app, "src/app.ts", APP.replace("(base44)", "(base44, { queryParams: { limit: 2 } })"));
    server.files["/spec.json"] = withParameter("fullName", "max");
    const { diagnostics, places } = JSON.parse((await b44("check", "--upstream", "--json")).stdout);
    const found = diagnostics.filter(({ code }: { code: string }) => code === "B44-723");
    expect(found.map((item: Diagnostic) => `${item.severity} ${item.location?.line}`)).toEqual([
      "warning 4",
      "error 5",
    ]);
    expect(places.map(({ line }: { line: number }) => line)).toEqual([4, 5]);
  });

  test("--upstream reports what a risky change breaks if nothing is breaking", async () => {
    const withStates = (...states: string[]) => {
      const document = JSON.parse(spec("name"));
      const { schema } = document.paths["/contacts"].get.responses[200].content["application/json"];
      schema.properties.name.enum = states;
      return JSON.stringify(document);
    };
    server.files["/spec.json"] = withStates("open", "closed");
    await b44("update");
    const use = 'const state: "open" | "closed" = result.success ? result.data.name : "open";\n  return state;';
    write(app, "src/app.ts", APP.replace('return result.success ? result.data.name : "";', use));
    server.files["/spec.json"] = withStates("open", "closed", "merged");
    const { diagnostics } = JSON.parse((await b44("check", "--upstream", "--json")).stdout);
    expect(diagnostics.map((item: Diagnostic) => `${item.severity} ${item.code}`)).toEqual([
      "warning B44-721",
      "warning B44-723",
    ]);
  });

  test("--upstream and update report the changes of an operation that can no longer be carried, and the reason", async () => {
    const withPayload = (mediaType: string) => {
      const document = JSON.parse(spec("name"));
      const content = { [mediaType]: { schema: { type: "object" } } };
      document.paths["/contacts"].post = {
        requestBody: { content, required: true },
        responses: { 200: { description: "" } },
      };
      return JSON.stringify(document);
    };
    const api = { spec: `${server.origin}/spec.json`, operations: ["get:/contacts", "post:/contacts"] };
    write(app, "b44-gen.config.json", config({ crm: api }));
    server.files["/spec.json"] = withPayload("application/json");
    await b44("update");
    server.files["/spec.json"] = withPayload("multipart/form-data");
    const before = timedTree(app);
    const { status, stdout } = await b44("check", "--upstream", "--json");
    const found = JSON.parse(stdout).diagnostics.map(({ code }: Diagnostic) => code);
    expect([status, found]).toEqual([1, ["B44-720", "B44-301"]]);
    const update = await b44("update");
    expect([update.status, update.stderr.match(/^error B44-\d+/gm)]).toEqual([2, ["error B44-720", "error B44-301"]]);
    expect(timedTree(app)).toEqual(before);
  });

  test("--upstream reports a call whose result cannot be followed, because it loses its type", async () => {
    const call = 'client.integrations.custom.call("crm", "get:/contacts")';
    write(app, "src/raw.ts", `export async function f(client: any, show: any) {\n  show(await ${call});\n}\n`);
    server.files["/spec.json"] = spec("fullName");
    const { diagnostics } = JSON.parse((await b44("check", "--upstream", "--json")).stdout);
    const found = diagnostics.find(({ code }: { code: string }) => code === "B44-724");
    expect(found?.location).toMatchObject({ file: "src/raw.ts", line: 2 });
  });

  test("--upstream checks every source, however few files may be open at once", async () => {
    for (let index = 0; index < 120; index++) write(app, `src/a${index}.ts`, "export {};\n");
    server.files["/spec.json"] = spec("fullName");
    const { stdout } = await runProcess(["check", "--upstream", "--json"], { cwd: app, openFiles: 100 });
    expect(JSON.parse(stdout).places).toHaveLength(1);
  });

  test("--upstream checks the whole app, wherever its config is", async () => {
    const folder = folderOf({
      "package.json": "{}",
      "src/api/b44-gen.config.json": read(app, "b44-gen.config.json").replace(OUT, "generated"),
      "src/app.ts": APP,
    });
    const config = ["--config", "src/api/b44-gen.config.json"];
    expect((await run(config, { cwd: folder })).status).toBe(0);
    server.files["/spec.json"] = spec("fullName");
    const { stdout } = await run(["check", "--upstream", "--json", ...config], { cwd: folder });
    const { diagnostics, places } = JSON.parse(stdout);
    const broken = diagnostics.find(({ code }: { code: string }) => code === "B44-723");
    expect([places[0]?.file, broken?.location.file]).toEqual(["src/app.ts", "src/app.ts"]);
  });

  test.each([
    [["check", "--shard", "3/2"], "--shard 3/2"],
    [["check", "--reporter", "xml"], "xml"],
    [["diff", "nothing"], "nothing"],
    [["update", "nothing"], "nothing"],
  ])("%j ends with 2", async (args, named) => {
    const { status, stderr } = await b44(...args);
    expect([status, stderr.includes(named), stderr.includes("    at ")]).toEqual([2, true, false]);
  });
});

describe("diff and update", () => {
  test("report the changes, and update applies them", async () => {
    server.files["/spec.json"] = spec("fullName");
    const before = timedTree(app);
    const compared = await b44("diff", "crm", "--markdown", "../report.md");
    expect(compared.status).toBe(1);
    expect(compared.stderr).toContain("src/app.ts:5");
    expect(timedTree(app)).toEqual(before);
    expect(read(join(app, ".."), "report.md")).toContain("src/app.ts:5");
    rmSync(join(app, "../report.md"));

    const helpIn = (text: string) =>
      JSON.parse(text).diagnostics.find(({ code }: { code: string }) => code === "B44-720").help;
    expect(helpIn((await b44("update", "crm", "--json", "--dry-run")).stdout)).toContain("Run `b44-gen update crm`");
    const updated = await b44("update", "crm", "--json");
    expect(helpIn(updated.stdout)).toContain("This update applies the change");
    const { files, changes } = JSON.parse(updated.stdout);
    expect(updated.status).toBe(0);
    expect(changes[0].changes.length).toBeGreaterThan(0);
    expect(files.filter(({ action }: { action: string }) => action === "update").length).toBeGreaterThan(0);
    expect(read(app, `${OUT}/crm.types.d.ts`)).toContain("fullName");
    expect(await b44("diff")).toMatchObject({ status: 0, stdout: "No selected operation changed.\n" });
  });

  test("--json has each change of the spec once, and each of its places", async () => {
    const shared = (name: string) => {
      const document = JSON.parse(spec(name));
      document.paths["/contacts/first"] = { get: { responses: document.paths["/contacts"].get.responses } };
      const text = JSON.stringify(document).replaceAll(
        JSON.stringify(contact(name)),
        '{"$ref":"#/components/schemas/C"}',
      );
      return JSON.stringify({ ...JSON.parse(text), components: { schemas: { C: contact(name) } } });
    };
    server.files["/spec.json"] = shared("name");
    await b44("update");
    server.files["/spec.json"] = shared("fullName");
    const [{ groups, changes }] = JSON.parse((await b44("diff", "--json")).stdout).apis;
    const operations = ["get:/contacts", "get:/contacts/first"];
    expect(groups).toEqual([
      {
        kind: "response-property-removed",
        level: "breaking",
        message: expect.any(String),
        operations,
        changes: [0, 2],
      },
      { kind: "response-property-added", level: "safe", message: expect.any(String), operations, changes: [1, 3] },
    ]);
    expect(changes.map(({ kind, operation }: Record<string, string>) => `${kind} ${operation}`)).toEqual([
      "response-property-removed get:/contacts",
      "response-property-added get:/contacts",
      "response-property-removed get:/contacts/first",
      "response-property-added get:/contacts/first",
    ]);
  });

  test("a safe change exits with 0, unless --fail-on includes it", async () => {
    server.files["/spec.json"] = spec("name")
      .replace('"required"', '"title":"Contact","x":1,"required"')
      .replace('{"name":{"type":"string"}}', '{"name":{"type":"string"},"more":{"type":"string"}}');
    expect(await b44("diff")).toMatchObject({ status: 0 });
    expect(await b44("diff", "--fail-on", "safe")).toMatchObject({ status: 1 });
  });

  test("an update whose spec is missing changes nothing, and exits with 3", async () => {
    const before = timedTree(app);
    server.close();
    const { status, stdout, stderr } = await b44("update");
    expect([status, stdout, stderr.includes("warning B44-706")]).toEqual([3, "", true]);
    expect(timedTree(app)).toEqual(before);
  });
});

describe("an API whose spec is a file", () => {
  beforeEach(async () => {
    write(app, "crm.json", spec("name"));
    write(app, "b44-gen.config.json", config({ crm: { spec: "crm.json", operations: "all" } }));
    expect((await b44()).status).toBe(0);
  });

  test.each<[command: string[], want: RegExp]>([
    [["diff", "crm"], /^The spec of crm is a local file, \S*crm\.json, which b44-gen does not lock\. `git diff` .*\n$/],
    [["diff"], /^All specs are local files, which b44-gen does not lock. `git diff` .*\n$/],
    [["update", "crm"], /^The spec of crm is a local file, .*\nEverything is up to date\.\n$/],
    [["update"], /^Everything is up to date\.\n$/],
  ])("has nothing to compare: %j", async (command, want) => {
    const { status, stdout, stderr } = await b44(...command);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(want);
  });
});

test.each([["diff"], ["check", "--upstream"]])(
  "a spec that is gone ends %s with 3, and hides no change",
  async (...command) => {
    const apis = ["spec", "other"].map((name) => [name, { spec: `${server.origin}/${name}.json`, operations: "all" }]);
    server.files["/other.json"] = spec("name");
    write(app, "b44-gen.config.json", config(Object.fromEntries(apis)));
    await b44();
    Reflect.deleteProperty(server.files, "/spec.json");
    server.files["/other.json"] = spec("fullName");
    const { status, stdout } = await b44(...command, "--json");
    const codes = JSON.parse(stdout).diagnostics.map(({ code }: Diagnostic) => code);
    expect([status, codes]).toEqual([3, expect.arrayContaining(["B44-720", "B44-102"])]);
  },
);

test("check names every copy that is missing", async () => {
  const api = { spec: `${server.origin}/spec.json`, operations: "all" };
  write(app, "b44-gen.config.json", config({ crm: api, other: api }));
  await b44();
  for (const name of ["crm", "other"]) rmSync(join(app, `b44-gen.specs/${name}.json`));
  const { status, stderr } = await b44("check");
  expect(status).toBe(1);
  expect(stderr.match(/b44-gen\.specs\/\w+\.json, the copy of \w+'s spec, is missing/g)).toHaveLength(2);
});

test.each<[command: string[], members: string[]]>([
  [["check"], []],
  [
    ["check", "--upstream"],
    ["apis", "places"],
  ],
  [["diff"], ["apis", "places"]],
  [["update"], ["files", "apis", "changes", "places"]],
])("the JSON document of %j has the same members where it is given up", async (command, members) => {
  const keys = async () => Object.keys(JSON.parse((await b44(...command, "--json")).stdout)).sort();
  const want = [...members, "diagnostics"].sort();
  expect(await keys()).toEqual(want);
  write(app, "b44-gen.config.json", "{");
  expect(await keys()).toEqual(want);
});
