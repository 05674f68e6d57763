import { symlink } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { Json } from "../../src/json/index.js";
import { loadSpec } from "../../src/spec/load/index.js";
import type { DocumentFailure, SourceDocument } from "../../src/spec/model.js";
import { loadReferences, type ReferenceOptions, referenceUri } from "../../src/spec/resolve/index.js";
import { diagnosticOf, serve, serveFiles } from "../support/documents.js";
import { folderOf } from "../support/files.js";

const rootText = JSON.stringify({ openapi: "3.1.0", paths: {} });

function rootAt(uri: string, value: Json = {}): SourceDocument {
  return { uri, display: "root", text: JSON.stringify(value), format: "json", value, hash: "" };
}

/** Follows references from `root.json` in a folder; documents and failures come as paths relative to the folder. */
async function follow(
  files: Record<string, string>,
  refs: string[],
  options: Partial<ReferenceOptions> = {},
  folder?: string,
) {
  const cwd = folder ?? folderOf({ "root.json": rootText, ...files });
  const root = options.root ?? (await loadSpec("root.json", { cwd })).document;
  const { documents, failures, diagnostics } = await loadReferences(
    refs.map((ref) => ({ ref, base: root.uri })),
    { ...options, root, cwd },
  );
  const base = `${pathToFileURL(cwd).href}/`;
  const relative = (uri: string) => (uri.startsWith(base) ? uri.slice(base.length) : uri);
  return {
    cwd,
    diagnostics,
    documents: new Map([...documents].map(([uri, document]) => [relative(uri), document])),
    failures: new Map([...failures].map(([uri, { diagnostic }]) => [relative(uri), diagnostic])),
    reasons: Object.fromEntries([...failures].map(([uri, { reason }]) => [relative(uri), reason])),
    read: [...documents.keys()].map(relative).filter((uri) => uri !== relative(root.uri)),
    codes: Object.fromEntries([...failures].map(([uri, { diagnostic }]) => [relative(uri), diagnostic.code])),
  };
}

describe("documents that are read", () => {
  const cases: [given: string, files: Record<string, string>, refs: string[], want: string[]][] = [
    ["none", {}, [], []],
    ["a fragment of the root", {}, ["#/components/schemas/A"], []],
    ["the root by its name", {}, ["root.json#/a", "./root.json"], []],
    ["one, named twice", { "a.json": "{}" }, ["a.json#/x", "./a.json#/y"], ["a.json"]],
    ["one in a folder", { "a/b c#d.yaml": "x: 1" }, ["a/b%20c%23d.yaml#/x"], ["a/b%20c%23d.yaml"]],
    ["one with a space as it is", { "a b.yaml": "x: 1" }, ["a b.yaml"], ["a%20b.yaml"]],
    ["one with a name that is not ASCII", { "é.yaml": "x: 1" }, ["é.yaml"], ["%C3%A9.yaml"]],
    ["one with a backslash", { "a/b.yaml": "x: 1" }, ["a\\b.yaml"], ["a/b.yaml"]],
    ["one with a backslash in its query", { "a.yaml": "x: 1" }, ["a.yaml?b\\c"], ["a.yaml?b%5Cc"]],
    [
      "one after the other",
      { "a.yaml": "$ref: b/c.yaml", "b/c.yaml": "x: {y: [{$ref: '../d.json#/z'}]}", "d.json": '{"z":1}' },
      ["a.yaml"],
      ["a.yaml", "b/c.yaml", "d.json"],
    ],
    ["a circle", { "a.yaml": "$ref: b.yaml", "b.yaml": "$ref: a.yaml#/x" }, ["a.yaml"], ["a.yaml", "b.yaml"]],
    [
      "what a discriminator's mapping names",
      { "a.yaml": "discriminator: {mapping: {b: b.yaml, c: 'c#/d', e: E}}", "b.yaml": "x: 1", c: "d: 1" },
      ["a.yaml"],
      ["a.yaml", "b.yaml", "c"],
    ],
  ];
  it.each(cases)("%s", async (_given, files, refs, want) => {
    const { read, codes } = await follow(files, refs);
    expect(read).toEqual(want);
    expect(codes).toEqual({});
  });

  it("those that the root references, if another document references the root", async () => {
    const files = {
      "root.json": '{"openapi":"3.1.0","x":{"$ref":"b.yaml"}}',
      "a.yaml": "$ref: root.json#/x",
      "b.yaml": "y: 1",
    };
    expect((await follow(files, ["a.yaml"])).read).toEqual(["a.yaml", "b.yaml"]);
  });

  it("are named by their path from the working folder, and parsed", async () => {
    const { documents } = await follow({ "a/b.yaml": "x: 2024-01-01" }, ["a/b.yaml"]);
    expect(documents.get("a/b.yaml")).toMatchObject({
      display: "a/b.yaml",
      format: "yaml",
      value: { x: "2024-01-01" },
    });
  });

  it.each([
    ["an absolute path", (file: string) => file],
    ["a file URL", (file: string) => pathToFileURL(file).href],
  ])("are named in the way of the root document: %s", async (_given, named) => {
    const cwd = folderOf({ "openapi.json": "{}", "a/b.yaml": "x:\n\t1" });
    const at = (file: string) => path.join(cwd, file);
    const root = { ...rootAt(pathToFileURL(at("openapi.json")).href), display: named(at("openapi.json")) };
    const { failures } = await loadReferences([{ ref: "a/b.yaml", base: root.uri }], { root, cwd });
    expect([...failures.values()].map(({ diagnostic }) => diagnostic.location?.file)).toEqual([named(at("a/b.yaml"))]);
  });

  it("are relative to the working folder for a spec from standard input", async () => {
    const cwd = folderOf({ "a.yaml": "x: 1" });
    const ref = path.relative(process.cwd(), path.join(cwd, "a.yaml"));
    const options = { root: rootAt("stdin:") };
    expect((await follow({}, [ref], options, cwd)).codes).toEqual({ "a.yaml": "B44-109" });
    expect((await follow({}, [ref], { ...options, allowFiles: ["a.yaml"] }, cwd)).read).toEqual(["a.yaml"]);
  });

  it("have warnings about sloppy parts", async () => {
    const { diagnostics } = await follow({ "a.json": '{"x":1,}' }, ["a.json"]);
    expect(diagnostics).toMatchObject([{ code: "B44-113", location: { file: "a.json", line: 1, column: 8 } }]);
  });

  it("hundreds of them", async () => {
    const names = Array.from({ length: 300 }, (_, index) => `${index}.yaml`);
    const files = Object.fromEntries(names.map((name, index) => [name, `$ref: ${(index * 7) % 300}.yaml`]));
    expect((await follow(files, names)).read).toHaveLength(300);
  });
});

describe("documents that must not be read (B44-109)", () => {
  const outside: [given: string, ref: (outside: string) => string][] = [
    ["above the spec's folder", () => "../outside/a.yaml"],
    ["by an absolute path", (folder) => path.join(folder, "a.yaml")],
    ["by a file URL", (folder) => pathToFileURL(path.join(folder, "a.yaml")).href],
    ["through a link to a file", () => "link.yaml"],
    ["through a link to a folder", () => "folder/a.yaml"],
    ["missing, outside", () => "../outside/missing.yaml"],
    ["a folder beside with a longer name", () => "../spec2/a.yaml"],
    ["encoded dots", () => "%2e%2e/outside/a.yaml"],
  ];
  async function twoFolders() {
    const cwd = folderOf({ "spec/root.json": rootText, "outside/a.yaml": "x: 1", "spec2/a.yaml": "x: 1" });
    await symlink(path.join(cwd, "outside/a.yaml"), path.join(cwd, "spec/link.yaml"));
    await symlink(path.join(cwd, "outside"), path.join(cwd, "spec/folder"));
    return { cwd, root: (await loadSpec("spec/root.json", { cwd })).document };
  }
  it.each(outside)("a file %s", async (_given, ref) => {
    const { cwd, root } = await twoFolders();
    const { read, failures } = await follow({}, [ref(path.join(cwd, "outside"))], { root }, cwd);
    expect(read).toEqual([]);
    expect([...failures.values()]).toMatchObject([{ code: "B44-109", help: expect.stringContaining("--allow-file ") }]);
  });

  it.each([["outside"], ["outside/a.yaml"]])("unless %s is allowed", async (allowed) => {
    const { cwd, root } = await twoFolders();
    const refs = ["../outside/a.yaml", "link.yaml", "folder/a.yaml"];
    const { read } = await follow({}, refs, { root, allowFiles: [allowed] }, cwd);
    expect(read).toHaveLength(3);
  });

  const hidden: [given: string, ref: string, allowed: string][] = [
    ["a hidden file", ".env", "spec/.env"],
    ["a file of a hidden folder", ".git/config.yaml", "spec/.git"],
    ["a hidden file, encoded", "%2eenv", "spec/.env"],
    ["a link to a hidden file", "link.yaml", "spec/.env"],
  ];
  it.each(hidden)("%s, unless it is allowed", async (_given, ref, allowed) => {
    const files = { "spec/root.json": rootText, "spec/.env": "KEY: secret", "spec/.git/config.yaml": "x: 1" };
    const cwd = folderOf(files);
    await symlink(path.join(cwd, "spec/.env"), path.join(cwd, "spec/link.yaml"));
    const { document: root } = await loadSpec("spec/root.json", { cwd });
    const { read, failures } = await follow({}, [ref], { root }, cwd);
    expect(read).toEqual([]);
    expect([...failures.values()]).toMatchObject([{ code: "B44-109", message: expect.stringContaining("is hidden") }]);
    expect((await follow({}, [ref], { root, allowFiles: [allowed] }, cwd)).read).toHaveLength(1);
  });

  it("nor one beside a hidden spec", async () => {
    const cwd = folderOf({ ".specs/root.json": rootText, ".specs/a.yaml": "x: 1" });
    const { document: root } = await loadSpec(".specs/root.json", { cwd });
    expect((await follow({}, ["a.yaml"], { root }, cwd)).read).toEqual([".specs/a.yaml"]);
  });

  it.each([
    ["server.key", "KEY: [*secret", '"server.key" cannot be read: "server.key" is neither JSON nor YAML.', undefined],
    ["server.key", '{"KEY": secret', '"server.key" cannot be read: "server.key" is neither JSON nor YAML.', undefined],
    ["empty.yaml", "", expect.stringContaining("is empty"), undefined],
    ["broken.yaml", "KEY: [*secret", expect.stringContaining("is not valid YAML"), 1],
    ["broken.json", '{"KEY": secret', expect.stringContaining("is not valid JSON"), 1],
  ])("shows nothing of %s that does not parse, unless it should: %s", async (name, text, message, line) => {
    const { failures } = await follow({ [name]: text }, [name]);
    expect([...failures.values()].map((found) => [found.code, found.message, found.location?.line])).toEqual([
      ["B44-110", message, line],
    ]);
  });

  it("nor a spec behind a link, nor one beside the link or the spec", async () => {
    const cwd = folderOf({ "real/root.json": rootText, "real/a.yaml": "x: 1", "links/b.yaml": "x: 1" });
    await symlink(path.join(cwd, "real/root.json"), path.join(cwd, "links/root.json"));
    await symlink(path.join(cwd, "real/a.yaml"), path.join(cwd, "links/a.yaml"));
    const { document } = await loadSpec("links/root.json", { cwd });
    const { read } = await follow({}, ["a.yaml", "b.yaml"], { root: document }, cwd);
    expect(read).toEqual(["links/a.yaml", "links/b.yaml"]);
  });

  const urls: [given: string, root: string, ref: string, allowHosts: string[], want: "read" | RegExp][] = [
    ["the same origin", "https://example.com/a/root.json", "b.yaml", [], "read"],
    ["a parent of the same origin", "https://example.com/a/root.json", "/b.yaml?v=1", [], "read"],
    ["another host", "https://example.com/root.json", "https://example.org/b.yaml", [], /own origin/],
    ["another port", "https://example.com/root.json", "https://example.com:8443/b.yaml", [], /own origin/],
    ["another scheme", "https://example.com/root.json", "http://example.com/b.yaml", [], /own origin/],
    ["an allowed host", "https://example.com/root.json", "https://Example.org/b.yaml", ["example.ORG"], "read"],
    ["an allowed port", "https://example.com/root.json", "https://a.test:81/b.yaml", ["a.test:81"], "read"],
    ["a port not allowed", "https://example.com/root.json", "https://a.test:82/b.yaml", ["a.test:81"], /own origin/],
    ["a private address", "https://example.com/root.json", "http://10.0.0.1/b.yaml", ["10.0.0.1"], /private address/],
    ["a loopback name", "https://example.com/root.json", "http://localhost/b", ["localhost"], /private address/],
    ["a private origin's own", "http://127.0.0.1:99/root.json", "b.yaml", [], "read"],
    ["a file", "https://example.com/root.json", "file:///etc/passwd", [], /from the network/],
    [
      "a URL from a file",
      "file:///specs/root.json",
      "https://example.com/b.yaml",
      [],
      /on the network, but the spec is not/,
    ],
    ["a URL from standard input", "stdin:", "https://example.com/b.yaml", [], /on the network, but the spec is not/],
    ["an allowed URL from standard input", "stdin:", "https://example.com/b.yaml", ["example.com"], "read"],
    ["an allowed private address from a file", "file:///specs/root.json", "http://10.0.0.1/b", ["10.0.0.1"], "read"],
  ];
  it.each(urls)("%s", async (_given, uri, ref, allowHosts, want) => {
    const asked: [url: string, authorization: string | null][] = [];
    const fetcher: typeof fetch = async (input, init) => {
      asked.push([String(input), new Headers(init?.headers).get("authorization")]);
      return new Response("x: 1");
    };
    const options = { root: rootAt(uri), allowHosts, allowFiles: ["/etc"], fetch: fetcher };
    const { read, failures } = await follow({}, [ref], options, "/specs");
    if (want === "read") {
      expect([read, asked]).toEqual([[referenceUri(ref, uri)], [[referenceUri(ref, uri), null]]]);
    } else {
      expect(asked).toEqual([]);
      expect([...failures.values()]).toMatchObject([{ code: "B44-109", message: expect.stringMatching(want) }]);
    }
  });

  it("a file of another machine", async () => {
    const { codes } = await follow({}, ["file://server/share/a.yaml"]);
    expect(Object.values(codes)).toEqual([expect.stringMatching(/B44-1(09|10)/)]);
  });

  it("named without credentials and query", async () => {
    const { failures } = await follow({}, ["https://ann:secret@example.com/a.yaml?key=secret"]);
    expect(JSON.stringify([...failures.values()])).not.toContain("secret");
  });
});

describe("documents that cannot be read (B44-110)", () => {
  const files: [
    given: string,
    files: Record<string, string>,
    ref: string,
    message: RegExp,
    file: string,
    reason: DocumentFailure["reason"],
    help: RegExp,
    line?: number,
  ][] = [
    ["missing", {}, "a.yaml", /"a.yaml" cannot be read: .*does not exist/, "root.json", "unreadable", /^Put/],
    ["a folder", { "a/b": "" }, "a", /is a folder, not a file/, "root.json", "unreadable", /^Write the path of a file/],
    ["broken JSON", { "a.json": '{"a":1' }, "a.json#/a", /not valid JSON/, "a.json", "broken", /^Fix the JSON/, 1],
    [
      "broken YAML",
      { "a.yaml": "a: b\nc: d: e" },
      "a.yaml",
      /not valid YAML/,
      "a.yaml",
      "broken",
      /^Put the string in quotes/,
      2,
    ],
    ["a conflict", { "a.yaml": "<<<<<<< ours\na: b" }, "a.yaml", /conflict/, "a.yaml", "broken", /^Keep one side/, 1],
    ["HTML", { "a.yaml": "<!doctype html>" }, "a.yaml", /web page/, "root.json", "broken", /^Give the address/],
    ["no document", { LICENSE: "a: b: c" }, "LICENSE", /neither JSON/, "root.json", "unreadable", /^Fix the `\$ref`/],
    ["broken characters", {}, "%00.yaml", /cannot be read/, "root.json", "unreadable", /^Put/],
    ["too deep", { "a.yaml": "- ".repeat(3000) }, "a.yaml", /nested/, "a.yaml", "unreadable", /^Trim the document/, 1],
  ];
  it.each(files)("%s", async (_given, content, ref, message, file, reason, help, line) => {
    const { failures, reasons, read } = await follow(content, [ref]);
    expect(Object.values(reasons)).toEqual([reason]);
    expect(read).toEqual([]);
    const [failure] = [...failures.values()];
    expect(failure).toMatchObject({ code: "B44-110", message: expect.stringMatching(message), location: { file } });
    expect(failure?.location?.line).toBe(line);
    expect(failure?.help).toMatch(help);
  });

  it.each([["ftp://example.com/b.yaml"], ["data:application/json,{}"], ["https://:0/x"], ["http://"]])(
    "no file or http(s) URL: %s",
    async (ref) => {
      const { codes } = await follow({}, [ref]);
      expect(codes).toEqual({ [ref]: "B44-110" });
    },
  );

  it.each<[ref: string, help: string]>([
    ["schemas/pet.yaml#/a", 'Did you mean "schemas/Pet.yaml#/a"?'],
    ["./schemas/A%20b.yaml", 'Did you mean "./schemas/a%20B.yaml"?'],
    [".\\schemas\\pet.yaml#/a", 'Did you mean ".\\\\schemas\\\\Pet.yaml#/a"?'],
    ["schemas/caf%C3%A9.yaml", 'Did you mean "schemas/cafe%CC%81.yaml"?'],
    ["./Schemas/pet.yaml#/a", 'Did you mean "./schemas/Pet.yaml#/a"?'],
    ["./schemas/Deep%20er\\x.yaml", 'Did you mean "./schemas/deep%20er\\\\X.yaml"?'],
    ["schemas/pets.yaml", "Put the document where the `$ref` points, or fix the `$ref`."],
    ["absent/pet.yaml", "Put the document where the `$ref` points, or fix the `$ref`."],
  ])("but for the case of their name, or Unicode's form of it: %s", async (ref, help) => {
    const names = ["schemas/Pet.yaml", "schemas/a B.yaml", "schemas/cafe\u0301.yaml", "schemas/deep er/X.yaml"];
    const { failures } = await follow(Object.fromEntries(names.map((name) => [name, "x: 1"])), [ref]);
    const [failure] = [...failures.values()];
    // A system that does not tell such names apart reads the file.
    if (failure) expect(failure.help).toBe(help);
  });

  it("do not keep others from being read", async () => {
    const content = {
      "a.yaml": "[{$ref: missing.yaml}, {$ref: 'http://'}, {$ref: b.yaml}, {$ref: 5}]",
      "b.yaml": "x: 1",
    };
    const { read, failures } = await follow(content, ["a.yaml"]);
    expect(read).toEqual(["a.yaml", "b.yaml"]);
    expect(failures.get("missing.yaml")?.location).toEqual({ file: "a.yaml", pointer: "/0/$ref" });
    expect(failures.get("http://")?.location).toEqual({ file: "a.yaml", pointer: "/1/$ref" });
  });

  it("are reported in an order and at places that do not depend on reading order", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `${String.fromCharCode(116 - index)}.yaml`);
    const content = Object.fromEntries(
      names.map((name, index) => [name, `[{$ref: gone${index % 3}}]${" ".repeat(index * 999)}`]),
    );
    const { read, failures } = await follow(content, names);
    expect(read).toEqual([...names].sort());
    expect([...failures].map(([uri, { location }]) => [uri, location?.file])).toEqual([
      ["gone0", "b.yaml"],
      ["gone1", "a.yaml"],
      ["gone2", "c.yaml"],
    ]);
  });

  it("too large together: which ones are read would depend on timing", async () => {
    const names = Array.from({ length: 30 }, (_, index) => `${index}.yaml`);
    const content = Object.fromEntries(names.map((name) => [name, `x: ${"y".repeat(1000)}`]));
    expect((await diagnosticOf(follow(content, names, { maxBytes: 5000 }))).code).toBe("B44-111");
    expect((await follow(content, names, { maxBytes: 31_000, maxDownloads: 0 })).read).toHaveLength(30);
  });

  it("too large together with expanded aliases: reported at the alias that adds most", async () => {
    const text = `x: &large ${"y".repeat(60_000)}\nz: &small z\nlist: [*small, ${"*large, ".repeat(100)}]`;
    const content = { "a.yaml": text, "b.yaml": text };
    expect((await follow(content, ["a.yaml"])).read).toEqual(["a.yaml"]);
    const { code, message, location } = await diagnosticOf(follow(content, ["a.yaml", "b.yaml"]));
    expect([code, location?.line, location?.column]).toEqual(["B44-111", 3, 16]);
    expect(message).toContain("*large adds most");
  });

  it.each([
    ["the network", "unreadable"],
    ["a file", "unreadable"],
  ])("from %s and too large: it is so the next time too", async (place, reason) => {
    const big = `x: ${"y".repeat(1000)}`;
    const origin = await serveFiles({ "/root.json": rootText, "/big.yaml": big });
    const { document: root } = await loadSpec(`${origin}/root.json`, { cwd: "/" });
    const isFile = place === "a file";
    const { reasons } = await follow({ "big.yaml": big }, ["big.yaml"], { maxBytes: 900, ...(isFile ? {} : { root }) });
    expect(Object.values(reasons)).toEqual([reason]);
  });

  it("with an error response, or a redirect elsewhere", async () => {
    const elsewhere = await serveFiles({ "/b.yaml": "x: 1" });
    const asked: (string | undefined)[] = [];
    const origin = await serve((request, response) => {
      asked.push(request.headers.authorization);
      if (request.url === "/root.json") response.end(rootText);
      else if (request.url === "/moved.yaml") response.writeHead(302, { location: "/here.yaml" }).end();
      else if (request.url === "/here.yaml") response.end("x: {$ref: other.yaml}");
      else if (request.url === "/away.yaml") response.writeHead(302, { location: `${elsewhere}/b.yaml` }).end();
      else response.writeHead(404).end();
    });
    const { document } = await loadSpec(`${origin.replace("//", "//ann:secret@")}/root.json`, { cwd: "/" });
    const { read, failures } = await follow({}, ["moved.yaml", "away.yaml"], { root: document }, "/");
    expect(read).toEqual([`${origin}/moved.yaml`]);
    expect(failures.get(`${origin}/away.yaml`)?.message).toMatch(/another origin/);
    expect(failures.get(`${origin}/other.yaml`)?.message).toMatch(/returned 404/);
    expect(asked.slice(1)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("the URI of a reference", () => {
  const cases: [ref: string, base: string, want: string][] = [
    ["b.yaml#/x", "file:///a/root.json", "file:///a/b.yaml"],
    ["#/x", "file:///a/root.json", "file:///a/root.json"],
    ["", "file:///a/root.json", "file:///a/root.json"],
    ["../b.yaml", "https://example.com/a/c/root.json?x=1", "https://example.com/a/b.yaml"],
    ["//other.com/b", "https://example.com/", "https://other.com/b"],
    ["?x=1#y", "https://example.com/a", "https://example.com/a?x=1"],
    ["#/x", "stdin:", "stdin:"],
    ["https://example.com/a#b", "stdin:", "https://example.com/a"],
    ["http://#x", "https://example.com/", "http://"],
    ["p%c3%a9t%2d%2Ea%2fb.json", "file:///a/root.json", "file:///a/p%C3%A9t-.a%2Fb.json"],
    ["pét.json", "file:///a/root.json", "file:///a/p%C3%A9t.json"],
  ];
  it.each(cases)("%j in %j", (ref, base, want) => {
    expect(referenceUri(ref, base)).toBe(want);
  });
});
