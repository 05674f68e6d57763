import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { run } from "../../src/cli/run.js";
import { read, write } from "../cli/support/folders.js";
import { specOf, typedApp } from "./support.js";

const home = process.cwd();
const said = { out: "", error: "" };

beforeEach(() => {
  Object.assign(said, { out: "", error: "" });
  for (const [stream, name] of [
    [process.stdout, "out"],
    [process.stderr, "error"],
  ] as const) {
    vi.spyOn(stream, "write").mockImplementation((text) => {
      said[name] += String(text);
      return true;
    });
  }
});

afterEach(() => {
  process.chdir(home);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const THINGS = ["init", "--spec", "specs/things.json", "--slug", "things"];

test("init prints what it wrote and what to run next", async () => {
  process.chdir(typedApp());
  expect(await run([...THINGS, "--select", "tag:Even", "--ci", "github", "--force"])).toBe(0);
  expect(said).toEqual({
    error: "",
    out: `created  b44-gen.config.ts
created  .github/workflows/b44-gen.yml

things: 2 operations of Things.

Next:

  npx b44-gen                                   generates the code
  npx b44-gen export things --out things.json   the spec for the admin's import dialog
`,
  });
});

test("init shows the text of a CI file that it does not overwrite", async () => {
  const app = typedApp({ ".gitlab-ci.b44-gen.yml": "mine: {}\n" });
  process.chdir(app);
  expect(await run([...THINGS, "--ci", "gitlab"])).toBe(0);
  expect(said.error).toContain("warning B44-852 .gitlab-ci.b44-gen.yml already exists");
  expect(said.out).toMatch(
    /^created {2}b44-gen\.config\.ts\nkept {5}\.gitlab-ci\.b44-gen\.yml\n\nb44-gen would have written:\n\n# /,
  );
});

test("init --json is one document", async () => {
  process.chdir(typedApp({ ".gitlab-ci.b44-gen.yml": "mine: {}\n" }));
  expect(await run([...THINGS, "--ci", "gitlab", "--json"])).toBe(0);
  expect(JSON.parse(said.out)).toEqual({
    files: [
      { path: "b44-gen.config.ts", action: "create" },
      { path: ".gitlab-ci.b44-gen.yml", action: "kept", text: expect.stringContaining("merge_request.create") },
    ],
    apis: [{ slug: "things", via: "integration", operations: 3 }],
    next: ["npx b44-gen", "npx b44-gen export things --out things.json"],
    diagnostics: [expect.objectContaining({ code: "B44-852" })],
  });
});

test.each([
  ["a config that is there", THINGS, { "b44-gen.config.json": "{}" }, 2],
  ["a config that is there, with --force", [...THINGS, "--force"], { "b44-gen.config.json": "{}" }, 2],
  ["no spec", ["init", "--slug", "a"], {}, 2],
  ["an unknown provider", [...THINGS, "--ci", "jenkins"], {}, 2],
  ["an invalid spec", THINGS, { "specs/things.json": "{" }, 3],
  ["too many operations", THINGS, { "specs/things.json": specOf(31) }, 2],
])("init ends with its status for %s", async (_, args, files, status) => {
  process.chdir(typedApp(files));
  expect(await run(args)).toBe(status);
  expect(said.error).toMatch(/^error B44-\d{3} /);
});

test("a config is never overwritten", async () => {
  const app = typedApp();
  process.chdir(app);
  await run(THINGS);
  write(app, "b44-gen.config.ts", `${read(app, "b44-gen.config.ts")}// mine\n`);
  expect(await run([...THINGS, "--slug", "other", "--force"])).toBe(2);
  expect(read(app, "b44-gen.config.ts")).toMatch(/\/\/ mine\n$/);
  expect(said.error).toContain("other: {");
});

test("the title of a spec cannot control the terminal", async () => {
  process.chdir(typedApp({ "specs/things.json": specOf(1, { info: { title: "\u001b[2JThings\nx", version: "1" } }) }));
  await run(THINGS);
  expect(said.out).toContain("\nthings: 1 operation of ␛[2JThings.\n");
});
