import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/config/index.js";
import type { InitOptions } from "../../src/init/index.js";
import { folderOf, read, tree, write } from "../cli/support/folders.js";
import { specServer } from "../locked/support.js";
import { initIn, install, refusal, specOf, typedApp } from "./support.js";

test("writes a commented config that loads, and returns what to run next", async () => {
  const app = typedApp();
  install(app);
  const { files, api, next, diagnostics } = await initIn(app);
  expect(files.map(({ path, action }) => [path, action])).toEqual([[join(app, "b44-gen.config.ts"), "create"]]);
  expect(read(app, "b44-gen.config.ts")).toBe(`import { defineConfig } from "b44-gen";

// What b44-gen generates for this app. Paths are relative to this file. Run b44-gen after every change.
export default defineConfig({
  // Folder for the generated code.
  output: "src/api/generated",
  // What a call does on an error status: "result" returns it as a typed result, "throw" throws an error.
  errors: "result",
  apis: {
    // The slug of the custom integration, as the workspace admin sees it.
    things: {
      // The OpenAPI spec: a path or a URL. b44-gen keeps a copy of a URL; \`b44-gen update\` fetches it again.
      spec: "./specs/things.json",
      // A workspace admin imports the spec and sets the credentials; \`b44-gen export\` prints the spec to import.
      via: "integration",
      // The operations: "get:/path/{id}", "get:/path/**", "tag:Name", "id:operationId"; or "all".
      // \`b44-gen inspect\` lists them.
      operations: "all",
    },
  },
});
`);
  expect(api).toEqual({ name: "things", title: "Things", via: "integration", operations: 3 });
  expect(next.map(({ command }) => command)).toEqual(["npx b44-gen", "npx b44-gen export things --out things.json"]);
  expect(diagnostics).toEqual([]);
});

test("without b44-gen in the project's packages, nothing is imported and the first step is to add it", async () => {
  const app = typedApp({ "package.json": "{}", "package-lock.json": "", "pnpm-lock.yaml": "" });
  const { next } = await initIn(app);
  const text = read(app, "b44-gen.config.ts");
  expect(text).toMatch(
    /^\/\/ What b44-gen .+\n\/\*\* @type \{import\("b44-gen"\)\.UserConfig\} \*\/\nconst config = \{\n/,
  );
  expect(text).toMatch(/\n\};\n\nexport default config;\n$/);
  expect(text).not.toContain("defineConfig");
  expect(next.map(({ command }) => command)[0]).toBe("pnpm add --save-dev b44-gen");
});

test("names the deployment of a function as a next command", async () => {
  const { next } = await initIn(typedApp(), { via: "function" });
  expect(next.map(({ command }) => command)).toEqual(["npx b44-gen", "base44 functions deploy"]);
});

test("counts the operations that the transport carries, and warns about the others", async () => {
  const form = { required: true, content: { "multipart/form-data": { schema: { type: "object" } } } };
  const upload = { post: { operationId: "upload", requestBody: form, responses: {} } };
  const spec = JSON.parse(specOf(2));
  const files = { "specs/things.json": JSON.stringify({ ...spec, paths: { ...spec.paths, "/files": upload } }) };
  const { api, diagnostics } = await initIn(typedApp(files));
  expect(api?.operations).toBe(2);
  expect(diagnostics.map(({ code }) => code)).toEqual(["B44-301"]);
});

test("reads a spec from the network once", async () => {
  const server = await specServer({ "/things.json": specOf(3) });
  await initIn(typedApp(), { spec: `${server.origin}/things.json` });
  expect(server.requests.map(({ path }) => path)).toEqual(["/things.json"]);
});

const secured = specOf(2, {
  security: [{ key: [] }],
  components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
});

const pay = (tokenUrl: string) =>
  specOf(1, {
    security: [{ oauth: [] }],
    components: {
      securitySchemes: { oauth: { type: "oauth2", flows: { clientCredentials: { tokenUrl, scopes: {} } } } },
    },
  });

const upload = specOf(1, {
  paths: {
    "/upload": { post: { requestBody: { required: true, content: { "multipart/form-data": {} } }, responses: {} } },
  },
});

const calendar = specOf(1, { servers: [{ url: "https://www.googleapis.com/calendar/v3" }] });

test.each<[string, InitOptions, string, object]>([
  ["JavaScript", { configFormat: "js" }, "b44-gen.config.js", { via: "integration", operations: "all" }],
  ["JSON", { configFormat: "json", lang: "js" }, "b44-gen.config.json", { via: "integration" }],
  ["the language of --lang", { lang: "js" }, "b44-gen.config.js", {}],
  [
    "patterns",
    { select: ["tag:Even", "tag:Odd it's", "get:/things/0"] },
    "b44-gen.config.ts",
    {
      operations: ["tag:Even", "tag:Odd it's", "get:/things/0"],
    },
  ],
  [
    "many patterns",
    { select: Array.from({ length: 40 }, (_, index) => `get:/things/${index % 3}`) },
    "b44-gen.config.ts",
    {
      operations: Array.from({ length: 40 }, (_, index) => `get:/things/${index % 3}`),
    },
  ],
  ["a function", { via: "function" }, "b44-gen.config.ts", { via: { function: { secrets: {} } }, access: "user" }],
  [
    "a base URL",
    { via: "function", baseUrl: "https://a.example/v1" },
    "b44-gen.config.ts",
    { baseUrl: "https://a.example/v1" },
  ],
  [
    "a secret",
    { spec: "specs/secured.json", secret: ["key=THINGS_KEY"] },
    "b44-gen.config.ts",
    {
      via: { function: { secrets: { key: "THINGS_KEY" } } },
    },
  ],
  [
    "an OAuth client",
    { spec: "specs/pay.json", secret: ["oauth=client:PAY_ID:PAY_SECRET"], baseUrl: "https://api.acme.com" },
    "b44-gen.config.ts",
    {
      via: { function: { secrets: { oauth: { clientId: "PAY_ID", clientSecret: "PAY_SECRET" } } } },
    },
  ],
  [
    "an OAuth client, and where its tokens come from",
    {
      spec: "specs/pay.json",
      secret: ["oauth=client:PAY_ID:PAY_SECRET"],
      tokenUrl: "https://auth.acme.com/token",
      baseUrl: "https://api.acme.com",
    },
    "b44-gen.config.ts",
    { via: { function: { secrets: { oauth: { clientId: "PAY_ID", tokenUrl: "https://auth.acme.com/token" } } } } },
  ],
  [
    "a connector by type",
    { connector: "googlecalendar", spec: "specs/calendar.json" },
    "b44-gen.config.ts",
    {
      via: { connector: "googlecalendar" },
      scopes: "least",
    },
  ],
  [
    "a connector by ID",
    { connector: "appUser:0123456789abcdef01234567" },
    "b44-gen.config.ts",
    {
      via: { connector: { appUser: "0123456789abcdef01234567" } },
    },
  ],
  [
    "what references may read",
    { allowFile: ["shared"], allowHost: ["a.example"] },
    "b44-gen.config.ts",
    {
      allowFile: ["./shared"],
      allowHost: ["a.example"],
    },
  ],
])("writes %s, and it loads as that", async (_, options, name, want) => {
  const app = typedApp({
    "specs/secured.json": secured,
    "specs/pay.json": pay("/token"),
    "specs/calendar.json": calendar,
    "shared/x.json": "{}",
  });
  await initIn(app, options);
  const { config } = await loadConfig(join(app, name));
  expect(config.apis.things).toMatchObject(want);
  expect(config.lang).toBe(options.lang);
});

test("the config is at the project's root, with paths from there", async () => {
  const app = typedApp();
  await initIn(join(app, "src"), { spec: "../specs/things.json" });
  expect((await loadConfig(join(app, "b44-gen.config.ts"))).config.apis.things?.spec).toBe("./specs/things.json");
});

test("text from the command line cannot become code", async () => {
  const name = `a"; process.exit(9); ".json`;
  const app = typedApp({ [`specs/${name}`]: specOf(1) });
  await initIn(app, { spec: `specs/${name}`, select: ["tag:Even", '*:/**"]}};throw 1;//'] });
  const { config } = await loadConfig(join(app, "b44-gen.config.ts"));
  expect(config.apis.things).toMatchObject({
    spec: `./specs/${name}`,
    operations: ["tag:Even", '*:/**"]}};throw 1;//'],
  });
});

test.each<[string, InitOptions, RegExp]>([
  ["no spec", { spec: undefined }, /^B44-506 --spec is missing/],
  ["standard input", { spec: "-" }, /^B44-506 .+standard input/],
  ["no slug", { slug: undefined }, /^B44-506 --slug is missing/],
  ["a wrong slug", { slug: "a b" }, /^B44-505 "a b" is not a valid slug/],
  ["--select with --all", { select: ["tag:Even"], all: true }, /^B44-506 --select and --all/],
  ["a connector without its type", { via: "connector" }, /^B44-506 --via connector needs --connector/],
  [
    "a connector with another way",
    { via: "function", connector: "slack" },
    /^B44-506 --connector cannot be combined with/,
  ],
  ["a secret with another way", { via: "integration", secret: ["a=B"] }, /^B44-506 --secret cannot be combined with/],
  ["a secret without a name", { secret: ["bearerAuth"] }, /^B44-506 --secret needs the form SCHEME=NAME/],
  [
    "a secret itself",
    { secret: ["bearerAuth=ghp_abcdefghijklmnop1234567890"] },
    /^B44-509 --secret bearerAuth looks like/,
  ],
  ["a secret of no known kind", { secret: ["k=re_abcdefghijklmnop1234567890"] }, /^B44-509 --secret k looks like/],
  ["a password", { secret: ["k=ADMIN:hunter2"] }, /^B44-509 --secret k looks like/],
  ["a secret of an OAuth client", { secret: ["k=client:PAY_ID:hunter2"] }, /^B44-509 --secret k looks like/],
  [
    "an OAuth client of which the spec does not say enough",
    { spec: "specs/pay.json", secret: ["oauth=client:A_ID:A_SECRET"], baseUrl: "https://a.acme.com" },
    /^B44-350 .+ \/ .+--token-url/,
  ],
  [
    "a token URL over plain http",
    { secret: ["oauth=client:A_ID:A_SECRET"], tokenUrl: "http://auth.acme.com/token" },
    /^B44-506 --token-url must be an https URL/,
  ],
  ["a token URL of no client", { tokenUrl: "https://auth.acme.com/token" }, /^B44-506 --token-url needs --secret/],
  ["a URL with a password", { spec: "https://a:b@example.com/x.json" }, /^B44-509 The spec's URL contains/],
  ["a spec that is not there", { spec: "specs/none.json" }, /^B44-101 /],
  ["a pattern that names nothing", { select: ["get:/nothing"] }, /^B44-202 /],
  [
    "a secret that is missing",
    { spec: "specs/secured.json", via: "function" },
    /^B44-311 .+ \/ .+--secret SCHEME=NAME.+ The schemes are key\.$/,
  ],
  [
    "a form over an integration",
    { spec: "specs/upload.json", select: ["post:/upload"] },
    /^B44-301 .+ \/ .+--secret SCHEME=NAME/,
  ],
  ["a server that is not known", { connector: "googlecalendar" }, /^B44-310 .+ \/ .+--base-url/],
  ["--base-url of an integration", { baseUrl: "https://a.example" }, /^B44-506 --base-url/],
  ["a mistyped connector", { connector: "googlecalender" }, /^B44-320 /],
])("%s is refused, and nothing is written", async (_, options, want) => {
  const app = typedApp({
    "specs/secured.json": secured,
    "specs/pay.json": pay("https://auth.example.com/token"),
    "specs/upload.json": upload,
  });
  const before = tree(app);
  expect((await refusal(() => initIn(app, { ci: "github", ...options })))[0]).toMatch(want);
  expect(tree(app)).toEqual(before);
});

test("a secret itself is not repeated", async () => {
  const said = await refusal(() => initIn(typedApp(), { secret: ["k=ghp_abcdefghijklmnop1234567890"] }));
  expect(said.join()).not.toContain("ghp_");
});

test.each<[string, InitOptions]>([
  ["no --select", {}],
  ["--all", { all: true }],
])("more than 30 operations for an integration and %s: advice", async (_, options) => {
  const app = typedApp({ "specs/things.json": specOf(31) });
  const [said] = await refusal(() => initIn(app, options));
  expect(said).toMatch(
    /^B44-851 .+ has 31 operations; an integration exposes at most 30\. \/ Choose with --select: tags /,
  );
  expect(said).toContain('tag:Even (16), "tag:Odd it\'s" (15), or single operations such as get:/things/0;');
});

test("more than 30 operations work with --select, and with a function", async () => {
  const files = { "specs/things.json": specOf(31) };
  expect((await initIn(typedApp(files), { select: ["tag:Even"] })).api?.operations).toBe(16);
  expect((await initIn(typedApp(files), { via: "function" })).api?.operations).toBe(31);
  expect(await refusal(() => initIn(typedApp(files), { select: ["*:/**"] }))).toEqual([
    expect.stringMatching(/^B44-204 /),
  ]);
});

const there = 'export default { apis: { other: { spec: "./x.json", operations: "all" } } };\n';

test.each<[string, string, string]>([
  ["b44-gen.config.mjs", there, 'things: { spec: "./specs/things.json", via: "integration", operations: "all" },'],
  [
    "b44-gen.config.json",
    '{ "apis": { "other": { "spec": "./x.json", "operations": "all" } } }',
    '"things": {\n  "spec": "./specs/things.json",\n  "via": "integration",\n  "operations": "all"\n}',
  ],
  ["b44-gen.config.ts", "a config that does not load (", 'things: { spec: "./specs/things.json"'],
])("a %s that is there is not touched; the lines to add are shown", async (name, text, lines) => {
  const app = typedApp({ [name]: text });
  const before = tree(app);
  const [said] = await refusal(() => initIn(join(app, "src"), { spec: "../specs/things.json", ci: "github" }));
  expect(said).toContain("B44-850 A config already exists: ");
  expect(said).toContain(`/ Add this to its \`apis\`:\n${lines}`);
  expect(tree(app)).toEqual(before);
});

test("a fault of the API is reported before the lines for an existing config", async () => {
  const app = typedApp({ "b44-gen.config.mjs": there });
  const refused = (options: object) => refusal(() => initIn(app, options));
  expect(await refused({ spec: "specs/absent.json" })).toEqual([expect.stringMatching(/^B44-101 /)]);
  expect(await refused({ select: ["tag:Nothing"] })).toEqual([expect.stringMatching(/^B44-201 /)]);
});

test("an API that the config already has is reported", async () => {
  const app = typedApp({ "b44-gen.config.mjs": there });
  expect(await refusal(() => initIn(app, { slug: "other" }))).toEqual([
    expect.stringMatching(/^B44-850 A config already exists, and it has an API other: /),
  ]);
});

test("something else with the config's name stops the run, and no CI file is left", async () => {
  const app = typedApp({ "b44-gen.config.ts/x": "" });
  const before = tree(app);
  expect(await refusal(() => initIn(app, { ci: "github" }))).toEqual([expect.stringMatching(/^B44-604 .+already/)]);
  expect(tree(app)).toEqual(before);
});

test("a folder without a project gets the config", async () => {
  const folder = folderOf({ "things.json": specOf(1) });
  write(folder, "src/App.jsx", "");
  const { files } = await initIn(folder, { spec: "things.json" });
  expect(files.map(({ path }) => path)).toEqual([join(folder, "b44-gen.config.js")]);
  expect(readFileSync(join(folder, "b44-gen.config.js"), "utf8")).toContain('spec: "./things.json"');
});
