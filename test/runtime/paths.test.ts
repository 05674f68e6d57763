import { describe, expect, it } from "vitest";
import type { ParameterDefinition } from "../../src/runtime/functions/b44-definition.js";
import { apiOf, callOnly, failureOf, fromJson, useUpstream } from "./support.js";

const upstream = useUpstream();

function call(path: string, pathParams: Record<string, unknown>, extra: Partial<ParameterDefinition> = {}) {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const parameters = names.map((name) => ({ ...extra, name, in: "path" as const }));
  return callOnly(apiOf(`${upstream.origin}/v1`, { path, parameters }), { pathParams });
}

describe("path parameters that are sent", () => {
  it.each<[given: string, path: string, values: Record<string, unknown>, want: string]>([
    ["a number", "/a/{id}", { id: 7 }, "/v1/a/7"],
    ["zero", "/a/{id}", { id: 0 }, "/v1/a/0"],
    ["a slash", "/a/{id}", { id: "a/b" }, "/v1/a/a%2Fb"],
    ["dots that do not lead up", "/a/{id}", { id: "main...b/..c/d.." }, "/v1/a/main...b%2F..c%2Fd.."],
    ["another host", "/a/{id}", { id: "//evil.example" }, "/v1/a/%2F%2Fevil.example"],
    ["another host at the front", "/{id}", { id: "//evil.example" }, "/v1/%2F%2Fevil.example"],
    ["a user name", "/{id}", { id: "@evil.example" }, "/v1/%40evil.example"],
    ["a backslash", "/{id}", { id: "\\evil" }, "/v1/%5Cevil"],
    ["a query", "/{id}", { id: "a?b=c" }, "/v1/a%3Fb%3Dc"],
    ["a fragment", "/{id}", { id: "a#b" }, "/v1/a%23b"],
    ["a tab and a line break", "/{id}", { id: "a\t\r\nb" }, "/v1/a%09%0D%0Ab"],
    ["marks that JavaScript leaves as they are", "/{id}", { id: "!'()*" }, "/v1/%21%27%28%29%2A"],
    ["three dots", "/{id}", { id: "..." }, "/v1/..."],
    ["two in a segment", "/{a}-{b}", { a: "x", b: "y" }, "/v1/x-y"],
    ["the name constructor", "/{constructor}", { constructor: "x" }, "/v1/x"],
    ["a fragment of the spec's own, which tells operations apart", "/a/{id}#b/{c}", { id: 1 }, "/v1/a/1"],
    ["a fragment in a name", "/a/{b#c}/d", { "b#c": 1 }, "/v1/a/1/d"],
    ["no slash at the front", "a/{id}", { id: 1 }, "/v1/a/1"],
    ["no slash at the front, and what would be another host", ".{id}", { id: "evil.test" }, "/v1/.evil.test"],
    ["no slash at the front, and what would be a user name", "@{id}", { id: "evil.test" }, "/v1/@evil.test"],
    ["nothing at all", "", {}, "/v1"],
    ["a query alone", "?a={id}", { id: 1 }, "/v1?a=1"],
    ["a space of the spec's own", "/a b/{id}", { id: 1 }, "/v1/a%20b/1"],
  ])("%s", async (_, path, values, want) => {
    await call(path, values);
    expect(upstream.only.url).toBe(want);
  });

  it("an own key __proto__", async () => {
    const parameters = [{ name: "__proto__", in: "path" as const }];
    const args = fromJson('{"pathParams":{"__proto__":"x"}}');
    await callOnly(apiOf(upstream.origin, { path: "/{__proto__}", parameters }), args);
    expect(upstream.only.url).toBe("/x");
  });
});

describe("path parameters with unencoded slashes", () => {
  const reserved = (template: string, value: unknown) =>
    callOnly(
      apiOf(`${upstream.origin}/v1`, {
        path: template.replace("{x}", "{+x}"),
        template,
        parameters: [{ name: "x", in: "path", style: "reserved" }],
      }),
      { pathParams: { x: value } },
    );

  it.each<[given: string, template: string, value: unknown, want: string]>([
    ["a slash", "/a/{x}/b", "projects/p 1", "/v1/a/projects/p%201/b"],
    ["reserved characters", "/a/{x}", "a:b@c!$&'()*+,;=d", "/v1/a/a:b@c!$%26'()*%2B,;=d"],
    ["what is encoded", "/a/{x}", "a%2Fb%c", "/v1/a/a%2Fb%25c"],
    ["a query", "/a/{x}", "a?b=c", "/v1/a/a%3Fb=c"],
    ["a fragment", "/a/{x}", "a#b", "/v1/a/a%23b"],
    ["a backslash and brackets", "/a/{x}", "a\\b[c]", "/v1/a/a%5Cb%5Bc%5D"],
    ["an array", "/a/{x}", ["a/b", "c"], "/v1/a/a/b,c"],
    ["a user name", "/{x}", "@evil.example/a", "/v1/@evil.example/a"],
    ["dots in names", "/a/{x}", "a..b/...", "/v1/a/a..b/..."],
    ["a slash at the front", "/a{x}", "/b/c", "/v1/a/b/c"],
  ])("%s", async (_, template, value, want) => {
    await reserved(template, value);
    expect(upstream.only.url).toBe(want);
  });

  it.each<[given: string, template: string, value: unknown]>([
    ["a way up", "/a/{x}", "../b"],
    ["a way up inside", "/a/{x}", "b/../../c"],
    ["a way up at the end", "/a/{x}", "b/.."],
    ["a dot", "/a/{x}", "b/./c"],
    ["an encoded way up", "/a/{x}", "b/%2e%2E/c"],
    ["a way up between encoded slashes", "/a/{x}", "b%2f..%2Fc"],
    ["a way up between backslashes", "/a/{x}", "b\\..\\c"],
    ["a way up with parameters", "/a/{x}", "b/..;v=1/c"],
    ["a way up in an array", "/a/{x}", ["b", "c/.."]],
    ["a way up that the template makes", "/a/.{x}", "./b"],
    ["another host", "/{x}", "/evil.example/a"],
    ["slashes alone", "/a/{x}", "//"],
    ["nothing", "/a/{x}", ""],
  ])("but not %s", async (_, template, value) => {
    expect(await failureOf(reserved(template, value))).toMatchObject({ status: 400, code: "invalid_input" });
    expect(upstream.received).toEqual([]);
  });

  it("and text after an expression of a query", async () => {
    const operation = {
      path: "/a/{id:int}{?q}",
      template: "/a/{id}",
      parameters: [
        { name: "id", in: "path" as const },
        { name: "q", in: "query" as const },
      ],
    };
    await callOnly(apiOf(upstream.origin, operation), { pathParams: { id: 1 }, queryParams: { q: "x" } });
    expect(upstream.only.url).toBe("/a/1?q=x");
  });

  it("in the style segments, one segment each if exploded", async () => {
    await call("/a{x}", { x: ["b/c", "d"] }, { style: "segments", explode: true });
    expect(upstream.only.url).toBe("/v1/a/b%2Fc/d");
  });
});

describe("path parameters that allow reserved characters (OpenAPI 3.2)", () => {
  const allowReserved = { allowReserved: true } as const;

  it.each<[given: string, value: unknown, want: string, extra?: Partial<ParameterDefinition>]>([
    ["reserved characters", "a:b@c!$'()*,;=d", "a:b@c!$'()*,;=d"],
    ["what ends a segment or the path", "a/b?c#d[e]", "a%2Fb%3Fc%23d%5Be%5D"],
    ["what is encoded", "a%20b%c", "a%20b%25c"],
    ["an array, by its style", ["a:b", "c d"], ".a:b,c%20d", { style: "label" }],
    ["JSON", { a: "b:c" }, "%7B%22a%22:%22b:c%22%7D", { json: true }],
  ])("%s", async (_, value, want, extra) => {
    await call("/a/{x}", { x: value }, { ...allowReserved, ...extra });
    expect(upstream.only.url).toBe(`/v1/a/${want}`);
  });

  it.each([["..;a"], ["%2e%2e"], [".%2e;b"], ["b%2f..%2fc"], ["%2f"]])("but not %j", async (x) => {
    const failure = await failureOf(call("/a/{x}/b", { x }, allowReserved));
    expect(failure).toMatchObject({ status: 400, code: "invalid_input" });
    expect(upstream.received).toEqual([]);
  });
});

describe("path parameters that are refused", () => {
  it.each<[given: string, path: string, values: Record<string, unknown>, extra?: Partial<ParameterDefinition>]>([
    ["missing", "/a/{id}", {}],
    ["null", "/a/{id}", { id: null }],
    ["empty", "/a/{id}", { id: "" }],
    ["an empty array", "/a/{id}", { id: [] }],
    ["an empty object", "/a/{id}", { id: {} }],
    ["an array without values", "/a/{id}", { id: [""] }],
    ["a dot", "/a/{id}", { id: "." }],
    ["two dots", "/a/{id}", { id: ".." }],
    ["two dots in an array", "/a/{id}", { id: [".."] }],
    ["a dot with a dot before it", "/a/.{id}", { id: "." }],
    ["a dot in each of two", "/a/{x}{y}", { x: ".", y: "." }],
    ["a dot in the style label", "/a/{id}", { id: "." }, { style: "label" }],
    ["empty in the style label", "/a/{id}", { id: "" }, { style: "label" }],
    ["two dots inside a segment", "/{id}.json", { id: ".." }],
    ["an inherited name", "/a/{toString}", {}],
  ])("%s", async (_, path, values, extra) => {
    expect(await failureOf(call(path, values, extra))).toMatchObject({ status: 400, code: "invalid_input" });
    expect(upstream.received).toEqual([]);
  });
});
