import SwaggerParser from "@apidevtools/swagger-parser";
import { describe, expect, test } from "vitest";
import { copyOf, folderOf, read, timedTree } from "./support/folders.js";
import { run } from "./support/in-process.js";
import { expectRefusal } from "./support/refusal.js";

/** A document as swagger-parser takes it, which would change the one that it is given. */
const parsed = (text: string) => JSON.parse(text);

describe("export", () => {
  test("prints an API of the config: minified, self-contained, of its operations only, in the spec's own version", async () => {
    const app = copyOf("apps/typed");
    const { status, stdout } = await run(["export", "helpdesk"], { cwd: app });
    expect(status).toBe(0);
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout))}\n`);
    expect(stdout.match(/"\$ref":"[^#][^"]*"/g)).toBeNull();
    const document = parsed(stdout);
    expect(document.swagger).toBe("2.0");
    expect(Object.keys(document.paths)).toEqual(["/tickets", "/tickets/{number}"]);
    await SwaggerParser.validate(parsed(stdout));
  });

  test("accepts a spec and patterns", async () => {
    const app = copyOf("apps/typed");
    const { stdout } = await run(["export", "specs/crm.yaml", "--select", "tag:Deals"], { cwd: app });
    const document = parsed(stdout);
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths).sort()).toEqual(["/deals", "/deals/{id}"]);
    expect(Object.keys(document.components.schemas).sort()).toEqual(["Contact", "Deal"]);
    expect(document.components.securitySchemes).toEqual({ token: { type: "http", scheme: "bearer" } });
    await SwaggerParser.validate(parsed(stdout));
  });

  test("names a spec by its file", async () => {
    const { stderr } = await run(["export", "specs/crm.yaml"], { cwd: copyOf("apps/typed") });
    expect(stderr).toMatch(/B44-304 crm needs credentials/);
  });

  test("--select narrows an API of the config", async () => {
    const { stdout } = await run(["export", "crm", "--select", "get:/contacts"], { cwd: copyOf("apps/typed") });
    expect(parsed(stdout).paths).toEqual({ "/contacts": { get: expect.anything() } });
  });

  test("--out writes the file, and says so on standard error", async () => {
    const app = copyOf("apps/typed");
    const { status, stdout, stderr } = await run(["export", "crm", "--out", "crm.json"], { cwd: app });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toContain("Wrote crm.json");
    expect(parsed(read(app, "crm.json")).openapi).toBe("3.1.0");
  });

  test("gives the same from another folder, and touches nothing", async () => {
    const app = copyOf("apps/typed");
    const before = timedTree(app);
    const inside = await run(["export", "crm"], { cwd: app });
    const outside = await run(["export", "crm", "--config", `${app}/b44-gen.config.ts`], { cwd: "/" });
    expect(outside.stdout).toBe(inside.stdout);
    expect(timedTree(app)).toEqual(before);
  });

  test("keeps components and properties that have names of examples", async () => {
    const content = (name: string) => ({ "application/json": { schema: { $ref: `#/components/schemas/${name}` } } });
    const reference = (section: string) => ({ $ref: `#/components/${section}/example` });
    const spec = {
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: {
        "/a": { post: { requestBody: reference("requestBodies"), responses: { 200: reference("responses") } } },
      },
      components: {
        requestBodies: { example: { content: content("example") } },
        responses: { example: { description: "OK", content: content("examples") } },
        schemas: { example: { properties: { example: { $ref: "#/components/schemas/examples" } } }, examples: {} },
      },
    };
    const { stdout } = await run(["export", "a.json"], { cwd: folderOf({ "a.json": JSON.stringify(spec) }) });
    expect(parsed(stdout).components).toEqual(spec.components);
  });

  test("omits extensions with references, but keeps names that begin with x-", async () => {
    const loose = { $ref: "#/components/schemas/Other" };
    const spec = {
      openapi: "3.0.3",
      info: { title: "T", version: "1" },
      paths: {
        "/a": {
          "x-model": { oneOf: [loose] },
          get: {
            responses: {
              200: { description: "OK", headers: { "x-code": { $ref: "#/components/headers/x-code" } } },
            },
            "x-beta": true,
          },
        },
      },
      components: { headers: { "x-code": { schema: { type: "string", "x-enum": loose } } }, schemas: { Other: {} } },
    };
    const { stdout } = await run(["export", "a.json"], { cwd: folderOf({ "a.json": JSON.stringify(spec) }) });
    const { get } = spec.paths["/a"];
    expect(parsed(stdout)).toMatchObject({ paths: { "/a": { get } } });
    expect(stdout).not.toContain("Other");
    await SwaggerParser.validate(parsed(stdout));
  });

  test("omits operations that custom.call cannot carry", async () => {
    const { status, stdout } = await run(["export", "uploads.yaml"], { cwd: copyOf("bad") });
    expect(status).toBe(0);
    expect(parsed(stdout).paths).toEqual({ "/files": { get: expect.anything() } });
  });

  test("refuses more than 30 operations", async () => {
    const want = { code: "B44-204", status: 2 as const, says: "31 operations" };
    await expectRefusal(["export", "operations-31.yaml"], want, { cwd: copyOf("bad") });
  });
});
