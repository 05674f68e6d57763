import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { Network } from "../../src/spec/load/fetch/network.js";
import { isPrivateHost, loadSpec } from "../../src/spec/load/index.js";
import { diagnosticOf, serve } from "../support/documents.js";
import { folderOf } from "../support/files.js";
import { followFrom, specWith } from "./fetch-safety-support.js";

const minimal = specWith("#/x");
const load = (url: string, more = {}) => loadSpec(url, { cwd: "/", timeoutMs: 5000, ...more });

/** A server of bytes, for answers that an HTTP server would not give. */
async function serveBytes(answer: string): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("a network of public addresses only", () => {
  it.each([
    ["http://10.0.0.1/", true],
    ["https://[::1]:8443/", true],
    ["http://1.1.1.1/", false],
    // What a name leads to is looked at once it is known.
    ["http://localhost/", false],
  ])("connects to %s, refused: %s", (url, isRefused) => {
    const connect = () => new Network({ publicOnly: true }).connection(new URL(url));
    if (isRefused) expect(connect).toThrow(expect.objectContaining({ code: "PRIVATE_ADDRESS" }));
    else expect(connect()).toMatchObject({ lookup: expect.any(Function) });
  });
});

describe("a private address in any notation", () => {
  it.each([
    "127.1",
    "0x7f.1",
    "0x7f000001",
    "2130706433",
    "0177.0.0.1",
    "127.0.0.1.",
    "%31%32%37.0.0.1",
    "１２７.0.0.1",
    "127。0。0。1",
    "0",
    "[::]",
    "[::1]",
    "[::127.0.0.1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:0:7f00:1]",
    "[0:0:0:0:0:ffff:10.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "[fec0::1]",
    "[fd00::]",
    "169.254.169.254",
    "0xa9fea9fe",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "168.63.129.16",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "localhost..",
    "foo.localhost",
    "foo.localhost.",
    "metadata",
    "metadata.google.internal",
    "instance-data.ec2.internal.",
  ])("%s", async (host) => {
    expect(isPrivateHost(new URL(`http://${host}/`).hostname)).toBe(true);
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      asked.push(String(input));
      return new Response("", { status: 302, headers: { location: `http://${host}/` } });
    };
    expect((await diagnosticOf(load("http://example.com/spec", { fetch }))).code).toBe("B44-102");
    expect(asked).toEqual(["http://example.com/spec"]);
  });
});

describe("credentials of a URL", () => {
  it("are dropped once a redirect led to another origin, even on the way back", async () => {
    const seen: string[] = [];
    const note = (name: string, authorization: string | undefined) => seen.push(`${name} ${authorization ?? "-"}`);
    let home = "";
    const other = await serve((request, response) => {
      note("other", request.headers.authorization);
      response.writeHead(302, { location: `${home}/back` }).end();
    });
    home = await serve((request, response) => {
      note(request.url ?? "", request.headers.authorization);
      if (request.url === "/spec") response.writeHead(302, { location: "/moved" }).end();
      else if (request.url === "/moved") response.writeHead(302, { location: other }).end();
      else response.end(minimal);
    });
    await load(`${home.replace("//", "//ann:secret@")}/spec`);
    const basic = `Basic ${Buffer.from("ann:secret").toString("base64")}`;
    expect(seen).toEqual([`/spec ${basic}`, `/moved ${basic}`, "other -", "/back -"]);
  });

  it("in a redirect are not sent", async () => {
    const seen: (string | undefined)[] = [];
    const origin = await serve((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url !== "/spec") return void response.end(minimal);
      response.writeHead(302, { location: `http://eve:x@${request.headers.host}/b` }).end();
    });
    await load(`${origin}/spec`);
    expect(seen).toEqual([undefined, undefined]);
  });
});

it("no redirect leads from https to http", async () => {
  const fetch: typeof globalThis.fetch = async () =>
    new Response("", { status: 302, headers: { location: "http://example.com/spec" } });
  const found = await diagnosticOf(load("https://example.com/spec", { fetch }));
  expect(found.message).toContain("no longer encrypted");
});

describe("a response is decoded", () => {
  it.each<[encoding: string, bytes: Uint8Array]>([
    ["gzip", gzipSync(minimal)],
    ["x-gzip", gzipSync(minimal)],
    ["deflate", deflateSync(minimal)],
    ["br", brotliCompressSync(minimal)],
    ["identity", Buffer.from(minimal)],
  ])("%s", async (encoding, bytes) => {
    const origin = await serve((_, response) => response.writeHead(200, { "content-encoding": encoding }).end(bytes));
    expect((await load(origin)).document.text).toBe(minimal);
  });

  it.each<[what: string, headers: Record<string, string>, bytes: Uint8Array, code: string, message: RegExp]>([
    ["a bomb", { "content-encoding": "gzip" }, gzipSync(Buffer.alloc(50e6, 32)), "B44-111", /larger than 1,000,000/],
    ["a bomb, br", { "content-encoding": "br" }, brotliCompressSync(Buffer.alloc(9e6)), "B44-111", /larger than/],
    [
      "twice",
      { "content-encoding": "gzip, gzip" },
      gzipSync(gzipSync(minimal)),
      "B44-102",
      /encoding that was not requested/,
    ],
    [
      "nonsense",
      { "content-encoding": "gzip" },
      Buffer.from(minimal),
      "B44-102",
      /does not match its Content-Encoding/,
    ],
    [
      "cut short",
      { "content-encoding": "gzip" },
      gzipSync(minimal).subarray(0, 30),
      "B44-102",
      /does not match its Content-Encoding/,
    ],
  ])("but not %s", async (_what, headers, bytes, code, message) => {
    const origin = await serve((_, response) => response.writeHead(200, headers).end(bytes));
    const found = await diagnosticOf(load(origin, { maxBytes: 1_000_000 }));
    expect([found.code, found.message]).toEqual([code, expect.stringMatching(message)]);
  });
});

describe("an invalid response ends with a diagnostic", () => {
  const head = "HTTP/1.1 200 OK\r\n";
  it.each<[what: string, answer: string, message: RegExp]>([
    ["100,000 headers", `${head}${Array.from({ length: 1e5 }, (_, i) => `x-${i}: 1\r\n`).join("")}\r\n`, /headers/],
    ["shorter than it says", `${head}content-length: 1000\r\n\r\n{}`, /cut/],
    ["two lengths", `${head}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`, /could not be fetched/],
    ["an invalid length", `${head}content-length: -1\r\n\r\n{}`, /could not be fetched/],
    ["no HTTP", "SSH-2.0-OpenSSH_9.6\r\n", /could not be fetched/],
    ["nothing at all", "", /cut/],
    ["an invalid status", "HTTP/1.1 999 X\r\ncontent-length: 0\r\n\r\n", /could not be fetched/],
  ])("%s", async (_what, answer, message) => {
    const found = await diagnosticOf(load(await serveBytes(answer)));
    expect([found.code, found.message]).toEqual(["B44-102", expect.stringMatching(message)]);
  });

  it("longer than content-length: the rest is ignored", async () => {
    const answer = `${head}content-length: ${minimal.length}\r\n\r\n${minimal}, and more`;
    expect((await load(await serveBytes(answer))).document.text).toBe(minimal);
  });

  it.each<[what: string, interval: number, chunk: string, timeoutMs: number, code: string]>([
    ["one that drips", 20, " ", 400, "B44-102"],
    ["one that never ends", 0, " ".repeat(100_000), 60_000, "B44-111"],
  ])("%s", async (_what, interval, chunk, timeoutMs, code) => {
    const origin = await serve((_, response) => {
      const timer = setInterval(() => response.write(chunk), interval);
      response.on("close", () => clearInterval(timer));
    });
    const found = await diagnosticOf(load(origin, { timeoutMs, maxBytes: 500_000 }));
    expect(found.code).toBe(code);
  });
});

describe("documents of a server that always returns another one", () => {
  const fan = (request: { url?: string | undefined }) =>
    JSON.stringify([0, 1].map((n) => ({ $ref: `${request.url}${n}` })));

  it("are counted", async () => {
    let asked = 0;
    const origin = await serve((request, response) => {
      if (request.url === "/spec") return void response.end(specWith("d"));
      asked++;
      response.end(fan(request));
    });
    const found = await diagnosticOf(followFrom(`${origin}/spec`, ["d"], { maxDownloads: 40 }));
    expect([found.code, found.location?.file, asked]).toEqual(["B44-111", `${origin}/spec`, 40]);
  });

  it("are counted again if they are requested again", async () => {
    let asked = 0;
    const origin = await serve((request, response) => {
      if (request.url !== "/spec") asked++;
      response.end(request.url === "/spec" ? minimal : "{}");
    });
    const { document: root } = await load(`${origin}/spec`);
    const { loadReferences } = await import("../../src/spec/resolve/index.js");
    const round = (refs: string[]) =>
      loadReferences(
        refs.map((ref) => ({ ref, base: root.uri })),
        { root, cwd: "/", maxDownloads: 3 },
      );
    await round(["a", "b"]);
    await round(["a", "b", "c"]);
    expect((await diagnosticOf(round(["a", "d"]))).code).toBe("B44-111");
    expect(asked).toBe(3);
  });

  it("have a common limit of bytes, even if they do not parse", async () => {
    let sent = 0;
    const origin = await serve((request, response) => {
      if (request.url === "/spec") return void response.end(minimal);
      sent += 100_000;
      response.end(`{${" ".repeat(99_999)}`);
    });
    const refs = Array.from({ length: 60 }, (_, index) => `d${index}`);
    const { message } = await diagnosticOf(followFrom(`${origin}/spec`, refs, { maxBytes: 1_000_000 }));
    expect(message).toContain("together larger than 1,000,000 bytes");
    expect(sent).toBeLessThan(2_000_000);
  });

  it("have a common limit of time", async () => {
    const origin = await serve((request, response) => {
      if (request.url === "/spec") response.end(minimal);
      else setTimeout(() => response.end("{}"), 60);
    });
    const refs = Array.from({ length: 200 }, (_, index) => `d${index}`);
    const { message } = await diagnosticOf(followFrom(`${origin}/spec`, refs, { totalTimeoutMs: 300 }));
    expect(message).toContain("longer than 0.3 seconds to load");
  });
});

describe("references out of the folder of a spec", () => {
  it.each([
    "%",
    "%zz.json",
    "a%2Fb.json",
    "..%2f..%2fetc%2fpasswd",
    "file://server/share/a.json",
    "file://localhost%2f/etc/passwd",
    "//server/share/a.json",
    "\\\\server\\share\\a.json",
    "..\\..\\etc\\passwd",
    "%2e%2e/%2E./etc/passwd",
    "file:///etc/passwd",
    "file:/etc/passwd",
    "file:\\etc\\passwd",
  ])("%s: refused, whatever a later stage makes of it", async (ref) => {
    const cwd = folderOf({ "api/spec": specWith("#/x") });
    const { read, failures } = await followFrom("api/spec", [ref], { cwd });
    expect([read, failures.map(({ code }) => code)]).toEqual([[], ["B44-109"]]);
  });
});
