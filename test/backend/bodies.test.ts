import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { clientOf } from "./support/dev-server.js";
import { usePlatform } from "./support/platform.js";
import { type GeneratedModule, projectOf } from "./support/project.js";
import { useUpstream } from "./support/upstream.js";
import { startWorkerd } from "./support/workerd.js";

const upstream = useUpstream();
const platform = usePlatform();

let bodies: GeneratedModule = {};

/** Calls an operation; what the API received. */
async function sent(name: string, payload: unknown) {
  await bodies[name]?.(clientOf(platform.origin, "user"), { payload });
  const [received, ...more] = upstream.received;
  expect(more).toEqual([]);
  const { "content-type": type = "", accept } = received?.headers ?? {};
  return { type: String(type), accept, body: received?.body ?? Buffer.of() };
}

beforeAll(async () => {
  const spec = join(import.meta.dirname, "specs/bodies.yaml");
  const via = { function: {} };
  const project = projectOf({
    lang: "ts",
    apis: { bodies: { spec, via, operations: "all", baseUrl: upstream.origin } },
  });
  await project.generate();
  await platform.serve(await startWorkerd({ folder: project.folder, names: ["bodies"], secrets: {} }));
  bodies = await project.load("bodies.ts");
}, 120_000);

describe("request bodies in several forms, in workerd", () => {
  test("JSON is sent as the media type whose schema is checked", async () => {
    expect(await sent("patchThings", { name: "a" })).toMatchObject({ type: "application/merge-patch+json" });
    await expect(sent("patchThings", [{ op: "remove" }])).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("parameters of media types are in content-type and accept", async () => {
    const { type, accept } = await sent("addThing", { name: "a" });
    expect(type).toBe("application/vnd.things+json; version=2.4.13");
    expect(accept).toMatch(/^application\/vnd\.things\+json; version=2\.4\.13, /);
  });

  test("an object declared as binary is sent as JSON, and an error is read as JSON", async () => {
    const message = { message: "no such thread" };
    upstream.json(400, message);
    const result = await bodies.sendMail?.(clientOf(platform.origin, "user"), { payload: { raw: "aGk=" } });
    expect(result).toMatchObject({ success: false, status_code: 400, data: message });
    const [received] = upstream.received;
    expect([received?.headers["content-type"], received?.body.toString()]).toEqual([
      "application/json",
      '{"raw":"aGk="}',
    ]);
  });

  test("a value declared as base64 is sent unchanged, as a string or as bytes", async () => {
    expect(await sent("putCover", "/9j/")).toMatchObject({ type: "image/jpeg", body: Buffer.from("/9j/") });
  });

  test("bytes under such a schema stay bytes", async () => {
    const bytes = Uint8Array.of(0, 255);
    expect(await sent("putCover", new Blob([bytes]))).toMatchObject({ type: "image/jpeg", body: Buffer.from(bytes) });
  });

  test("a field that may be a file accepts a file or a string, and nothing else", async () => {
    const files = { photo: new File(["x"], "a.png"), csvFile: new Blob(["a,b,c,d"]), logo: new File(["x"], "b") };
    const { body } = await sent("addCover", files);
    expect(body.toString()).toContain('name="photo"; filename="a.png"');
    expect(body.toString()).toContain('name="csvFile"; filename=');
    expect(body.toString()).toMatch(/name="logo"; filename="b"\r\ncontent-type: image\/png\r\n/);
    await expect(sent("addCover", { logo: 42 })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(sent("addCover", { photo: 42 })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(sent("addCover", { csvFile: { a: 1 } })).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("a payload is sent as JSON, or as the form that accepts files if it has some", async () => {
    const text = "t";
    const tags = ["a", "b"];
    const { type, body } = await sent("addPost", { text, tags });
    expect([type, JSON.parse(body.toString())]).toEqual(["application/json", { text, tags }]);
    upstream.received.length = 0;
    const form = await sent("addPost", { text, tags, "files[0]": new File(["x"], "a.png") });
    expect(form.type).toMatch(/^multipart\/form-data; boundary=/);
    expect(form.body.toString()).toContain('name="files[0]"; filename="a.png"');
    expect(form.body.toString().match(/name="tags"/g)).toHaveLength(2);
    await expect(sent("addPost", { "files[0]": new File(["x"], "a.png") })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  test("a charset that is not used is not in content-type", async () => {
    const { type, body } = await sent("putThings", "é");
    expect([type, body.toString("utf8")]).toEqual(["text/csv; header=present", "é"]);
  });

  test("a file is sent in a form, and other fields by their styles", async () => {
    const file = new File([Uint8Array.of(0, 255)], "a.png", { type: "image/png" });
    const { type, body } = await sent("addPicture", { file, link: { create: true, tags: ["a", "b"] } });
    expect(type).toMatch(/^multipart\/form-data; boundary=b44-/);
    const headers = { "content-type": type };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    const came = form.get("file") as File;
    expect([came.name, came.type, [...new Uint8Array(await came.arrayBuffer())]]).toEqual([
      "a.png",
      "image/png",
      [0, 255],
    ]);
    expect([form.get("link[create]"), form.getAll("link[tags][]")]).toEqual(["true", ["a", "b"]]);
  });
});
