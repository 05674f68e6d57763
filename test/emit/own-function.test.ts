import { describe, expect, it } from "vitest";
import type { OwnFunctionConfig, SchemaOrReference } from "../../src/config/index.js";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import { nothingToDo } from "../../src/pipeline/run/nothing-to-do.js";
import { documentOf, type OwnProject, ownProject } from "./own-function-support.js";

const OLD = documentOf("3.0.3", {
  Invoice: {
    type: "object",
    required: ["id"],
    properties: {
      id: { type: "string" },
      note: { type: "string", nullable: true },
      lines: { type: "array", items: { $ref: "#/components/schemas/Line" } },
    },
  },
  Line: { type: "object", properties: { cents: { type: "integer", minimum: 0, exclusiveMinimum: true } } },
});
const NEW = documentOf("3.1.0", {
  Invoice: {
    type: "object",
    required: ["id"],
    properties: { id: { type: "string" }, note: { type: ["string", "null"] } },
  },
  Sent: { type: "object", properties: { sent: { type: "boolean" } } },
});
const BESIDE = {
  schemas: {
    N: {
      type: "object",
      required: ["line"],
      properties: { line: { $ref: "#/components/schemas/Line", properties: { more: { type: "string" } } } },
    },
    Line: { type: "object", properties: { cents: { type: "integer" } } },
  },
};
const FILES = {
  "specs/old.json": OLD,
  "specs/new.json": NEW,
  "specs/last.json": JSON.stringify({
    info: { title: "T", version: "1" },
    components: BESIDE,
    openapi: "3.0.3",
  }),
  "specs/words.yaml": `openapi: 3.1.0
info:
  title: T
  version: "1"
  description: |
    openapi: 3.0 was the version before.
components: ${JSON.stringify(BESIDE)}
`,
  "specs/old.yaml":
    'swagger: "2.0"\ninfo: {title: T, version: "1"}\npaths: {}\ndefinitions:\n  N: {type: string, x-nullable: true}\n',
};
const inline: SchemaOrReference = { type: "object", required: ["id"], properties: { id: { type: "string" } } };

/** The types and the handler of the one function `send`. */
async function written(config: Omit<OwnFunctionConfig, "access">): Promise<{ types: string; handler: string }> {
  const project = await ownProject({ send: { access: "user", ...config } }, FILES);
  await project.run();
  const [types, handler] = await Promise.all(
    ["types.d.ts", "handler.ts"].map((name) => project.text(`base44/functions/send/${name}`)),
  );
  return { types: types!.replace(/\s+/g, " "), handler: handler!.replace(/\s+/g, " ") };
}

describe("the input and output of an own function", () => {
  it.each<[what: string, input: SchemaOrReference, types: string, check: string]>([
    ["inline", inline, "export type SendInput = { id: string };", 'required: ["id"]'],
    [
      "of OpenAPI 3.0, with nullable",
      "./specs/old.json#/components/schemas/Invoice",
      "note?: string | null;",
      '"string", "null"',
    ],
    ["of OpenAPI 3.0, with a reference", "./specs/old.json#/components/schemas/Invoice", "lines?: Line[];", "above: 0"],
    [
      "of OpenAPI 3.0, what stands beside a reference",
      "./specs/last.json#/components/schemas/N",
      "line: Line;",
      'required: ["line"]',
    ],
    [
      "of OpenAPI 3.1, the same, with words about 3.0",
      "./specs/words.yaml#/components/schemas/N",
      "line: { more?: string } & Line;",
      'required: ["line"]',
    ],
    ["of OpenAPI 3.1", "./specs/new.json#/components/schemas/Invoice", "note?: string | null;", '"string", "null"'],
    [
      "inline, with a reference",
      { type: "array", items: { $ref: "./specs/new.json#/components/schemas/Sent" } },
      "export type SendInput = Sent[];",
      "sent",
    ],
    ["any JSON", {}, "export type SendInput = unknown;", "createOwnHandler"],
  ])("%s", async (_, input, types, check) => {
    const found = await written({ input, output: "./specs/new.json#/components/schemas/Sent" });
    expect(found.types).toContain(types);
    expect(found.types).toMatch(/export type SendOutput = Sent;/);
    expect(found.handler).toContain(check);
  });

  it("are checked as their types declare, each in its direction", async () => {
    const User = {
      type: "object",
      required: ["id", "password"],
      properties: { id: { type: "integer", readOnly: true }, password: { type: "string", writeOnly: true } },
      additionalProperties: false,
    };
    const project = await ownProject(
      {
        send: {
          access: "user",
          input: "./u.json#/components/schemas/User",
          output: "./u.json#/components/schemas/User",
        },
      },
      { "u.json": documentOf("3.1.0", { User }) },
    );
    await project.run();
    const handler = (await project.text("base44/functions/send/handler.ts")).replace(/\s+/g, " ");
    expect(handler).toContain(
      'password: { type: ["string"] } }, required: ["password"], others: false, }, }, outputChecks: {',
    );
    expect(handler).toContain('id: { type: ["integer"] }, password: {} }, required: ["id"], others: false, }, },');
  });

  it.each<[what: string, input: SchemaOrReference, want: string]>([
    ["in a document", "./specs/odd.json#/components/schemas/Odd", "B44-401 odd.json:1"],
    ["that leads back to itself", "./specs/odd.json#/components/schemas/Circle", "B44-402 odd.json:1"],
    ["inline", { type: "object", properties: { a: { type: "Invoice" } } }, "B44-401 b44-gen.config.json:1"],
  ])("a schema of which not all is understood is told of once: %s", async (_, input, want) => {
    const part = (name: string) => ({ allOf: [{ $ref: `#/components/schemas/${name}` }] });
    const Odd = { type: "object", properties: { a: { type: "Invoice" } } };
    const files = { "specs/odd.json": documentOf("3.1.0", { Odd, Circle: part("Ring"), Ring: part("Circle") }) };
    const functions = { send: { access: "user" as const, input }, sendAgain: { access: "user" as const, input } };
    const project = await ownProject(functions, files);
    const { diagnostics } = await project.run();
    const said = diagnostics.map(
      ({ code, location }) => `${code} ${location?.file.split("/").at(-1)}:${location?.line}`,
    );
    expect([...new Set(said)]).toEqual([want]);
    expect(said).toHaveLength(typeof input === "string" ? 1 : 2);
  });

  it("can be omitted", async () => {
    const { types, handler } = await written({});
    expect(types).not.toContain("SendInput");
    expect(types).toContain("export type SendOutput = unknown;");
    expect(handler).toContain("export type Input = Record<string, unknown>;");
  });

  it.each<[what: string, input: SchemaOrReference, message: RegExp, help: RegExp]>([
    ["a file that is not there", "./specs/none.json#/components/schemas/A", /none\.json/, /^Give a schema/],
    ["a schema that is not there", "./specs/new.json#/components/schemas/None", /None/, /^Give a schema/],
    ["a file that is not a document", "./package.txt#/a", /package\.txt/, /^Fix the `\$ref`/],
    [
      "an inline reference that is not there",
      { items: { $ref: "./specs/new.json#/components/schemas/None" } },
      /None/,
      /^Give a schema/,
    ],
  ])("%s: B44-322, and nothing is written", async (_, input, message, help) => {
    const project = await ownProject({ send: { access: "user", input } }, { ...FILES, "package.txt": "no: [document" });
    const error = await project.run().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof DiagnosticError)) throw error ?? new Error("Nothing was thrown.");
    expect(error.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["B44-322", "error"]]);
    expect(error.diagnostics[0]?.message).toMatch(/^The input of the function send is not a valid schema: /);
    expect(error.diagnostics[0]?.message).toMatch(message);
    expect(error.diagnostics[0]?.help).toMatch(help);
    await expect(project.text("b44-gen.lock.json")).rejects.toThrow();
  });
});

/** Runs until the project's functions are those that the lock knows. */
async function settled(project: OwnProject): Promise<void> {
  await project.run();
  await project.run();
}

describe("a run has nothing to do", () => {
  const functions = {
    send: { access: "user" as const, input: "./specs/old.json#/components/schemas/Invoice", output: inline },
  };

  it("until a file that a function references changes", async () => {
    const project = await ownProject(functions, FILES);
    await settled(project);
    expect(await nothingToDo(project.config)).toBe(true);
    await project.write("specs/old.json", OLD.replace('"note"', '"memo"'));
    expect(await nothingToDo(project.config)).toBe(false);
    await project.run();
    expect(await project.text("src/api/functions/send.types.d.ts")).toContain("memo?: string | null;");
    expect(await nothingToDo(project.config)).toBe(true);
  });

  it("if the entry was changed, because it is never written again", async () => {
    const project = await ownProject(functions, FILES);
    await settled(project);
    const entry = "base44/functions/send/entry.ts";
    await project.write(entry, `${await project.text(entry)}// mine\n`);
    expect(await nothingToDo(project.config)).toBe(true);
    await project.run();
    expect(await project.text(entry)).toMatch(/\/\/ mine\n$/);
  });
});

describe("the registries", () => {
  const functions = { send: { access: "user" as const, input: inline } };
  const other = { "base44/functions/by-hand/entry.js": "", "base44/connectors/gmail.jsonc": '{"type":"gmail"}' };
  const declarations = "src/api/b44.functions.d.ts";

  it.each<[what: string, files: Record<string, string>, isWhole: boolean]>([
    ["hold everything", other, true],
    [
      "hold everything beside a config",
      { ...other, "base44/config.jsonc": '{ "name": "a", /* none */ "plugins": [] }' },
      true,
    ],
    [
      "are omitted if the config has plugins",
      { ...other, "base44/config.jsonc": '{ "name": "a", "plugins": ["x"] }' },
      false,
    ],
    ["are omitted if the config is invalid", { ...other, "base44/config.jsonc": "{" }, false],
    ["are omitted if a connector file is invalid", { ...other, "base44/connectors/a.jsonc": "{" }, false],
  ])("%s", async (_, files, isWhole) => {
    const project = await ownProject(functions, files);
    await project.run();
    const text = await project.text(declarations);
    expect(text).toContain("send: [SendInput, SendOutput]");
    expect([...text.matchAll(/^ {4}(\S+): true;$/gm)].map(([, name]) => name)).toEqual(
      isWhole ? ['"by-hand"', "send", "gmail"] : [],
    );
    expect(text.includes("interface FunctionNameRegistry")).toBe(isWhole);
  });
});
