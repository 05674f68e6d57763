import { describe, expect, it } from "vitest";
import { compiled, declarations } from "./support/schemas.js";

const text = { type: "string" };
const bytes = { type: "string", format: "binary" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const schemas = {
  Bytes: bytes,
  Plain: { type: "object", properties: { a: text } },
  Upload: { type: "object", required: ["photo"], properties: { photo: ref("Bytes") } },
  One: { type: "object", required: ["kind", "file"], properties: { kind: text, file: bytes } },
  Two: { type: "object", required: ["kind"], properties: { kind: text } },
  Both: {
    oneOf: [ref("One"), ref("Two")],
    discriminator: { propertyName: "kind", mapping: { one: "#/components/schemas/One", two: "Two" } },
  },
  Many: { type: "array", items: ref("Bytes") },
  Alias: ref("Upload"),
  Holder: { type: "object", properties: { inner: ref("Upload"), list: ref("Many") } },
};

/**
 * The types of an API, each on one line, with an operation that takes a multipart body with this schema, and one that
 * answers with each of others.
 */
async function typesOf(schema: object, answered: object[] = []): Promise<Record<string, string>> {
  const requestBody = { required: true, content: { "multipart/form-data": { schema } } };
  const responses = Object.fromEntries(
    answered.map((other, index) => [
      200 + index,
      { description: "", content: { "application/json": { schema: other } } },
    ]),
  );
  const paths = { "/x": { post: { operationId: "x", requestBody, responses } } };
  const { api } = await compiled({
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths,
    components: { schemas },
  });
  return declarations(api).byName;
}

/** The type of a multipart body with this schema, on one line. */
async function payloadOf(schema: object, answered: object[] = []): Promise<string> {
  return (await typesOf(schema, answered)).XArgs!;
}

describe("a multipart body", () => {
  const object = (property: object) => ({ type: "object", properties: { p: property } });

  it.each<[what: string, schema: object, payload: string]>([
    ["without files keeps its name", ref("Plain"), "Plain"],
    ["by reference", ref("Upload"), "Upload"],
    ["that is a file", bytes, "Blob"],
    ["that is an array of files", { type: "array", items: ref("Bytes") }, "Blob[]"],
    ["of parts", { allOf: [ref("Upload"), object(text)] }, "Upload & { p?: string; }"],
    ["of several forms", { oneOf: [ref("Upload"), ref("Plain")] }, "Upload | Plain"],
    ["of any files", { type: "object", additionalProperties: bytes }, "{ [key: string]: Blob; }"],
    ["with a property by format", object(bytes), "{ p?: Blob; }"],
    ["with a property by contentMediaType", object({ contentMediaType: "image/png" }), "{ p?: Blob; }"],
    [
      "with a string that is encoded",
      object({ type: "string", contentMediaType: "image/png", contentEncoding: "base64" }),
      "{ p?: string; }",
    ],
    ...["application/json", "text/html; charset=utf-8", "application/vnd.a+json", "application/xml"].map(
      (contentMediaType): [string, object, string] => [
        `with a text of ${contentMediaType}`,
        object({ type: "string", contentMediaType }),
        "{ p?: string; }",
      ],
    ),
    ...["application/octet-stream", "image/svg+xml", "*/*", "application/*", "application/pdf"].map(
      (contentMediaType): [string, object, string] => [
        `with a file of ${contentMediaType}`,
        object({ type: "string", contentMediaType }),
        "{ p?: Blob; }",
      ],
    ),
    ["with bytes that are a string", object({ ...bytes, contentMediaType: "text/csv" }), "{ p?: Blob; }"],
    ["with a file or null", object({ type: ["string", "null"], format: "binary" }), "{ p?: Blob | null; }"],
    ["with a nullable file", object({ ...bytes, nullable: true }), "{ p?: Blob | null; }"],
    ["with a choice of a file and null", object({ anyOf: [bytes, { type: "null" }] }), "{ p?: Blob | null; }"],
    [
      "with an array of files and nulls",
      object({ type: "array", items: { type: ["string", "null"], format: "binary" } }),
      "{ p?: (Blob | null)[]; }",
    ],
    ["with an array", object({ type: "array", items: bytes }), "{ p?: Blob[]; }"],
    ["with a file that is described", object({ allOf: [ref("Bytes")] }), "{ p?: Blob; }"],
    ["with one file or several", object({ oneOf: [bytes, { type: "array", items: bytes }] }), "{ p?: Blob | Blob[]; }"],
    ["with a file or its address", object({ anyOf: [ref("Bytes"), text] }), "{ p?: Blob | string; }"],
    ["with JSON, which holds no files", object(object(bytes)), "{ p?: { p?: string; }; }"],
    [
      "with what a request does not carry",
      { ...object(text), properties: { p: text, q: { ...bytes, readOnly: true } } },
      "{ p?: string; }",
    ],
  ])("%s", async (_, schema, payload) => {
    expect(await payloadOf(schema)).toBe(`{ payload: ${payload}; }`);
  });
});

describe("a schema with files", () => {
  it.each<[what: string, form: string, answered: string[], name: string, type: string]>([
    ["has them where forms alone reach it", "Upload", [], "Upload", "{ photo: Blob | string; }"],
    ["is a file where forms alone reach it", "Upload", [], "Bytes", "Blob | string"],
    ["is another name of one that has them", "Alias", [], "Alias", "Upload"],
    ["has arrays of them", "Holder", [], "Holder", "{ inner?: Upload; list?: Many; }"],
    ["is an array of them", "Holder", [], "Many", "(Blob | string)[]"],
    ["has strings as JSON in a form", "Holder", [], "Upload", "{ photo: Bytes; }"],
    ["has strings if a response reaches it too", "Upload", ["Upload"], "Upload", "{ photo: Bytes; }"],
    ["has files if a response reaches only its references", "Upload", ["Bytes"], "Upload", "{ photo: Blob | string; }"],
    ["is a string if a response reaches it too", "Upload", ["Bytes"], "Bytes", "string"],
  ])("%s", async (_, form, answered, name, type) => {
    expect((await typesOf(ref(form), answered.map(ref)))[name]).toBe(type);
  });

  it.each([
    [[], '(One & { kind: "one"; }) | (Two & { kind: "two"; })'],
    [["One"], '({ kind: string; file: Blob | string; } & { kind: "one"; }) | (Two & { kind: "two"; })'],
  ])("keeps what tells it apart, with %j answered", async (answered, payload) => {
    const types = await typesOf(ref("Both"), answered.map(ref));
    expect([types.XArgs, types.Both]).toEqual(["{ payload: Both; }", payload]);
  });
});
