import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Credential, OperationDefinition } from "../../src/runtime/functions/b44-definition.js";
import { fetchWithin } from "../../src/runtime/functions/b44-redirect.js";
import { apiOf, callOnly, useUpstream } from "./support.js";

const home = useUpstream();
const other = useUpstream();

beforeEach(() => {
  process.env.T_KEY = "k3y";
});

afterEach(() => {
  delete process.env.T_KEY;
});

const credentials: Record<string, Credential> = {
  bearer: { secret: "T_KEY", prefix: "Bearer ", in: "header", name: "authorization" },
  header: { secret: "T_KEY", in: "header", name: "x-key" },
  query: { secret: "T_KEY", in: "query", name: "key" },
  cookie: { secret: "T_KEY", in: "cookie", name: "sid" },
};

/** Calls an API that redirects `/things` and answers everything else. */
async function call({ status, to, ...operation }: { status: number; to: string } & Partial<OperationDefinition>) {
  home.answer = ({ url }, response) => {
    if (url.startsWith("/things")) response.writeHead(status, { location: to }).end("moved");
    else response.writeHead(200, { "content-type": "application/json" }).end('{"at":"home"}');
  };
  other.answer = (_, response) => response.writeHead(200, { "content-type": "text/plain" }).end("elsewhere");
  const definition = apiOf(
    home.origin,
    { credentials: Object.keys(credentials), accept: "application/json", ...operation },
    {
      credentials,
      headers: { "x-token": { secret: "T_KEY" }, "x-version": "2" },
    },
  );
  return callOnly(definition, operation.body ? { payload: { a: 1 } } : {});
}

const body = { kind: "json", type: "application/json" } as const;

describe("redirects within the origin", () => {
  it.each<[status: number, method: string, follows: string]>([
    [301, "GET", "GET"],
    [302, "GET", "GET"],
    [303, "GET", "GET"],
    [307, "GET", "GET"],
    [308, "HEAD", "HEAD"],
    [301, "POST", "GET"],
    [302, "POST", "GET"],
    [303, "PUT", "GET"],
    [302, "PUT", "PUT"],
    [307, "POST", "POST"],
    [308, "PATCH", "PATCH"],
  ])("%i of %s comes to %s with all credentials", async (status, method, follows) => {
    const result = await call({ status, to: "/moved?b=1", method, ...(/GET|HEAD/.test(method) ? {} : { body }) });
    expect(result.status_code).toBe(200);
    const [, second] = home.received;
    expect(second).toMatchObject({ method: follows, url: "/moved?b=1&key=k3y" });
    expect(second?.headers).toMatchObject({
      authorization: "Bearer k3y",
      "x-key": "k3y",
      "x-token": "k3y",
      cookie: "sid=k3y",
    });
    const kept = /GET|HEAD/.test(follows) ? undefined : '{"a":1}';
    expect([second?.body.toString() || undefined, second?.headers["content-type"]]).toEqual([
      kept,
      kept && "application/json",
    ]);
  });
});

describe("redirects to another origin", () => {
  const safe: [status: number, method: string, follows: string][] = [
    [301, "GET", "GET"],
    [302, "GET", "GET"],
    [307, "GET", "GET"],
    [302, "HEAD", "HEAD"],
    [303, "POST", "GET"],
  ];

  it.each(safe)("%i of %s leads to %s without credentials", async (status, method, follows) => {
    const to = `${other.origin}/x?a=1&key=k3y`;
    const result = await call({ status, to, method, ...(method === "POST" ? { body } : {}) });
    expect(result.data).toBe(method === "HEAD" ? null : "elsewhere");
    expect(other.only).toMatchObject({ method: follows, url: "/x?a=1" });
    expect(JSON.stringify(other.only)).not.toContain("k3y");
    expect(other.only.headers).not.toHaveProperty("x-version");
    expect(other.only.headers.accept).toBe("application/json");
  });

  it.each([301, 302, 307, 308])("%i of POST is returned", async (status) => {
    expect(await call({ status, to: `${other.origin}/x`, method: "POST", body })).toMatchObject({
      success: false,
      status_code: status,
      data: "moved",
    });
    expect(other.received).toEqual([]);
  });

  it("and then within that origin: credentials are not sent again", async () => {
    home.answer = (_, response) => response.writeHead(302, { location: `${other.origin}/x` }).end();
    other.answer = ({ url }, response) =>
      url === "/x" ? response.writeHead(302, { location: "/y" }).end() : response.end("there");
    await callOnly(apiOf(home.origin, { credentials: Object.keys(credentials) }, { credentials }));
    expect(other.received.map(({ url }) => url)).toEqual(["/x", "/y"]);
    expect(JSON.stringify(other.received)).not.toContain("k3y");
  });

  it("and back: credentials are not sent again", async () => {
    home.answer = ({ url }, response) =>
      url.startsWith("/back") ? response.end("back") : response.writeHead(302, { location: `${other.origin}/x` }).end();
    other.answer = (_, response) => response.writeHead(302, { location: `${home.origin}/back` }).end();
    await callOnly(apiOf(home.origin, { credentials: Object.keys(credentials) }, { credentials }));
    expect(home.received.at(-1)?.url).toBe("/back");
    expect(JSON.stringify(home.received.at(-1))).not.toContain("k3y");
  });
});

describe("redirects by protocol and host", () => {
  it.each<[from: string, to: string, isFollowed: boolean]>([
    ["https://a.example", "https://b.example", true],
    ["http://a.example", "https://b.example", true],
    ["http://a.example", "http://b.example", true],
    ["https://a.example", "http://b.example", false],
    ["https://a.example", "http://a.example", false],
    ["https://a.example", "https://app.localhost", false],
    ["https://a.example", "https://nas.local", false],
    ["https://a.example", "https://db.internal.", false],
    ["https://10.0.0.1", "https://10.0.0.2", true],
    ["https://10.0.0.1", "https://b.example", true],
  ])("from %s to %s, followed: %s", async (from, to, isFollowed) => {
    const answers = [new Response(null, { status: 302, headers: { location: to } }), new Response()];
    const fetched = vi.spyOn(globalThis, "fetch").mockImplementation(async () => answers.shift()!);
    onTestFinished(() => fetched.mockRestore());
    const { status } = await fetchWithin({ url: new URL(from), init: { method: "GET", headers: new Headers() } });
    expect([status, fetched.mock.calls.length]).toEqual(isFollowed ? [200, 2] : [302, 1]);
  });
});

describe("redirects that are returned", () => {
  it.each<[given: string, status: number, to: string]>([
    ["another protocol", 302, "ftp://files.example/x"],
    ["a script", 302, "javascript:alert(1)"],
    ["a user name in the URL", 302, "http://user:pass@127.0.0.1:1/"],
    ["no URL at all", 302, "http://["],
    ["an invalid status", 304, "/moved"],
    ["a choice", 300, "/moved"],
  ])("%s", async (_, status, to) => {
    expect((await call({ status, to })).status_code).toBe(status);
    expect(home.received).toHaveLength(1);
  });

  it("the sixth", async () => {
    expect((await call({ status: 302, to: "/things" })).status_code).toBe(302);
    expect(home.received).toHaveLength(6);
  });
});
