import { expect, test } from "vitest";
import { folderOf, write } from "./support/folders.js";
import { run } from "./support/in-process.js";

const REFERS = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  paths: {
    "/a": {
      get: {
        responses: {
          200: { description: "", content: { "application/json": { schema: { $ref: "../../other/x.yaml#/A" } } } },
        },
      },
    },
  },
};

const config = (more: object = {}) =>
  JSON.stringify({ apis: { crm: { spec: "specs/crm.json", operations: ["get:/a"], ...more } } });

/** An app whose spec refers to a file outside the spec's folder. */
function app(): string {
  const folder = folderOf({
    "app/package.json": "{}",
    "app/specs/crm.json": JSON.stringify(REFERS),
    "app/b44-gen.config.json": config(),
    "other/x.yaml": "A: {type: string}\n",
  });
  return `${folder}/app`;
}

const ALLOWING = ["--allow-file", "../other/x.yaml"];

test("a file that is not allowed: the message has the lines for the config, in check too", async () => {
  const cwd = app();
  for (const args of [[], ["check"]]) {
    const { status, stderr } = await run(args, { cwd });
    expect([status, stderr]).toEqual([3, expect.stringContaining("error B44-109 ")]);
    expect(stderr).toContain(
      'add allowFile: ["../other/x.yaml"] to the API\'s config entry; --allow-file ../other/x.yaml allows it for one run.',
    );
  }
});

test("a file that only the command line allows: the run warns that check uses only the config", async () => {
  const cwd = app();
  const { status, stderr } = await run(ALLOWING, { cwd });
  expect([status, stderr]).toEqual([
    0,
    expect.stringContaining("warning B44-511 The spec of crm reads ../other/x.yaml"),
  ]);
  expect(stderr).toContain("at b44-gen.config.json:1:10 (#/apis/crm)");
  expect(stderr).toContain('allowFile: ["../other/x.yaml"]');
  expect((await run(["check"], { cwd })).stderr).toContain("error B44-109 ");

  write(cwd, "b44-gen.config.json", config({ allowFile: ["../other/x.yaml"] }));
  for (const args of [ALLOWING, [], ["check"]]) {
    const { status, stderr } = await run(args, { cwd });
    expect([status, stderr]).toEqual([0, ""]);
  }
});

test("several files of a folder that are not allowed: each message suggests the folder, which allows them all", async () => {
  const folder = folderOf({
    "app/api/crm.yaml": `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a:
    get:
      parameters: [{ $ref: ../../common/parameters/limit.yaml }]
      responses: { 204: { description: Done } }
  /b: { get: { responses: { 204: { $ref: ../../common/responses/done.yaml } } } }
`,
    "common/responses/done.yaml": "description: Done\n",
    "common/parameters/limit.yaml": "{ name: limit, in: query, schema: { type: integer } }\n",
  });
  const cwd = `${folder}/app`;
  const generated = (...more: string[]) =>
    run(["api/crm.yaml", "--slug", "crm", "--all", "--out", "gen", ...more], { cwd });

  const { stderr } = await generated();
  expect(stderr.match(/2 files below \.\.\/common are refused; you can allow that folder instead\./g)).toHaveLength(2);
  expect((await generated("--allow-file", "../common")).stderr).not.toContain("B44-109");
});
