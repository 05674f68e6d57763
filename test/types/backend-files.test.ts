import { describe, expect, it } from "vitest";
import { compiled, declarations } from "./support/schemas.js";

const text = { type: "string" };
const bytes = { type: "string", format: "binary" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const schemas = {
  Bytes: bytes,
  Plain: { type: "object", properties: { a: text } },
  Upload: { type: "object", required: ["photo"], properties: { photo: ref("Bytes") } },
};

/** The type of a multipart body with this schema, on one line. */
async function payloadOf(schema: object): Promise<string> {
  const requestBody = { required: true, content: { "multipart/form-data": { schema } } };
  const paths = { "/x": { post: { operationId: "x", requestBody, responses: { 200: { description: "" } } } } };
  const { api } = await compiled({
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths,
    components: { schemas },
  });
  return declarations(api).byName.XArgs!;
}

describe("a multipart body", () => {
  const object = (property: object) => ({ type: "object", properties: { p: property } });

  it.each<[what: string, schema: object, payload: string]>([
    ["without files keeps its name", ref("Plain"), "Plain"],
    ["by reference", ref("Upload"), "{ photo: Blob; }"],
    ["that is a file", bytes, "Blob"],
    ["that is a list of files", { type: "array", items: ref("Bytes") }, "Blob[]"],
    ["of parts", { allOf: [ref("Upload"), object(text)] }, "{ photo: Blob; } & { p?: string; }"],
    ["of several forms", { oneOf: [ref("Upload"), ref("Plain")] }, "{ photo: Blob; } | Plain"],
    ["of any files", { type: "object", additionalProperties: bytes }, "{ [key: string]: Blob; }"],
    ["with a property by format", object(bytes), "{ p?: Blob; }"],
    ["with a property by contentMediaType", object({ contentMediaType: "image/png" }), "{ p?: Blob; }"],
    [
      "with a text that is encoded",
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
    ["with bytes that are a text", object({ ...bytes, contentMediaType: "text/csv" }), "{ p?: Blob; }"],
    ["with a file or null", object({ type: ["string", "null"], format: "binary" }), "{ p?: Blob | null; }"],
    ["with a nullable file", object({ ...bytes, nullable: true }), "{ p?: Blob | null; }"],
    ["with a choice of a file and null", object({ anyOf: [bytes, { type: "null" }] }), "{ p?: Blob | null; }"],
    [
      "with a list of files and nulls",
      object({ type: "array", items: { type: ["string", "null"], format: "binary" } }),
      "{ p?: (Blob | null)[]; }",
    ],
    ["with a list", object({ type: "array", items: bytes }), "{ p?: Blob[]; }"],
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
