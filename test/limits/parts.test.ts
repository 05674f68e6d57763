import { describe, expect, it } from "vitest";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import { compileApi } from "../../src/pipeline/api/compile-api.js";
import { folderOf } from "../support/files.js";
import { many, members } from "./support.js";

/** What became of a spec: its operations, and each diagnostic as its code, its line, and the message's end. */
async function outcomeOf(text: string, operations: readonly string[] | "all" = "all") {
  const cwd = folderOf({ spec: text });
  const told = ({ diagnostics }: Pick<DiagnosticError, "diagnostics">) =>
    diagnostics.map(({ code, severity, location, message }) => {
      const end = / (?:what (?:it stands for|stands there) |the (?:path|operation) )?[^;]*\.$/.exec(message)?.[0] ?? "";
      return `${severity === "error" ? "error " : ""}${code} ${location?.line}${message.includes(";") ? end : ""}`;
    });
  try {
    const { api, ...compiled } = await compileApi({ name: "x", spec: "spec", cwd, operations }, () => {});
    return { ids: api.operations.map(({ id }) => id), told: told(compiled) };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return { ids: [], told: told(error) };
  }
}

/** In YAML, a sound operation, and another whose answer has the schema A, all of it in lines 3 to 6. */
const head = `openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /sound: {get: {responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Sound"}}}}}}}
  /a: {get: {responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}}}}}
components:
  schemas:
    Sound: {type: object, properties: {name: {type: string}}}
`;

const nested = (levels: number, open: string, close: string) => `${open.repeat(levels)}1${close.repeat(levels)}`;
const lists = nested(300, "[", "]");
const bomb = many(
  10,
  (i) => `  a${i}: &a${i} {properties: {${many(10, (k) => `p${k}: ${i ? `*a${i - 1}` : "{}"}`)}}}`,
).join("\n");
const both = ["get:/sound", "get:/a"];
const untyped = "this part is typed unknown in get:/a.";

describe("unused parts may be of any size", () => {
  const cases: [what: string, text: string][] = [
    ["an example that nests", `    A: {type: string, example: ${lists}}`],
    ["examples that nest", `    A: {type: string, examples: [${lists}]}`],
    ["an extension that nests", `    A: {type: string, x-a: ${lists}}`],
    ["an extension of the document that nests", `    A: {type: string}\nx-a: ${lists}`],
    ["an alias in an example that refers to itself", "    A: {type: object, example: &e {e: *e}}"],
    ["an alias in an extension that refers to itself", "    A: {type: object}\nx-a: &e [*e]"],
    ["an alias in an extension that stands for the operation", "    A: &a {type: object, x-a: *a}"],
    ["aliases of aliases in an extension", `    A: {type: object}\nx-a:\n${bomb}`],
    ["a long array, often", `    A: {type: object}\nx-v: &v [${"a,".repeat(3000)}]\nx-w: [${"*v,".repeat(3000)}]`],
    ["a long string, often", `    A: {type: object}\nx-s: &s ${"y".repeat(100_000)}\nx-w: [${"*s,".repeat(20_000)}]`],
    ["a schema that nothing refers to", `    A: {type: object}\n    B: ${nested(300, "{items: ", "}")}`],
  ];
  it.each(cases)("%s", async (_what, text) => {
    expect(await outcomeOf(`${head}${text}\n`)).toEqual({ ids: both, told: [] });
  });
});

describe("a schema over a limit has no type, and its operations can be called", () => {
  const cases: [what: string, text: string, told: string][] = [
    ["items", `    A: ${nested(300, "{items: ", "}")}`, "B44-116 9"],
    ["a constant", `    A:\n      const: ${lists}`, "B44-116 10"],
    ["a choice", `    A: ${nested(100, "{type: object, anyOf: [", "]}")}`, "B44-116 9"],
    ["an alias that refers to itself", "    A: &a\n      items: *a", "B44-117 10"],
    ["a property that refers to itself", "    A: &a\n      properties:\n        p: *a", "B44-117 11"],
    ["aliases of aliases", `    A: *a9\nx-a:\n${bomb}`.replace("*a9", "{$ref: '#/x-a/a9'}"), "B44-117"],
    ["5,001 alternatives", `    A:\n      oneOf: [${"{},".repeat(5001)}]`, "B44-115 10"],
    ["10,001 properties", `    A:\n      properties: {${many(10_001, (i) => `p${i}: {}`)}}`, "B44-115 10"],
    [
      "20,000 values of a discriminator",
      `    A:\n      discriminator:\n        propertyName: t\n        mapping: {${many(20_000, (i) => `m${i}: Sound`)}}`,
      "B44-115 12",
    ],
  ];
  it.each(cases)("%s", async (_what, text, told) => {
    const outcome = await outcomeOf(`${head}${text}\n`);
    expect(outcome.ids).toEqual(both);
    expect(outcome.told).not.toEqual([]);
    for (const line of outcome.told) expect(line).toMatch(new RegExp(`^${told}.* ${untyped}$`));
  });

  it("a type that is referenced through 101 others", async () => {
    const chain = members(150, (i) => [
      `S${i}`,
      i < 149 ? { $ref: `#/components/schemas/S${i + 1}` } : { type: "string" },
    ]);
    const text = `${head}    A:\n      $ref: "#/components/schemas/S0"\n${Object.entries(chain)
      .map(([name, schema]) => `    ${name}: ${JSON.stringify(schema)}`)
      .join("\n")}`;
    expect(await outcomeOf(text)).toEqual({
      ids: both,
      told: ["B44-114 5 its target is typed unknown in get:/a."],
    });
    expect((await outcomeOf(text.replace("schemas/S0", "schemas/S60"))).told).toEqual([]);
  });
});

describe("references to maps, nested in each other", () => {
  const openapi = "3.1.0";
  const info = { title: "T", version: "1" };
  const holding = (index: number) => ({ type: "object", properties: { $ref: `#/x-m/m${index}` } });
  const get = (schema: unknown) => ({ get: { responses: { 200: { content: { "application/json": { schema } } } } } });
  const maps = members(1000, (i) => [`m${i}`, { p: i < 999 ? holding(i + 1) : { type: "string" } }]);

  it("terminate", async () => {
    const paths = { "/sound": get({ type: "string" }), "/a": get(holding(0)) };
    const { ids, told } = await outcomeOf(JSON.stringify({ openapi, info, paths, "x-m": maps }));
    expect(ids).toEqual(both);
    expect(told).toEqual(["B44-116 1 this part is ignored in get:/a."]);
  });

  it("terminate if each was already used at a shallow place", async () => {
    const paths = members(300, (i) => [`/p${i}`, get(holding(999 - i))]);
    const { ids, told } = await outcomeOf(JSON.stringify({ openapi, info, paths, "x-m": maps }));
    expect(ids).toHaveLength(300);
    expect(told.length).toBeGreaterThan(0);
    for (const line of told) expect(line).toContain("B44-116");
  });
});

it("operations that many paths share are abandoned above a limit, and not before", async () => {
  const wide = { enum: many(2500, String), examples: [many(100_000, String)] };
  const shared = { get: { responses: { 200: { content: { "application/json": { schema: wide } } } } } };
  const outcome = (paths: number) =>
    outcomeOf(
      JSON.stringify({
        openapi: "3.1.0",
        info: { title: "T", version: "1" },
        paths: {
          "/sound": { get: { responses: {} } },
          ...members(paths, (i) => [`/p${i}`, { $ref: "#/components/pathItems/I" }]),
        },
        components: { pathItems: { I: shared } },
      }),
    );
  expect((await outcome(350)).ids).toHaveLength(351);
  expect(await outcome(450)).toEqual({ ids: ["get:/sound"], told: [expect.stringMatching(/^B44-115 .* skipped\.$/)] });
});

it("additional operations are abandoned if their path item's shared members exceed a limit, and not before", async () => {
  const parameters = [{ name: "q", in: "query", schema: { enum: many(2500, String) } }];
  const outcome = (count: number) =>
    outcomeOf(
      JSON.stringify({
        openapi: "3.2.0",
        info: { title: "T", version: "1" },
        paths: {
          "/sound": { get: { responses: {} } },
          "/a": {
            parameters,
            get: { responses: {} },
            additionalOperations: members(count, (i) => [`M${i}`, { responses: {} }]),
          },
        },
      }),
    );
  expect((await outcome(350)).ids).toHaveLength(352);
  const { ids, told } = await outcome(450);
  expect([ids, told[0]]).toEqual([both, "B44-115 1 M0:/a is skipped."]);
});

describe("an operation that cannot be called because of a limit is omitted", () => {
  const one = "  /b:\n    get:\n      parameters: @\n      responses: {}\n";
  const withB = (parameters: string) => head.replace("components:", `${one.replace("@", parameters)}components:`);
  const A = "    A: {type: string}\n";

  it("but not for a member without effect", async () => {
    const unknown = `      note: ${lists}\n`;
    expect(await outcomeOf(`${withB("[]").replace("      parameters", `${unknown}      parameters`)}${A}`)).toEqual({
      ids: ["get:/sound", "get:/a", "get:/b"],
      told: [],
    });
  });

  it("a parameter that is a reference to itself", async () => {
    const text = `${withB("[&p {name: p, in: query, content: *p}]")}${A}`;
    expect(await outcomeOf(text)).toEqual({ ids: both, told: ["B44-117 8 get:/b is skipped."] });
    expect(await outcomeOf(text, ["get:/b", "get:/a"])).toEqual({ ids: [], told: ["error B44-117 8"] });
  });

  it.each([
    ["as many security requirements as HubSpot has", 165, ["get:/b"], undefined],
    ["more security requirements than anybody chooses from", 501, [], "B44-115 8 get:/b is skipped."],
  ])("%s", async (_what, count, wanted, fault) => {
    const text = `${withB("[]").replace("parameters: []", `security: [${"{s: []},".repeat(count)}]`)}${A}`;
    const { ids, told } = await outcomeOf(text);
    expect(ids).toEqual([...both, ...wanted]);
    expect(told.find((one) => one.startsWith("B44-115"))).toBe(fault);
  });

  it("an operation, or a path, that is a reference to itself", async () => {
    const looped = "  /b: &b {get: &o {x-o: *o, responses: {}}, put: *b}\n";
    const text = `${head.replace("components:", `${looped}components:`)}${A}`;
    const { ids, told } = await outcomeOf(text);
    expect(ids).toEqual([...both, "get:/b"]);
    expect(told).toEqual(["B44-308 6 the operation put:/b is skipped."]);
  });

  it("paths with a chain of references that is too long", async () => {
    const paths = members(5000, (i) => [`/p${i}`, { $ref: `#/paths/~1p${(i + 1) % 5000}` }]);
    const spec = {
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: { "/a": { get: { responses: {} } }, ...paths },
    };
    const { ids, told } = await outcomeOf(JSON.stringify(spec, undefined, 1));
    expect(ids).toEqual(["get:/a"]);
    expect(told[0]).toContain("B44-114");
  });

  it("servers that are references to themselves, which all calls need", async () => {
    expect(await outcomeOf(`servers: &s [{url: "https://api.example.com", variables: *s}]\n${head}${A}`)).toEqual({
      ids: [],
      told: ["error B44-117 1"],
    });
  });
});
