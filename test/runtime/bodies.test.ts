import { describe, expect, it } from "vitest";
import type { BodyDefinition, EncodingDefinition } from "../../src/runtime/functions/b44-definition.js";
import { apiOf, callOnly, failureOf, fromJson, useUpstream, withBody } from "./support.js";

const upstream = useUpstream();

async function sent(body: BodyDefinition, payload: unknown) {
  await callOnly(apiOf(upstream.origin, withBody(body)), { payload });
  const { headers, body: bytes } = upstream.only;
  return { type: headers["content-type"], body: bytes };
}

describe("values that cannot be text", () => {
  const form: BodyDefinition = { kind: "form", type: "application/x-www-form-urlencoded" };
  const multipart: BodyDefinition = { kind: "multipart", type: "multipart/form-data" };
  const json: BodyDefinition = { kind: "json", type: "application/json" };
  const none = new Date(Number.NaN);
  const file = new File(["x"], "a");

  it.each<[given: string, body: BodyDefinition, payload: unknown, pointer: string, problem: string]>([
    ["a file in a form", form, { a: "b", f: file }, "/payload/f", "is a file and cannot be sent as text"],
    ["a file in an array of a form", form, { f: ["a", file] }, "/payload/f/1", "is a file and cannot be sent as text"],
    [
      "bytes in an object of a form",
      form,
      { f: { "a/b": new Uint8Array(1) } },
      "/payload/f/a~1b",
      "is a file and cannot be sent as text",
    ],
    [
      "a file in place of a string",
      { kind: "text", type: "text/plain" },
      file,
      "/payload",
      "is a file and cannot be sent as text",
    ],
    ["a file in JSON", json, { a: [{ f: file }] }, "/payload/a/0/f", "is a file and cannot be sent as text"],
    ["a file for JSON", json, new ArrayBuffer(1), "/payload", "is a file and cannot be sent as text"],
    [
      "a file in JSON of a form",
      multipart,
      { f: file, o: { f: file } },
      "/payload/o/f",
      "is a file and cannot be sent as text",
    ],
    [
      "a file in JSON in an array of a form",
      multipart,
      { l: [file, { f: file }] },
      "/payload/l/1/f",
      "is a file and cannot be sent as text",
    ],
    ["no date in a form", form, { at: none }, "/payload/at", "is not a date"],
    ["no date in a multipart body", multipart, { at: [none] }, "/payload/at/0", "is not a date"],
    ["an invalid date in place of a string", { kind: "text", type: "text/plain" }, none, "/payload", "is not a date"],
  ])("%s is refused", async (_, body, payload, pointer, problem) => {
    for (const validate of [true, false]) {
      const api = apiOf(upstream.origin, withBody(body), { validate });
      const failure = await failureOf(callOnly(api, { payload }));
      expect(failure).toMatchObject({ status: 400, code: "invalid_input", data: { pointer } });
      expect(failure.message).toContain(`${pointer} ${problem}`);
    }
    expect(upstream.received).toEqual([]);
  });

  it("are allowed in JSON, which has null for an invalid date", async () => {
    expect((await sent({ kind: "json", type: "application/json" }, { at: none })).body.toString()).toBe('{"at":null}');
  });

  it("do not include files of a multipart body", async () => {
    expect((await sent(multipart, { f: file, at: new Date(0) })).body.toString()).toContain('filename="a"');
  });
});

describe("JSON, text and binary bodies", () => {
  const json = { kind: "json", type: "application/json" } as const;
  const text = { kind: "text", type: "text/plain;charset=utf-8" } as const;
  const png = new File([Uint8Array.of(1, 2, 255)], "a.png", { type: "image/png" });
  const binary = (type: string): BodyDefinition => ({ kind: "binary", type });
  const bytes = Buffer.from([1, 2, 255]);
  const related = new Blob(["--x--"], { type: "multipart/related; boundary=x" });

  it.each<[given: string, body: BodyDefinition, payload: unknown, type: string | undefined, want: string | Buffer]>([
    ["an object", json, { a: [1, "é"] }, "application/json", '{"a":[1,"é"]}'],
    [
      "a media type of its own",
      { ...json, type: "application/merge-patch+json" },
      { a: null },
      "application/merge-patch+json",
      '{"a":null}',
    ],
    ["false", json, false, "application/json", "false"],
    ["null", json, null, "application/json", "null"],
    ["nothing", json, undefined, undefined, ""],
    ["text", text, "é", "text/plain;charset=utf-8", "é"],
    ["null as text", text, null, undefined, ""],
    ["a file", binary("application/pdf"), png, "application/pdf", bytes],
    ["a file where any type goes", binary("*/*"), png, "image/png", bytes],
    [
      "a file of a declared type",
      { ...binary("a/b"), types: ["a/b", "image/*", "Image/PNG; a=b"] },
      png,
      "Image/PNG; a=b",
      bytes,
    ],
    ["a file in a declared range", { ...binary("a/b"), types: ["a/b", "image/*"] }, png, "image/png", bytes],
    ["a file where anything goes too", { ...binary("a/b"), types: ["a/b", "*/*"] }, png, "image/png", bytes],
    ["a file of another type", { ...binary("a/b"), types: ["a/b", "image/jpeg", "audio/*"] }, png, "a/b", bytes],
    ...[new Blob(["x"]), new Blob(["x"], { type: "application/octet-stream" })].map(
      (file): [string, BodyDefinition, unknown, string, string] => [
        `a file of the type "${file.type}", which it gets in the form of an app's call`,
        { ...binary("a/b"), types: ["a/b", "application/octet-stream"] },
        file,
        "application/octet-stream",
        "x",
      ],
    ),
    ["bytes for several types", { ...binary("a/b"), types: ["a/b", "*/*"] }, Uint8Array.of(1), "a/b", "\u0001"],
    ["a file where any image goes", binary("image/*"), png, "image/png", bytes],
    ["bytes where any type goes", binary("*/*"), Uint8Array.of(1, 2, 255), "application/octet-stream", bytes],
    ["a buffer", binary("application/pdf"), Uint8Array.of(1, 2, 255).buffer, "application/pdf", bytes],
    ["text as a file", binary("text/csv"), "a,b", "text/csv", "a,b"],
    ["parts that are put together already", binary("multipart/related"), related, related.type, "--x--"],
  ])("%s", async (_, body, payload, type, want) => {
    expect(await sent(body, payload)).toEqual({ type, body: Buffer.from(want) });
  });

  it("an own key __proto__ in JSON", async () => {
    await callOnly(apiOf(upstream.origin, withBody(json)), fromJson('{"payload":{"__proto__":{"a":1}}}'));
    expect(upstream.only.body.toString()).toBe('{"__proto__":{"a":1}}');
  });

  it.each<[given: string, body: BodyDefinition, payload: unknown]>([
    ["an object for a file", binary("*/*"), { a: 1 }],
    ["parts of which nobody knows the boundary", binary("multipart/related"), png],
    ["a string in place of a form", { kind: "form", type: "application/x-www-form-urlencoded" }, "a=b"],
    ["an array in place of a multipart body", { kind: "multipart", type: "multipart/form-data" }, []],
  ])("refuses %s", async (_, body, payload) => {
    const failure = await failureOf(sent(body, payload));
    expect(failure).toMatchObject({ status: 400, code: "invalid_input", data: { pointer: "/payload" } });
  });
});

it("refuses a body with GET, which fetch cannot send", async () => {
  const definition = apiOf(upstream.origin, { body: { kind: "json", type: "application/json" } });
  const failure = await failureOf(callOnly(definition, { payload: {} }));
  expect(failure).toMatchObject({ status: 400, data: { pointer: "/payload" } });
});

describe("forms (OpenAPI 3.1, section 4.8.15)", () => {
  it.each<[given: string, encoding: EncodingDefinition | undefined, value: unknown, want: string]>([
    ["a string", undefined, "a b&c=d+é", "f=a%20b%26c%3Dd%2B%C3%A9"],
    ["null", undefined, null, ""],
    ["nothing", undefined, undefined, ""],
    ["an array", undefined, [1, 2], "f=1&f=2"],
    ["an array, not exploded", { style: "form", explode: false }, [1, 2], "f=1,2"],
    ["an array as JSON", { contentType: "application/json" }, [1, 2], "f=%5B1%2C2%5D"],
    ["an object", undefined, { a: 1 }, "f=%7B%22a%22%3A1%7D"],
    ["an object, exploded", { explode: true }, { a: 1, b: 2 }, "a=1&b=2"],
    [
      "an object as deepObject",
      { style: "deepObject", explode: true },
      { a: { b: [1, 2] }, c: "" },
      "f%5Ba%5D%5Bb%5D%5B%5D=1&f%5Ba%5D%5Bb%5D%5B%5D=2&f%5Bc%5D=",
    ],
    [
      "objects in an array as deepObject",
      { style: "deepObject" },
      [{ a: 1 }, { a: 2 }],
      "f%5B0%5D%5Ba%5D=1&f%5B1%5D%5Ba%5D=2",
    ],
    ["a style beats a content type", { style: "form", contentType: "application/json" }, [1, 2], "f=1&f=2"],
    ["allowReserved", { allowReserved: true }, "a/b&c", "f=a/b%26c"],
  ])("%s", async (_, encoding, value, want) => {
    const body: BodyDefinition = { kind: "form", type: "application/x-www-form-urlencoded" };
    const { type, body: bytes } = await sent(encoding ? { ...body, encoding: { f: encoding } } : body, { f: value });
    expect({ type, text: bytes.toString() }).toEqual({ type: "application/x-www-form-urlencoded", text: want });
  });
});

describe("multipart bodies", () => {
  const body: BodyDefinition = { kind: "multipart", type: "multipart/form-data" };

  /** The parts as they came: their headers without the boundary, and their text. */
  async function parts(payload: object, encoding: Record<string, EncodingDefinition> = {}): Promise<string[]> {
    const { type = "", body: bytes } = await sent({ ...body, encoding }, payload);
    const boundary = /boundary=(.+)$/.exec(type)?.[1];
    const text = bytes.toString("latin1");
    expect(text.endsWith(`--${boundary}--\r\n`)).toBe(true);
    return text
      .split(`--${boundary}\r\n`)
      .slice(1)
      .map((part) => part.replace(/\r\n(--.*--\r\n)?$/, ""));
  }

  it.each<[given: string, value: unknown, encoding: EncodingDefinition | undefined, want: string[]]>([
    ["a string", "a", undefined, ['name="f"\r\n\r\na']],
    ["a number", 5, undefined, ['name="f"\r\n\r\n5']],
    ["null", null, undefined, []],
    ["nothing", undefined, undefined, []],
    [
      "bytes",
      Uint8Array.of(120),
      undefined,
      ['name="f"; filename="blob"\r\ncontent-type: application/octet-stream\r\n\r\nx'],
    ],
    [
      "an object, without a file name",
      { a: 1 },
      undefined,
      ['name="f"\r\ncontent-type: application/json\r\n\r\n{"a":1}'],
    ],
    ["an array", ["a", "b"], undefined, ['name="f"\r\n\r\na', 'name="f"\r\n\r\nb']],
    ["a type of its own", "<a/>", { contentType: "text/xml" }, ['name="f"\r\ncontent-type: text/xml\r\n\r\n<a/>']],
    [
      "a type with a parameter in quotes",
      "a",
      { contentType: 'text/plain; charset="utf-8"' },
      ['name="f"\r\ncontent-type: text/plain; charset="utf-8"\r\n\r\na'],
    ],
    [
      "a type that would begin another header",
      "a",
      { contentType: "text/plain\r\nx-y: z" },
      ['name="f"\r\ncontent-type: text/plainx-y: z\r\n\r\na'],
    ],
    [
      "an object with a JSON type of its own",
      { a: 1 },
      { contentType: "application/ld+json" },
      ['name="f"\r\ncontent-type: application/ld+json\r\n\r\n{"a":1}'],
    ],
    [
      "a file",
      new File(["x"], 'é"\r\n.png', { type: "image/png" }),
      undefined,
      ['name="f"; filename="Ã©%22%0D%0A.png"\r\ncontent-type: image/png\r\n\r\nx'],
    ],
    [
      "a file without a type",
      new File(["x"], "a"),
      { contentType: "image/png" },
      ['name="f"; filename="a"\r\ncontent-type: image/png\r\n\r\nx'],
    ],
    [
      "a file without a type that came in a form",
      new File(["x"], "a", { type: "application/octet-stream" }),
      { contentType: "application/pdf" },
      ['name="f"; filename="a"\r\ncontent-type: application/pdf\r\n\r\nx'],
    ],
    [
      "a file where many types go",
      new File(["x"], "a"),
      { contentType: "image/png, image/*" },
      ['name="f"; filename="a"\r\ncontent-type: application/octet-stream\r\n\r\nx'],
    ],
    [
      "a blob, by the name that it has in the form of an app's call",
      new Blob(["x"], { type: "text/csv" }),
      undefined,
      ['name="f"; filename="blob"\r\ncontent-type: text/csv\r\n\r\nx'],
    ],
    [
      "two files",
      [new File(["x"], "a"), new File(["y"], "b")],
      undefined,
      ["a", "b"].map(
        (name, index) => `name="f"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n${"xy"[index]}`,
      ),
    ],
  ])("%s", async (_, value, encoding, want) => {
    const found = await parts({ f: value }, encoding && { f: encoding });
    expect(found).toEqual(want.map((part) => `content-disposition: form-data; ${part}`));
  });

  it.each<[style: string, encoding: EncodingDefinition, value: unknown, want: [name: string, text: string][]]>([
    [
      "deepObject",
      { style: "deepObject", explode: true },
      { a: { "b c": [1, "é&=%"] } },
      [
        ["f[a][b c][]", "1"],
        ["f[a][b c][]", "Ã©&=%"],
      ],
    ],
    ["form, not exploded", { style: "form", explode: false }, ["a b", "c"], [["f", "a b,c"]]],
    [
      "form, exploded",
      { explode: true },
      { a: 1, b: "x" },
      [
        ["a", "1"],
        ["b", "x"],
      ],
    ],
    ["pipeDelimited", { style: "pipeDelimited", explode: false }, [1, 2], [["f", "1|2"]]],
    ["of null", { style: "deepObject" }, null, []],
    ["rather than by content type", { style: "form", contentType: "text/csv" }, "a", [["f", "a"]]],
  ])("by style: %s", async (_, encoding, value, want) => {
    const found = await parts({ f: value }, { f: encoding });
    expect(found).toEqual(want.map(([name, text]) => `content-disposition: form-data; name="${name}"\r\n\r\n${text}`));
  });

  it("a file whatever its style", async () => {
    const files = [new File(["x"], "a"), new File(["y"], "b")];
    const found = await parts({ f: files }, { f: { style: "form", explode: true } });
    expect(found.map((part) => /filename="(.)"/.exec(part)?.[1])).toEqual(["a", "b"]);
  });

  it("a single file, for which the spec has no name", async () => {
    const { body: bytes } = await sent(body, new File(["x"], "a.csv", { type: "text/csv" }));
    expect(bytes.toString()).toContain('; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\nx');
  });

  it("several files, for which the spec has no name", async () => {
    const found = (await sent(body, [new File(["x"], "a"), new File(["y"], "b")])).body.toString();
    expect(found.match(/; name="file"; filename="."/g)).toHaveLength(2);
  });

  it("names that would start another header or part", async () => {
    const [part] = await parts({ 'a"\r\nx-y: z': "v" });
    expect(part).toBe('content-disposition: form-data; name="a%22%0D%0Ax-y: z"\r\n\r\nv');
  });

  it("can be read by the platform's own parser", async () => {
    const { type = "", body: bytes } = await sent(body, { note: "é", meta: { a: 1 }, file: new File(["x"], "ü.txt") });
    const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
    expect(form.get("note")).toBe("é");
    expect(form.get("meta")).toBe('{"a":1}');
    expect((form.get("file") as File).name).toBe("ü.txt");
  });
});
