import { describe, expect, it } from "vitest";
import { planRequest } from "../../src/pipeline/api/planned-api.js";
import { serveFiles } from "../support/documents.js";
import { folderOf } from "../support/files.js";
import { DEFAULTS } from "./support.js";

/** Where a function calls `/a` of a spec that is served at `/api/root.json`, from the origin that all is served at. */
async function calledAt(documents: Record<string, object>): Promise<string | undefined> {
  const texts = Object.entries(documents).map(([path, document]) => [path, JSON.stringify(document)]);
  const origin = await serveFiles(Object.fromEntries(texts));
  const { plan } = await planRequest(
    {
      name: "x",
      spec: `${origin}/api/root.json`,
      cwd: "/",
      operations: "all",
      way: { via: "function", secrets: {}, ...DEFAULTS },
    },
    { folder: "/", anyNumber: false, targets: [] },
    () => {},
  );
  const { backend } = plan;
  return (backend?.operations.get("get:/a")?.baseUrl ?? backend?.baseUrl)?.replace(origin, "");
}

const get = { responses: { 200: { description: "OK" } } };
const relative = (url: string) => [{ url }];

// OpenAPI 3.2.0, section 4.5; 3.1.1 and 3.0.4 say the same.
describe.each(["3.0.3", "3.1.0", "3.2.0"])("a relative server of OpenAPI %s", (openapi) => {
  const root = (pathItem: object, rest: object = {}) => ({
    openapi,
    info: { title: "T", version: "1" },
    servers: relative("/root"),
    paths: { "/a": pathItem },
    ...rest,
  });

  it.each<[what: string, wanted: string, documents: Record<string, object>]>([
    ["of the root document", "/api/v1", { "/api/root.json": root({ servers: relative("./v1"), get }) }],
    [
      "of a path item in another document",
      "/api/parts/v1",
      {
        "/api/root.json": root({ $ref: "parts/a.json" }),
        "/api/parts/a.json": { servers: relative("v1"), get },
      },
    ],
    [
      "of an operation in another document",
      "/api/v1",
      {
        "/api/root.json": root({ $ref: "parts/a.json" }),
        "/api/parts/a.json": { get: { ...get, servers: relative("../v1") } },
      },
    ],
    [
      "of a path item that refers to another document",
      "/api/v1",
      {
        "/api/root.json": root({ $ref: "parts/a.json", servers: relative("v1") }),
        "/api/parts/a.json": { servers: relative("v2"), get },
      },
    ],
    [
      "with a variable in it",
      "/api/parts/v2/x",
      {
        "/api/root.json": root({ $ref: "parts/a.json" }),
        "/api/parts/a.json": { servers: [{ url: "./{v}/x", variables: { v: { default: "v2" } } }], get },
      },
    ],
    [
      "that begins with a variable",
      "/api/parts/v2/x",
      {
        "/api/root.json": root({ $ref: "parts/a.json" }),
        "/api/parts/a.json": {
          servers: [{ url: "{v}/x", variables: { v: { default: "v2", enum: ["v2", "v3"] } } }],
          get,
        },
      },
    ],
    [
      "that begins with a variable which holds a path from the origin",
      "/v2/x",
      {
        "/api/root.json": root({ $ref: "parts/a.json" }),
        "/api/parts/a.json": { servers: [{ url: "{v}/x", variables: { v: { default: "/v2" } } }], get },
      },
    ],
    [
      "that begins with a variable which may be empty",
      "/x",
      {
        "/api/root.json": root({ $ref: "parts/a.json" }),
        "/api/parts/a.json": { servers: [{ url: "{v}/x", variables: { v: { default: "" } } }], get },
      },
    ],
    [
      "that begins with a variable which holds all of it",
      "https://acme.com/x",
      {
        "/api/root.json": root({ $ref: "parts/a.json" }),
        "/api/parts/a.json": { servers: [{ url: "{v}/x", variables: { v: { default: "https://acme.com" } } }], get },
      },
    ],
    [
      "that has no scheme, and so is none",
      "https://api.acme.com/v1",
      {
        "/api/root.json": root({ $ref: "parts/a.json" }),
        "/api/parts/a.json": { servers: relative("api.acme.com/v1"), get },
      },
    ],
    [
      "that is a path from the origin",
      "/v1",
      { "/api/root.json": root({ $ref: "parts/a.json" }), "/api/parts/a.json": { servers: relative("/v1"), get } },
    ],
    [
      "of a document that calls itself something else",
      "/api/v1",
      { "/api/root.json": root({ servers: relative("v1"), get }, { $self: "https://acme.com/other/" }) },
    ],
  ])("%s", async (_what, wanted, documents) => {
    expect(await calledAt(documents)).toBe(wanted);
  });
});

it("does not change the signature of an operation in the lock by its place", async () => {
  const servers = relative("https://api.acme.com");
  const signatures = [{ servers, get }, { get: { ...get, servers } }].map(async (pathItem) => {
    const spec = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: { "/a": pathItem } };
    const cwd = folderOf({ "a.json": JSON.stringify(spec) });
    const options = { folder: cwd, anyNumber: false, targets: [] };
    const { locked } = await planRequest({ name: "x", spec: "a.json", cwd, operations: "all" }, options, () => {});
    return locked.operations["get:/a"]?.signature;
  });
  const [ofPathItem, ofOperation] = await Promise.all(signatures);
  expect(ofOperation).toBe(ofPathItem);
});
