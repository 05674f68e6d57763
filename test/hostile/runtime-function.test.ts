import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectorFetch, integrationType } from "../../src/runtime/functions/b44-connectors.js";
import type { ApiDefinition, ParameterDefinition } from "../../src/runtime/functions/b44-definition.js";
import { CallFailure } from "../../src/runtime/functions/b44-failure.js";
import { createHandler } from "../../src/runtime/functions/b44-handler.js";
import { callUpstream } from "../../src/runtime/functions/b44-upstream.js";
import { PAYLOADS } from "./payloads.js";

const ORIGIN = "https://api.example.com";
const SECRET = "s3cr3t-value";

/** What was sent: `fetch` is replaced, so that nothing leaves the machine. */
const sent: { url: URL; headers: Headers; method: string }[] = [];
let answer: () => Response;

beforeEach(() => {
  sent.length = 0;
  answer = () => Response.json({});
  vi.stubEnv("HOSTILE_KEY", SECRET);
  vi.stubGlobal("fetch", async (url: string, { headers, method = "GET" }: { headers: Headers; method?: string }) => {
    sent.push({ url: new URL(url), headers, method });
    return answer();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

function apiOf(parameter: ParameterDefinition, path = "/v/things"): ApiDefinition {
  return {
    name: "things",
    baseUrl: ORIGIN,
    headers: { "x-app": "things" },
    credentials: { key: { in: "header", name: "x-api-key", secret: "HOSTILE_KEY" } },
    timeout: 1000,
    validate: true,
    checks: {},
    operations: {
      [`get:${path}`]: { method: "GET", path, access: "public", parameters: [parameter], credentials: ["key"] },
    },
  };
}

const GROUPS = { path: "pathParams", query: "queryParams", header: "headers", cookie: "cookies" } as const;

/** Calls with one argument; undefined where the call was refused as wrong input, which has to send nothing. */
async function sentFor(place: keyof typeof GROUPS, name: string, value: unknown) {
  sent.length = 0;
  const path = place === "path" ? `/v/{${name}}/end` : "/v/things";
  const definition = apiOf({ name, in: place }, path);
  const group: object = Object.fromEntries([[name, value]]);
  try {
    await callUpstream({ definition, operationId: `get:${path}`, args: { [GROUPS[place]]: group } });
  } catch (error) {
    if (!(error instanceof CallFailure) || error.code !== "invalid_input") throw error;
    expect(sent).toEqual([]);
    return undefined;
  }
  expect(sent).toHaveLength(1);
  return sent[0];
}

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(...PAYLOADS.map(({ text }) => text.slice(0, 300))),
  fc
    .array(
      fc.constantFrom(
        "/",
        "\\",
        "..",
        ".",
        "%2e",
        "%252e",
        "%2f",
        "@",
        ":",
        "?",
        "#",
        "\r\n",
        "a",
        ";",
        "&",
        "=",
        "\0",
      ),
    )
    .map((all) => all.join("")),
);
/** True for a text in which a server that decodes paths finds a dot segment, however often it does. */
function hasDots(text: string): boolean {
  const decoded = text.replace(/%(?:25)*(2e|2f|5c|3b)/gi, (_, code) => decodeURIComponent(`%${code}`));
  return decoded.split(/[/\\]/).some((part) => /^\.{1,2}(;|$)/.test(part));
}

const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text);

describe("an argument stays in its place", () => {
  it("a path parameter is one segment, and equal when it is decoded once", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (value) => {
        const request = await sentFor("path", "id", value);
        if (!request) {
          expect(value === "" || hasDots(value)).toBe(true);
          return;
        }
        const { url } = request;
        expect(hasDots(value)).toBe(false);
        expect([url.origin, url.username, url.search, url.hash]).toEqual([ORIGIN, "", "", ""]);
        const [empty, first, segment = "", last, ...more] = url.pathname.split("/");
        expect([empty, first, last, more]).toEqual(["", "v", "end", []]);
        if (isWellFormed(value)) expect(decodeURIComponent(segment)).toBe(value);
      }),
    );
  });

  it.each(["../x", "x/..", "..\\x", "%2e%2E", ".%2e%2fx", "x%252f..", "..;a=1/x", "x/./y"])(
    "a path parameter leads to no other path: %s",
    async (value) => expect(await sentFor("path", "id", value)).toBeUndefined(),
  );

  it.each([
    "http://169.254.169.254/latest",
    "https://127.1/",
    "https://0x7f000001/",
    "https://[::1]/",
    "https://localhost/",
    "https://localhost./",
    "https://metadata/",
    "https://db.internal/",
    "https://router.lan./",
  ])("a redirect from a public name to %s is the answer itself", async (location) => {
    answer = () => new Response(null, { status: 302, headers: { location } });
    const definition = apiOf({ name: "q", in: "query" });
    const result = await callUpstream({ definition, operationId: "get:/v/things" });
    expect([result.status_code, sent.length]).toEqual([302, 1]);
  });

  it("a query parameter is one pair", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (value) => {
        const url = (await sentFor("query", "q", value))?.url;
        expect([url?.origin, url?.pathname, url?.hash]).toEqual([ORIGIN, "/v/things", ""]);
        expect([...(url?.searchParams ?? [])].map(([name]) => name)).toEqual(["q"]);
        if (isWellFormed(value)) expect(url?.searchParams.get("q")).toBe(value);
      }),
    );
  });

  it.each(["header", "cookie"] as const)("a %s brings no other", async (place) => {
    const harmless = [...((await sentFor(place, "x-one", "a"))?.headers.keys() ?? [])];
    await fc.assert(
      fc.asyncProperty(anyText, async (value) => {
        const headers = (await sentFor(place, "x-one", value))?.headers;
        if (!headers) return;
        expect([...headers.keys()]).toEqual(harmless);
        expect([...headers.values()].join("")).not.toMatch(/[\r\n\0]/);
        expect(headers.get("x-api-key")).toBe(SECRET);
        if (place === "cookie") expect(headers.get("cookie")).not.toContain(";");
      }),
    );
  });

  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])(
    "the name %s is a name like any other",
    async (name) => {
      expect((await sentFor("path", name, "x"))?.url.pathname).toBe("/v/x/end");
      expect((await sentFor("query", name, "x"))?.url.search).toBe(`?${name}=x`);
      expect((await sentFor("header", name, "x"))?.headers.get(name)).toBe("x");
      expect((await sentFor("cookie", name, "x"))?.headers.get("cookie")).toBe(`${name}=x`);
      expect(({} as { x?: unknown }).x).toBeUndefined();
    },
  );

  it("a missing value is not read from a prototype", async () => {
    const definition = apiOf({ name: "constructor", in: "query" });
    await callUpstream({ definition, operationId: "get:/v/things", args: { queryParams: {} } });
    expect(sent[0]?.url.search).toBe("");
  });
});

describe("tokens are sent only to the API's origin", () => {
  const client = {
    asServiceRole: { connectors: { getConnection: async () => ({ accessToken: SECRET, connectionConfig: null }) } },
  };

  it("whatever path a function requests", async () => {
    const connection = { kind: "shared", type: integrationType("github") } as const;
    const call = await connectorFetch({ client, connection, baseUrl: `${ORIGIN}/v1` });
    await fc.assert(
      fc.asyncProperty(anyText, async (path) => {
        sent.length = 0;
        await call(path).catch((error: unknown) => expect(error).toMatchObject({ code: "invalid_input" }));
        for (const { url } of sent) expect([url.origin, url.username]).toEqual([ORIGIN, ""]);
      }),
    );
  });

  const targets = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "https://api.example.com@evil.example/",
  ];
  it.each([
    ...targets,
    "https://api.example.com.evil.example/",
    "http://api.example.com/",
    "https://api.example.com:444/",
  ])("not to %s, where it redirects", async (location) => {
    answer = () => (sent.length > 1 ? Response.json({}) : new Response(null, { status: 302, headers: { location } }));
    await sentFor("query", "q", "a").catch(() => {});
    for (const { url, headers } of sent) {
      const isHome = url.origin === ORIGIN;
      expect([...headers.values()].includes(SECRET)).toBe(isHome);
    }
  });
});

describe("a handler", () => {
  const client = () => ({ auth: { me: async () => ({ role: "user" }) } });
  const post = (body: unknown) => new Request("https://app.example/", { method: "POST", body: JSON.stringify(body) });

  it.each(PAYLOADS.map(({ name, text }) => [name, text] as const))(
    "calls no operation that is %s",
    async (_, operation) => {
      const response = await createHandler(apiOf({ name: "q", in: "query" }), client)(post({ operation, args: {} }));
      expect(response.status).toBe(404);
      expect(sent).toEqual([]);
    },
  );

  it.each([
    ["an error that quotes the request", () => new Error(`connect to ${ORIGIN}?key=${SECRET}`)],
    ["a string", () => SECRET],
    ["an error with data", () => Object.assign(new Error("x"), { status: 500, data: { token: SECRET } })],
  ])("never shows a secret: %s", async (_, thrown) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    answer = () => {
      throw thrown();
    };
    const handle = createHandler(apiOf({ name: "q", in: "query" }), client);
    const response = await handle(post({ operation: "get:/v/things", args: {} }));
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(await response.text()).not.toContain(SECRET);
    expect(vi.mocked(console.error).mock.calls.join()).not.toContain(SECRET);
    vi.restoreAllMocks();
  });

  it.each<[type: string, stream: "lines" | "events", want: string]>([
    ["text/html", "lines", "application/x-ndjson"],
    ["image/svg+xml", "lines", "application/x-ndjson"],
    ["text/javascript", "lines", "application/x-ndjson"],
    ["application/xhtml+xml", "lines", "application/x-ndjson"],
    ["text/event-stream-x", "lines", "application/x-ndjson"],
    ["text/event-stream, text/html", "lines", "text/event-stream"],
    ["text/event-stream; charset=x, text/html", "events", "text/event-stream"],
  ])("hands on a stream that is %s as no page of the app's own origin", async (type, stream, want) => {
    const definition = apiOf({ name: "q", in: "query" });
    definition.operations["get:/v/things"]!.stream = stream;
    answer = () => new Response("<script>", { headers: { "content-type": type } });
    const response = await createHandler(definition, client)(post({ operation: "get:/v/things", args: {} }));
    expect(response.headers.get("content-type")).toBe(want);
  });

  it("treats a payload's own __proto__ as data", async () => {
    const definition = apiOf({ name: "q", in: "query" });
    definition.operations["get:/v/things"]!.body = { kind: "json", type: "application/json" };
    const body = '{"operation":"get:/v/things","args":{"payload":{"__proto__":{"role":"admin"}},"__proto__":{}}}';
    await createHandler(definition, client)(new Request("https://app.example/", { method: "POST", body }));
    expect(({} as { role?: unknown }).role).toBeUndefined();
  });
});
