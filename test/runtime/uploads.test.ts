import { describe, expect, it } from "vitest";
import type { BodyDefinition } from "../../src/runtime/functions/b44-definition.js";
import { createHandler } from "../../src/runtime/functions/b44-handler.js";
import { clientOf, postForm, seen } from "./handler-support.js";
import { apiOf, useUpstream } from "./support.js";

const upstream = useUpstream();
const file = new File([Uint8Array.of(0, 255)], "ü.png", { type: "image/png" });
const operation = "post:/things";

function send(
  fields: Record<string, unknown>,
  body: BodyDefinition = { kind: "multipart", type: "multipart/form-data" },
) {
  return createHandler(apiOf(upstream.origin, { method: "POST", body }), () => clientOf(null))(postForm(fields));
}

/** The form as it came to the API. */
async function came(): Promise<FormData> {
  const { headers, body } = upstream.only;
  return new Response(new Uint8Array(body), { headers: { "content-type": headers["content-type"] ?? "" } }).formData();
}

async function bytesOf(value: unknown): Promise<number[]> {
  return [...new Uint8Array(await (value as File).arrayBuffer())];
}

describe("files of a call", () => {
  it("as a member of the payload", async () => {
    const args = { payload: { note: "n", file: null } };
    expect(await seen(send({ operation, args, files: { f0: "/payload/file" }, f0: file }))).toMatchObject({
      status: 200,
      success: true,
    });
    const form = await came();
    expect(form.get("note")).toBe("n");
    expect(form.get("file")).toMatchObject({ name: "ü.png", type: "image/png" });
    expect(await bytesOf(form.get("file"))).toEqual([0, 255]);
  });

  it("as items of an array", async () => {
    const files = { f0: "/payload/files/0", f1: "/payload/files/1" };
    await send({
      operation,
      args: { payload: { files: [null, null] } },
      files,
      f0: file,
      f1: new File(["x"], "b.txt"),
    });
    expect((await came()).getAll("files").map((one) => (one as File).name)).toEqual(["ü.png", "b.txt"]);
  });

  it("under a name with ~ and /", async () => {
    await send({ operation, args: { payload: {} }, files: { f0: "/payload/a~1b~0c" }, f0: file });
    expect((await came()).has("a/b~c")).toBe(true);
  });

  it("as the payload", async () => {
    await send({ operation, args: {}, files: { f0: "/payload" }, f0: file }, { kind: "binary", type: "*/*" });
    expect(upstream.only.headers["content-type"]).toBe("image/png");
    expect([...upstream.only.body]).toEqual([0, 255]);
  });

  it("named __proto__ is an ordinary member", async () => {
    await send({ operation, args: { payload: {} }, files: { f0: "/payload/__proto__" }, f0: file });
    expect((await came()).has("__proto__")).toBe(true);
    expect({}).not.toHaveProperty("name");
  });
});

describe("forms that are refused", () => {
  const right = { operation, args: { payload: { list: [], text: "t" } }, files: {}, f0: file };
  it.each<[given: string, fields: object]>([
    ["a pointer outside the payload", { files: { f0: "/headers/x" } }],
    ["a pointer that only begins alike", { files: { f0: "/payloads" } }],
    ["an empty pointer", { files: { f0: "" } }],
    ["a pointer that is not a string", { files: { f0: 5 } }],
    ["a pointer through what is not there", { files: { f0: "/payload/a/b" } }],
    ["a pointer through a string", { files: { f0: "/payload/text/b" } }],
    ["a pointer through __proto__", { files: { f0: "/payload/__proto__/polluted" } }],
    ["a pointer through constructor", { files: { f0: "/payload/constructor/prototype" } }],
    ["a pointer beyond an array", { files: { f0: "/payload/list/1" } }],
    ["a pointer to the length of an array", { files: { f0: "/payload/list/length" } }],
    ["a file that is not there", { files: { f1: "/payload/a" } }],
    ["a string in place of a file", { files: { f0: "/payload/a" }, f0: "text" }],
    ["arguments that are not JSON", { args: "{" }],
    ["arguments that are not an object", { args: "5" }],
    ["files that are not an object", { files: "null" }],
  ])("%s", async (_, fields) => {
    expect(await seen(send({ ...right, ...fields }))).toMatchObject({ status: 400, code: "invalid_input" });
    expect(upstream.received).toEqual([]);
    expect({}).not.toHaveProperty("polluted");
  });

  it("an unknown operation", async () => {
    expect(await seen(send({ operation: "post:/none", args: {} }))).toMatchObject({ status: 404 });
    expect(await seen(send({ args: {} }))).toMatchObject({ status: 404 });
  });
});
