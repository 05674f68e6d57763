import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../src/pipeline/run/generate.js";
import { configRequest } from "../../src/pipeline/run/run-config.js";
import { folderOf } from "../cli/support/folders.js";

const paths = { "/contacts": { get: { operationId: "list", responses: { 204: { description: "" } } } } };

test.each([
  ["a tsconfig that leaves the declarations out", "B44-606", "tsconfig.json"],
  ["a client without its export", "B44-617", "src/api/base44Client.ts"],
])("%s is named as the working folder sees it", async (_, code, path) => {
  const app = folderOf({
    "package.json": "{}",
    "tsconfig.json": '{ "include": ["src/pages"] }',
    "src/main.ts": "",
    "src/api/base44Client.ts": "export const other = {};",
    "specs/crm.json": JSON.stringify({ openapi: "3.1.0", info: { title: "Crm", version: "1" }, paths }),
    "b44-gen.config.json": JSON.stringify({
      output: "src/api/generated",
      apis: { crm: { spec: "specs/crm.json", operations: "all" } },
    }),
  });
  const { diagnostics } = await generate(await configRequest(join(app, "b44-gen.config.json")));
  const file = diagnostics.find((item) => item.code === code)?.location?.file ?? "";
  expect(resolve(file)).toBe(join(app, path));
});

const asking = (range: string) => ({
  "package.json": JSON.stringify({ dependencies: { "@base44/sdk": range } }),
});
const TOO_OLD = "The project uses @base44/sdk 0.8.19, but custom.call needs 0.8.20 or later.";
test.each<[sdk: string, files: Record<string, string>, message: string | undefined]>([
  ["0.8.19", asking("0.8.19"), TOO_OLD],
  ["^0.8.20", asking("^0.8.20"), undefined],
  [
    "0.8.19, installed without being asked for,",
    { "package.json": "{}", "node_modules/@base44/sdk/package.json": '{ "version": "0.8.19" }' },
    TOO_OLD,
  ],
])("an SDK %s without custom.call is told of", async (_, files, message) => {
  const app = folderOf({
    ...files,
    "specs/crm.json": JSON.stringify({ openapi: "3.1.0", info: { title: "Crm", version: "1" }, paths }),
    "b44-gen.config.json": JSON.stringify({ apis: { crm: { spec: "specs/crm.json", operations: "all" } } }),
  });
  const { diagnostics } = await generate(await configRequest(join(app, "b44-gen.config.json")));
  expect(diagnostics.find(({ code }) => code === "B44-607")?.message).toBe(message);
});
