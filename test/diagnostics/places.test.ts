import { describe, expect, it } from "vitest";
import { type Diagnostic, DiagnosticError } from "../../src/diagnostics/index.js";
import { planRequest } from "../../src/pipeline/api/planned-api.js";
import type { Way } from "../../src/plan/index.js";
import { DEFAULTS } from "../plan/support.js";
import { folderOf } from "../support/files.js";

const OPTIONS = { folder: "/", anyNumber: false, targets: ["app"] } as const;
const FUNCTION: Way = { via: "function", secrets: {}, ...DEFAULTS };
const CONNECTOR: Way = { via: "connector", connection: { kind: "shared", type: "googledrive" }, ...DEFAULTS };

/** What is said of an API whose spec is the first of these files, until it is planned and has types. */
async function saidOf(files: Record<string, string>, way: Way): Promise<Diagnostic[]> {
  const [spec = ""] = Object.keys(files);
  const cwd = folderOf(files);
  try {
    const planned = await planRequest({ name: "x", spec, cwd, operations: "all", way }, OPTIONS, () => {});
    return planned.diagnostics;
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
}

/** `code file:line:column` of each. */
function places(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, location }) => `${code} ${location?.file}:${location?.line}:${location?.column}`);
}

const OK = "responses: {'200': {description: OK}}";
const HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";
const SERVER = "servers: [{url: 'https://api.acme.com'}]\n";

describe("a diagnostic has the line and column of its subject", () => {
  it.each<[what: string, wanted: string, way: Way, files: Record<string, string>]>([
    [
      "credentials, at the scheme",
      "B44-304 a.yaml:6:5",
      { via: "integration" },
      {
        "a.yaml": `${HEAD}security: [{key: []}]\ncomponents:\n  securitySchemes:\n    key: {type: apiKey, in: header, name: K}\npaths:\n  /a:\n    get: {${OK}}\n`,
      },
    ],
    [
      "credentials, in a spec of Swagger 2.0 in JSON",
      "B44-304 a.json:3:3",
      { via: "integration" },
      {
        "a.json": `{"swagger": "2.0", "security": [{"key": []}],\n"securityDefinitions": {\n  "key": {"type": "basic"}},\n"paths": {"/a": {"get": {"responses": {}}}}}`,
      },
    ],
    [
      "credentials, behind a reference to another document",
      "B44-304 parts/b.yaml:2:1",
      { via: "integration" },
      {
        "a.yaml": `${HEAD}security: [{key: []}]\ncomponents: {securitySchemes: {key: {$ref: 'parts/b.yaml#/key'}}}\npaths: {/a: {get: {${OK}}}}\n`,
        "parts/b.yaml": "# keys\nkey: {type: http, scheme: bearer}\n",
      },
    ],
    ["a spec without a server", "B44-310 a.yaml:1:1", FUNCTION, { "a.yaml": `${HEAD}paths: {/a: {get: {${OK}}}}\n` }],
    [
      "a server without a host",
      "B44-310 a.yaml:4:5",
      FUNCTION,
      { "a.yaml": `${HEAD}servers:\n  - url: /v1\npaths: {/a: {get: {${OK}}}}\n` },
    ],
    [
      "a Swagger 2.0 spec without a host",
      "B44-310 a.json:2:1",
      FUNCTION,
      { "a.json": '{"swagger": "2.0",\n"basePath": "/v1",\n"paths": {"/a": {"get": {"responses": {}}}}}' },
    ],
    [
      "a placeholder, after conversion from Swagger 2.0",
      "B44-337 a.yaml:2:1",
      FUNCTION,
      { "a.yaml": `swagger: '2.0'\nhost: api.example.com\npaths: {/a: {get: {${OK}}}}\n` },
    ],
    [
      "a placeholder of a path item in another document",
      "B44-337 b.yaml:2:4",
      FUNCTION,
      {
        "a.yaml": `${HEAD}${SERVER}paths: {/a: {$ref: b.yaml}}\n`,
        "b.yaml": `servers:\n - url: https://api.example.com\nget: {${OK}}\n`,
      },
    ],
    [
      "one server of several",
      "B44-338 a.yaml:4:5",
      FUNCTION,
      {
        "a.yaml": `${HEAD}servers:\n  - url: https://a.acme.com\n  - url: https://b.acme.com\npaths: {/a: {get: {${OK}}}}\n`,
      },
    ],
    [
      "a parameter that looks like a key",
      "B44-324 a.yaml:8:11",
      FUNCTION,
      {
        "a.yaml": `${HEAD}${SERVER}paths:\n  /a:\n    get:\n      parameters:\n        - {name: api_key, in: query, required: true, schema: {type: string}}\n      ${OK}\n`,
      },
    ],
    [
      "a parameter that looks like a key, in another document",
      "B44-324 b.json:2:3",
      FUNCTION,
      {
        "a.yaml": `${HEAD}${SERVER}paths: {/a: {get: {parameters: [{$ref: 'b.json#/key'}], ${OK}}}}\n`,
        "b.json": '{\n  "key": {"name": "api_key", "in": "query", "required": true, "schema": {"type": "string"}}}',
      },
    ],
    [
      "a scope that is better avoided, at the operation that needs it",
      "B44-323 a.yaml:11:5",
      CONNECTOR,
      {
        "a.yaml": [
          `${HEAD}servers: [{url: 'https://www.googleapis.com/drive/v3'}]`,
          "components:",
          "  securitySchemes:",
          "    o: {type: oauth2, flows: {implicit: {authorizationUrl: /a, scopes: {}}}}",
          "paths:",
          "  /a:",
          `    get: {security: [{o: [https://www.googleapis.com/auth/drive.file]}], ${OK}}`,
          "  /b:",
          `    get: {security: [{o: [https://www.googleapis.com/auth/drive.photos.readonly]}], ${OK}}`,
        ].join("\n"),
      },
    ],
    [
      "an API without operations",
      "B44-201 a.yaml:4:1",
      FUNCTION,
      { "a.yaml": `${HEAD}${SERVER}paths: {}\ncomponents: {schemas: {A: {type: string}}}\n` },
    ],
    [
      "servers in a Swagger 2.0 spec",
      "B44-113 a.yaml:2:1",
      FUNCTION,
      { "a.yaml": `swagger: '2.0'\nservers: [{url: https://api.acme.com}]\npaths: {/a: {get: {${OK}}}}\n` },
    ],
    [
      "an invalid collectionFormat",
      "B44-113 a.yaml:6:13",
      FUNCTION,
      {
        "a.yaml": `swagger: '2.0'\nhost: api.acme.com\npaths: {/a: {get: {${OK}, parameters: [\n  {name: p, in: query, type: array,\n   items: {type: string},\n            collectionFormat: x}]}}}\n`,
      },
    ],
  ])("%s", async (_what, wanted, way, files) => {
    const said = await saidOf(files, way);
    const [code = ""] = wanted.split(" ");
    expect(places(said.filter((item) => item.code === code))).toEqual([wanted]);
  });
});
