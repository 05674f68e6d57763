import { describe, expect, test } from "vitest";
import { diffApis, groupChanges } from "../../src/check/diff/index.js";
import { type JsonObject, resolvePointer } from "../../src/json/index.js";
import { apiOf, apisOf, changesOf, documentsOf, lineOf, pairNames, reference } from "./support.js";

describe("a schema in several places", () => {
  const user = (type: string) => ({ type: "object", properties: { id: { type }, friend: reference("User") } });
  const root = { type: "object", properties: { owner: reference("User"), users: { items: reference("User") } } };

  test("is reported in each, and once in a cycle", async () => {
    const changes = await changesOf({ Root: root, User: user("string") }, { Root: root, User: user("integer") });
    expect(changes.map(lineOf)).toEqual([
      "breaking response-type-changed @ data 200.owner.id",
      "breaking response-type-changed @ data 200.users[].id",
    ]);
  });

  test("is reported in twenty places at most, the nearest ones", async () => {
    const names = Array.from({ length: 30 }, (_, index) => `p${String(index).padStart(2, "0")}`);
    const wide = { type: "object", properties: Object.fromEntries(names.map((name) => [name, reference("User")])) };
    const changes = await changesOf({ Root: wide, User: user("string") }, { Root: wide, User: user("integer") });
    expect(changes.map(lineOf)).toEqual(
      names.slice(0, 20).map((name) => `breaking response-type-changed @ data 200.${name}.id`),
    );
  });

  test("is found in time even if the paths to it are astronomically many", async () => {
    const depth = 60;
    const chain = (type: string): JsonObject => {
      const links = Array.from({ length: depth }, (_, index): [string, JsonObject] => {
        const next = index + 1 < depth ? reference(`L${index + 1}`) : { type };
        return [index === 0 ? "Root" : `L${index}`, { type: "object", properties: { a: next, b: next } }];
      });
      return Object.fromEntries(links);
    };
    const changes = await changesOf(chain("string"), chain("integer"));
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(["response-type-changed"]));
    expect(changes.length).toBeGreaterThan(1);
  });
});

describe("schemas that contain each other", () => {
  const chain = (keyword: string, type: string, length: number): JsonObject => {
    const link = (index: number): JsonObject =>
      index === length ? { type } : { [keyword]: [reference(`L${index + 1}`)], title: `${index}` };
    return { Root: link(0), ...Object.fromEntries(Array.from({ length }, (_, i) => [`L${i + 1}`, link(i + 1)])) };
  };

  test.each(["allOf", "oneOf", "anyOf"])("by %s, 400 deep: what changed in the last is found", async (keyword) => {
    const changes = await changesOf(chain(keyword, "string", 400), chain(keyword, "integer", 400));
    expect(changes.map(({ kind }) => kind)).toEqual(["response-type-changed"]);
  });

  test.each(["allOf", "oneOf", "anyOf"])("by %s, 2,000 deep: what is that far in is not looked at", async (keyword) => {
    expect(await changesOf(chain(keyword, "string", 2000), chain(keyword, "integer", 2000))).toEqual([]);
  });
});

describe("a change", () => {
  const messages: Record<string, string> = {
    "enum-value": 'data.value in the 200 response can now also be "c".',
    type: "data.value in the 200 response was string and is now integer.",
    "operation-removed": "The operation get:/others was removed.",
    "parameter-required": "The query parameter limit was added and is required.",
    "parameter-property": "filter.kind in the query parameter filter was added and is required.",
    "max-length": "data.value in the 200 response has a changed limit: the maximum length was 100 and is now 50.",
    "answer-header": "The header x-rate-limit of the 200 response was added.",
    "security-scope": "The operation get:/things now requires the scope write.",
    "security-scope-alternatives": "The operation get:/things can no longer be called with oauth (read).",
    "status-replaced": "The 201 response was added.",
    "body-became-required": "The payload became required.",
    server: "The operation get:/things had the first server https://a.example.com and now has https://b.example.com.",
    "path-parameter-renamed": "The path parameter id is now named thingId.",
    "function-renamed":
      "The operation get:/things has a function that was named listThings and is now named getThings.",
  };

  test.each(Object.entries(messages))("%s", async (name, message) => {
    const { before, after } = await apisOf(name);
    expect(diffApis(before, after).map((change) => change.message)).toContain(message);
  });

  test("it names a property that is not an identifier unambiguously", async () => {
    const root = (type: string) => ({ Root: { type: "object", properties: { "a.b c": { type } } } });
    const [change] = await changesOf(root("string"), root("integer"));
    expect(change?.message).toBe('data["a.b c"] in the 200 response was string and is now integer.');
  });

  test("it names null if that was the only value", async () => {
    const changes = await changesOf({ Root: { const: null } }, { Root: { type: ["string", "null"] } });
    expect(changes.map(({ message }) => message)).toEqual([
      "data in the 200 response was null and is now string.",
      "data in the 200 response was one of null and can now be any value.",
    ]);
  });

  test("it has its place in both versions", async () => {
    const { before, after } = await apisOf("property-optional");
    expect(diffApis(before, after).map((change) => [change.before?.pointer, change.after?.pointer])).toEqual([
      ["/components/schemas/Thing", "/components/schemas/Thing/properties/b"],
      ["/components/schemas/Thing", "/components/schemas/Thing/properties/b"],
    ]);
  });

  // A media type without a schema has none to point at.
  test.each(pairNames.filter((name) => name !== "answer-without-schema"))(
    "where it stands is there: %s",
    async (name) => {
      const documents = documentsOf(name);
      const { before, after } = await apisOf(name);
      const found = diffApis(before, after).flatMap((change) => [
        ...(change.before
          ? [{ ...change.before, value: resolvePointer(documents.before, change.before.pointer) }]
          : []),
        ...(change.after ? [{ ...change.after, value: resolvePointer(documents.after, change.after.pointer) }] : []),
      ]);
      expect(found.filter(({ value }) => value === undefined)).toEqual([]);
    },
  );

  test("it has the operation's old id and function", async () => {
    const { before, after } = await apisOf("operation-moved");
    expect(diffApis(before, after)).toMatchObject([{ operation: "get:/things", name: "listThings" }]);
  });

  test("it survives JSON", async () => {
    const { before, after } = await apisOf("shared-schema");
    const changes = diffApis(before, after);
    expect(JSON.parse(JSON.stringify(changes))).toEqual(changes);
  });
});

/** An API with the same operation at two paths, and schemas that are made of one with these properties. */
function list(operation: JsonObject, properties: JsonObject = {}): JsonObject {
  const get = { responses: { 200: { description: "" } }, ...operation };
  const madeOfBase = { allOf: [reference("Base"), { properties: { own: { type: "string" } } }] };
  return {
    openapi: "3.1.0",
    info: { title: "Lists", version: "1" },
    paths: { "/a": { get }, "/b": { get } },
    components: {
      parameters: { Limit: { name: "limit", in: "query", schema: { type: "integer" } } },
      schemas: { Base: { type: "object", properties }, One: madeOfBase, Two: madeOfBase },
    },
  };
}

function answerOf(schema: JsonObject): JsonObject {
  return { description: "", content: { "application/json": { schema } } };
}

test("branches without a name are named by their types, without duplicates", async () => {
  const object = (name: string) => ({ type: "object", properties: { [name]: { type: "string" } } });
  const root = (...more: JsonObject[]) => ({ Root: { oneOf: [{ type: "string" }, object("a"), ...more] } });
  const [change] = await changesOf(root(), root(object("b"), object("c")));
  expect(change?.message).toBe("data in the 200 response can now also be object.");
});

describe("groupChanges", () => {
  test("merges one change of a schema over the operations that use it, by direction", async () => {
    const { before, after } = await apisOf("shared-schema");
    const groups = groupChanges(diffApis(before, after));
    expect(groups.map(({ example, operations, changes }) => [example.kind, operations, changes.length])).toEqual([
      ["response-enum-value-added", ["post:/things", "get:/things"], 2],
      ["request-enum-value-added", ["post:/things"], 1],
    ]);
  });

  test("merges a changed server of the document over all operations, and keeps operations separate", async () => {
    const paths = (...names: string[]) =>
      Object.fromEntries(names.map((name) => [`/${name}`, { get: { responses: { 200: { description: "Done" } } } }]));
    const version = (url: string, ...names: string[]) =>
      apiOf({ openapi: "3.1.0", info: { title: "A", version: "1" }, servers: [{ url }], paths: paths(...names) });
    const before = await version("https://a.example.com", "a", "b", "c", "d");
    const groups = groupChanges(diffApis(before, await version("https://b.example.com", "a", "b")));
    expect(groups.map(({ example, operations }) => [example.kind, operations])).toEqual([
      ["server-changed", ["get:/a", "get:/b"]],
      ["operation-removed", ["get:/c"]],
      ["operation-removed", ["get:/d"]],
    ]);
  });

  test("chooses a place in a successful response, near its root, as the example", async () => {
    const answers = (charge: JsonObject) => {
      const media = (schema: JsonObject) => ({ description: "", content: { "application/json": { schema } } });
      const schemas = { Charge: charge };
      const ref = { $ref: "#/components/schemas/Charge" };
      const object = (properties: JsonObject) => ({ type: "object", properties });
      const error = { default: media(object({ charge: ref })) };
      return apiOf({
        openapi: "3.1.0",
        info: { title: "A", version: "1" },
        components: { schemas },
        paths: {
          "/a": { get: { responses: { 200: media(object({ a: { type: "string" } })), ...error } } },
          "/b": { get: { responses: { 200: media(object({ list: { type: "array", items: ref } })), ...error } } },
          "/c": { get: { responses: { 200: media(object({ one: object({ deep: object({ deeper: ref }) }) })) } } },
        },
      });
    };
    const before = await answers({
      type: "object",
      properties: { id: { type: "string" }, amount: { type: "number" } },
    });
    const after = await answers({ type: "object", properties: { id: { type: "string" } } });
    const groups = groupChanges(diffApis(before, after));
    expect(groups.map(({ example, operations }) => [lineOf(example), operations])).toEqual([
      ["breaking response-property-removed @ data 200.list[].amount", ["get:/b", "get:/a", "get:/c"]],
    ]);
  });

  test.each<[what: string, before: JsonObject, after: JsonObject, groups: string[][]]>([
    [
      "a shared parameter that operations get",
      list({}),
      list({ parameters: [{ $ref: "#/components/parameters/Limit" }] }),
      [["safe parameter-added @ query limit", "get:/a", "get:/b"]],
    ],
    [
      "a parameter that is written out in each operation",
      list({ parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }] }),
      list({ parameters: [{ name: "limit", in: "query", schema: { type: "integer", maximum: 9 } }] }),
      [["breaking request-maximum-tightened @ query limit", "get:/a", "get:/b"]],
    ],
    [
      "a response that is written out in each operation",
      list({}),
      list({ responses: { 200: { description: "" }, 409: { description: "Conflict" } } }),
      [["risky response-status-added @ data 409", "get:/a", "get:/b"]],
    ],
    [
      "a property of a schema that others are made of",
      list({ responses: { 200: answerOf({ properties: { one: reference("One"), two: reference("Two") } }) } }),
      list(
        { responses: { 200: answerOf({ properties: { one: reference("One"), two: reference("Two") } }) } },
        { name: { type: "string" } },
      ),
      [["safe response-property-added @ data 200.one.name", "get:/a", "get:/b"]],
    ],
    [
      "two parameters, each by itself",
      list({ parameters: ["limit", "page"].map((name) => ({ name, in: "query" })) }),
      list({}),
      [
        ["risky parameter-removed @ query limit", "get:/a", "get:/b"],
        ["risky parameter-removed @ query page", "get:/a", "get:/b"],
      ],
    ],
  ])("tells of %s once", async (_, before, after, expected) => {
    const groups = groupChanges(diffApis(await apiOf(before), await apiOf(after)));
    expect(groups.map(({ example, operations }) => [lineOf(example), ...operations])).toEqual(expected);
  });

  test("keeps changes separate that differ only in place", async () => {
    const root = (properties: JsonObject) => ({ Root: { type: "object", properties } });
    const changes = await changesOf(root({ a: { type: "string" }, b: { type: "string" } }), root({}));
    expect(groupChanges(changes).map(({ example }) => lineOf(example))).toEqual([
      "breaking response-property-removed @ data 200.a",
      "breaking response-property-removed @ data 200.b",
    ]);
  });
});
