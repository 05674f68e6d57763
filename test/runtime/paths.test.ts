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
    ["a way up behind a slash", "/a/{id}", { id: "../b" }, "/v1/a/..%2Fb"],
    ["an encoded way up", "/a/{id}", { id: "%2e%2e" }, "/v1/a/%252e%252e"],
    ["another host", "/a/{id}", { id: "//evil.example" }, "/v1/a/%2F%2Fevil.example"],
    ["another host at the front", "/{id}", { id: "//evil.example" }, "/v1/%2F%2Fevil.example"],
    ["a user name", "/{id}", { id: "@evil.example" }, "/v1/%40evil.example"],
    ["a backslash", "/{id}", { id: "\\evil" }, "/v1/%5Cevil"],
    ["a query", "/{id}", { id: "a?b=c" }, "/v1/a%3Fb%3Dc"],
    ["a fragment", "/{id}", { id: "a#b" }, "/v1/a%23b"],
    ["a tab and a line break", "/{id}", { id: "a\t\r\nb" }, "/v1/a%09%0D%0Ab"],
    ["three dots", "/{id}", { id: "..." }, "/v1/..."],
    ["two in a segment", "/{a}-{b}", { a: "x", b: "y" }, "/v1/x-y"],
    ["the name constructor", "/{constructor}", { constructor: "x" }, "/v1/x"],
    ["a fragment of the spec's own, which tells operations apart", "/a/{id}#b/{c}", { id: 1 }, "/v1/a/1"],
    ["a fragment in a name", "/a/{b#c}/d", { "b#c": 1 }, "/v1/a/1/d"],
    ["no slash at the front", "a/{id}", { id: 1 }, "/v1/a/1"],
    ["no slash at the front, and what would be another host", ".{id}", { id: "evil.test" }, "/v1/.evil.test"],
    ["no slash at the front, and what would be a user name", "@{id}", { id: "evil.test" }, "/v1/@evil.test"],
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

describe("path parameters that are refused", () => {
  it.each<[given: string, path: string, values: Record<string, unknown>, extra?: Partial<ParameterDefinition>]>([
    ["missing", "/a/{id}", {}],
    ["null", "/a/{id}", { id: null }],
    ["empty", "/a/{id}", { id: "" }],
    ["an empty list", "/a/{id}", { id: [] }],
    ["an empty object", "/a/{id}", { id: {} }],
    ["a list of nothing", "/a/{id}", { id: [""] }],
    ["a dot", "/a/{id}", { id: "." }],
    ["two dots", "/a/{id}", { id: ".." }],
    ["two dots in a list", "/a/{id}", { id: [".."] }],
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
