import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { ParameterDefinition } from "../../src/runtime/functions/b44-definition.js";
import { apiOf, callOnly, failureOf, fromJson, useUpstream, withParameter } from "./support.js";

const upstream = useUpstream();

const VALUES = { empty: "", string: "blue", array: ["blue", "black", "brown"], object: { R: 100, G: 200, B: 150 } };
const GROUPS = {
  path: "pathParams",
  query: "queryParams",
  querystring: "queryParams",
  header: "headers",
  cookie: "cookies",
};

type Place = "path" | "query" | "header" | "cookie";

/** What the parameter came to on the wire: the last segment, the query, the header, the cookies. */
async function sent(parameter: ParameterDefinition, value: unknown): Promise<string | undefined> {
  await callOnly(apiOf(upstream.origin, withParameter(parameter)), {
    [GROUPS[parameter.in]]: { [parameter.name]: value },
  });
  const { url, headers } = upstream.only;
  if (parameter.in === "path") return url.slice("/p/".length);
  if (parameter.in === "header") return headers[parameter.name] as string | undefined;
  return parameter.in === "cookie" ? headers.cookie : url.split(/\?(.*)/)[1];
}

describe("style examples (OpenAPI 3.1, section 4.8.12.5)", () => {
  const REFUSED = Symbol("refused");
  const NOT_APPLICABLE = Symbol("n/a");
  type Cell = string | undefined | symbol;
  const rows: [place: Place, style: string, explode: boolean, ...cells: [Cell, Cell, Cell, Cell]][] = [
    ["path", "matrix", false, REFUSED, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
    ["path", "matrix", true, REFUSED, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
    ["path", "label", false, REFUSED, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
    ["path", "label", true, REFUSED, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
    ["path", "simple", false, REFUSED, "blue", "blue,black,brown", "R,100,G,200,B,150"],
    ["path", "simple", true, REFUSED, "blue", "blue,black,brown", "R=100,G=200,B=150"],
    ["header", "simple", false, "", "blue", "blue,black,brown", "R,100,G,200,B,150"],
    ["header", "simple", true, "", "blue", "blue,black,brown", "R=100,G=200,B=150"],
    ["query", "form", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
    ["query", "form", true, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
    ["cookie", "form", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
    ["cookie", "form", true, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
    ["cookie", "cookie", true, "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"],
    [
      "query",
      "spaceDelimited",
      false,
      NOT_APPLICABLE,
      NOT_APPLICABLE,
      "color=blue%20black%20brown",
      "color=R%20100%20G%20200%20B%20150",
    ],
    [
      "query",
      "pipeDelimited",
      false,
      NOT_APPLICABLE,
      NOT_APPLICABLE,
      "color=blue%7Cblack%7Cbrown",
      "color=R%7C100%7CG%7C200%7CB%7C150",
    ],
    ["query", "tabDelimited", false, NOT_APPLICABLE, NOT_APPLICABLE, "color=blue%09black%09brown", NOT_APPLICABLE],
    [
      "query",
      "deepObject",
      true,
      NOT_APPLICABLE,
      NOT_APPLICABLE,
      NOT_APPLICABLE,
      "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ],
  ];
  const cells = rows.flatMap(([place, style, explode, ...wants]) =>
    (["empty", "string", "array", "object"] as const).flatMap((kind, index) =>
      wants[index] === NOT_APPLICABLE ? [] : [{ place, style, explode, kind, want: wants[index] }],
    ),
  );

  it.each(cells)("$place, $style, explode $explode: $kind", async ({ place, style, explode, kind, want }) => {
    const call = sent({ name: "color", in: place, style, explode }, VALUES[kind]);
    if (want === REFUSED) expect((await failureOf(call)).code).toBe("invalid_input");
    else expect(await call).toBe(want);
  });
});

describe("defaults", () => {
  it.each<[place: Place, style: string | undefined, want: string]>([
    ["path", undefined, "a,b"],
    ["query", undefined, "list=a&list=b"],
    ["header", undefined, "a,b"],
    ["cookie", undefined, "list=a&list=b"],
    ["query", "pipeDelimited", "list=a%7Cb"],
    ["path", "pipeDelimited", "a%7Cb"],
    ["path", "spaceDelimited", "a%20b"],
    ["path", "tabDelimited", "a%09b"],
    ["header", "pipeDelimited", "a|b"],
    ["header", "spaceDelimited", "a b"],
    ["header", "tabDelimited", "a\tb"],
  ])("in %s with style %s", async (place, style, want) => {
    expect(await sent({ name: "list", in: place, ...(style ? { style } : {}) }, ["a", "b"])).toBe(want);
  });
});

describe("values", () => {
  const query = { name: "q", in: "query" } as const;
  const cases: [given: string, parameter: ParameterDefinition, value: unknown, want: string | undefined][] = [
    ["undefined", query, undefined, undefined],
    ["null", query, null, undefined],
    ["false", query, false, "q=false"],
    ["zero", query, 0, "q=0"],
    ["an empty array", query, [], undefined],
    ["null inside an array", query, ["a", null, "b"], "q=a&q=b"],
    ["an object inside an array", query, [{ a: 1 }], "q=%7B%22a%22%3A1%7D"],
    ["an array inside an object", query, { a: ["x", null, 1], b: [] }, "a=x&a=1"],
    ["an array inside an object that is joined", { ...query, explode: false }, { a: ["x"] }, "q=a,%5B%22x%22%5D"],
    [
      "an object inside an object, and inside its list",
      query,
      { a: { b: 1 }, c: [{ d: 2 }] },
      "a=%7B%22b%22%3A1%7D&c=%7B%22d%22%3A2%7D",
    ],
    ["a date", query, new Date(0), "q=1970-01-01T00%3A00%3A00.000Z"],
    ["what would change the query", query, "a&b=c#d+e%26?/f é", "q=a%26b%3Dc%23d%2Be%2526%3F%2Ff%20%C3%A9"],
    ["a lone surrogate", query, "\ud800", "q=%EF%BF%BD"],
    ["a separator inside a value", { ...query, explode: false }, ["a,b", "c"], "q=a%2Cb,c"],
    ["a name that needs encoding", { name: "a b[]&", in: "query" }, "x", "a%20b%5B%5D%26=x"],
    ["the name __proto__", { name: "__proto__", in: "query" }, undefined, undefined],
    ["the name constructor, not given", { name: "constructor", in: "query" }, undefined, undefined],
    ["the name constructor", { name: "constructor", in: "query" }, "x", "constructor=x"],
    ["allowReserved", { ...query, allowReserved: true }, "a/b?c:d@e,f=[g];h%20i%", "q=a/b?c:d@e,f=[g];h%20i%25"],
    ["allowReserved that would change the query", { ...query, allowReserved: true }, "a&b#c+d", "q=a%26b%23c%2Bd"],
    ["JSON content", { ...query, json: true }, { a: [1, null] }, "q=%7B%22a%22%3A%5B1%2Cnull%5D%7D"],
    [
      "deepObject, nested",
      { ...query, style: "deepObject" },
      { a: { b: 1 }, c: [1, 2], d: [{ e: 3 }], f: null },
      "q%5Ba%5D%5Bb%5D=1&q%5Bc%5D%5B%5D=1&q%5Bc%5D%5B%5D=2&q%5Bd%5D%5B0%5D%5Be%5D=3",
    ],
    ["a whole query as a form", { name: "q", in: "querystring" }, { a: "1&2", b: [3, 4] }, "a=1%262&b=3&b=4"],
    [
      "a whole query as a form, an object of it",
      { name: "q", in: "querystring" },
      { a: { b: 1 }, c: [{ d: 2 }], e: null },
      "a=%7B%22b%22%3A1%7D&c=%7B%22d%22%3A2%7D",
    ],
    [
      "a whole query as a form, by its encoding",
      {
        name: "q",
        in: "querystring",
        encoding: { a: { explode: false }, b: { style: "deepObject" }, c: { contentType: "application/json" } },
      },
      { a: [1, 2], b: { d: 3 }, c: [4] },
      "a=1,2&b%5Bd%5D=3&c=%5B4%5D",
    ],
    [
      "a whole query of another media type",
      { name: "q", in: "querystring", text: true },
      "$.a.b[1:1]",
      "%24.a.b%5B1%3A1%5D",
    ],
    ["a whole query as text", { name: "q", in: "querystring" }, "?a=1&b=c#d", "a=1&b=c%23d"],
    ["a whole query as JSON", { name: "q", in: "querystring", json: true }, { a: 1 }, "%7B%22a%22%3A1%7D"],
    ["a fixed value", { ...query, fixed: "always" }, undefined, "q=always"],
    ["a cookie that would begin another", { name: "c", in: "cookie" }, "a; b=c", "c=a%3B%20b%3Dc"],
    [
      "a cookie that would begin another, reserved characters allowed",
      { name: "c", in: "cookie", allowReserved: true },
      "a;b=c",
      "c=a%3Bb=c",
    ],
    [
      "a cookie with reserved characters allowed",
      { name: "c", in: "cookie", allowReserved: true },
      'a/b?[c]&d+e%20f, "g"',
      "c=a/b?[c]&d+e%20f%2C%20%22g%22",
    ],
    ["a cookie whose name is a token", { name: "$a!b'c*d|e%5B%5D", in: "cookie" }, "é", "$a!b'c*d|e%5B%5D=%C3%A9"],
    ["a cookie whose name is none", { name: "a[b] c;%", in: "cookie" }, 1, "a%5Bb%5D%20c%3B%25=1"],
    ["a cookie for each member, by its name", { name: "c", in: "cookie" }, { "a!": 1, "b ": 2 }, "a!=1&b%20=2"],
    ["an empty array in a header", { name: "h", in: "header" }, [], undefined],
    ["an object of nulls in a header", { name: "h", in: "header", explode: true }, { a: null }, undefined],
    ["an array of an empty string in a header", { name: "h", in: "header" }, [""], ""],
    ["JSON in a header", { name: "h", in: "header", json: true }, { a: "é" }, '{"a":"\\u00e9"}'],
  ];

  it.each(cases)("%s", async (_, parameter, value, want) => {
    expect(await sent(parameter, value)).toBe(want);
  });

  it("an own key __proto__", async () => {
    const args = fromJson('{"queryParams":{"__proto__":"x"}}');
    await callOnly(apiOf(upstream.origin, withParameter({ name: "__proto__", in: "query" })), args);
    expect(upstream.only.url).toBe("/things?__proto__=x");
  });

  it("query parameters whose names differ only in case", async () => {
    const parameters = ["a", "A"].map((name) => ({ name, in: "query" as const }));
    await callOnly(apiOf(upstream.origin, { parameters }), { queryParams: { A: 1, a: 2 } });
    expect(upstream.only.url).toBe("/things?a=2&A=1");
  });

  it("several parameters of each location, and a header in another case", async () => {
    const parameters = ["query", "cookie", "header"].flatMap((place) =>
      ["X-One", "X-Two"].map((name) => ({ name, in: place as Place })),
    );
    const values = { "X-One": 1, "X-Two": 2 };
    const definition = apiOf(upstream.origin, { path: "/things?fixed=1", parameters });
    await callOnly(definition, { queryParams: values, cookies: values, headers: { "x-one": 1, "X-TWO": 2 } });
    expect(upstream.only.url).toBe("/things?fixed=1&X-One=1&X-Two=2");
    expect(upstream.only.headers).toMatchObject({ cookie: "X-One=1; X-Two=2", "x-one": "1", "x-two": "2" });
  });
});

describe("a member of an object that is sent as a pair of its own", () => {
  const other = { secret: "T_KEY", name: "key" };
  const credentials = { q: { ...other, in: "query" }, c: { ...other, in: "cookie" } } as const;
  it.each<[what: string, parameter: ParameterDefinition, value: unknown, refused: boolean]>([
    ["is no other parameter", { name: "o", in: "query" }, { account: 2 }, true],
    ["is no other parameter as it is encoded", { name: "o", in: "query", style: "deepObject" }, { k: 2 }, true],
    ["is no other cookie", { name: "o", in: "cookie" }, { account: 2 }, true],
    ["is no credential", { name: "o", in: "query" }, { key: 2 }, true],
    ["is no credential in a cookie", { name: "o", in: "cookie", style: "cookie" }, { a: 1, key: 2 }, true],
    ["is no credential in a whole query", { name: "o", in: "querystring" }, { key: 2 }, true],
    ["is no credential in a query as it is", { name: "o", in: "querystring" }, "a=1&key=2", true],
    ["may be called like its own parameter", { name: "o", in: "query" }, { o: 1 }, false],
    ["may have any name if it is none", { name: "o", in: "query", json: true }, { account: 2 }, false],
    ["may be called like a parameter elsewhere", { name: "o", in: "query" }, { trace: 2 }, false],
  ])("%s", async (_, parameter, value, refused) => {
    vi.stubEnv("T_KEY", "k3y");
    onTestFinished(() => void vi.unstubAllEnvs());
    const places = ["query", "cookie"] as const;
    const others = ["account", "o[k]"].flatMap((name) => places.map((place) => ({ name, in: place })));
    const parameters = [...others, { name: "trace", in: "header" } as const, parameter];
    const definition = apiOf(upstream.origin, { parameters, credentials: ["q", "c"] }, { credentials });
    const called = callOnly(definition, { [GROUPS[parameter.in]]: { o: value } });
    if (!refused) return void (await called);
    expect(await failureOf(called)).toMatchObject({ code: "invalid_input" });
    expect(upstream.received).toEqual([]);
  });
});

it("cookies beside a header parameter named Cookie", async () => {
  const parameters = [{ name: "a", in: "cookie" } as const, { name: "Cookie", in: "header" } as const];
  const args = { cookies: { a: 1 }, headers: { Cookie: "b=2" } };
  await callOnly(apiOf(upstream.origin, { parameters }), args);
  expect(upstream.only.headers.cookie).toBe("b=2; a=1");
});

describe("values that headers and cookies cannot contain", () => {
  it.each<[given: string, parameter: ParameterDefinition, value: unknown]>([
    ["a line break", { name: "h", in: "header" }, "a\r\nx-admin: 1"],
    ["a bare line feed", { name: "h", in: "header" }, "a\nb"],
    ["a line break in an array", { name: "h", in: "header" }, ["a", "b\rc"]],
    ["a line break in a key", { name: "h", in: "header", explode: true }, { "a\n": 1 }],
    ["a NUL", { name: "h", in: "header" }, "a\0"],
    ["what is not Latin-1", { name: "h", in: "header" }, "€"],
    ["a second cookie in the style cookie", { name: "c", in: "cookie", style: "cookie" }, "a; b=c"],
    ["one of several cookies", { name: "c", in: "cookie", style: "cookie" }, ["a", "b;c"]],
    ["a line break in the style cookie", { name: "c", in: "cookie", style: "cookie" }, "a\r\nb"],
  ])("%s", async (_, parameter, value) => {
    const failure = await failureOf(sent(parameter, value));
    expect(failure).toMatchObject({ status: 400, code: "invalid_input" });
    expect(upstream.received).toEqual([]);
  });
});
