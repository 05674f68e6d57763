import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call, openPayload, path, pathWith, query, queryWith } from "../../src/runtime/app/b44.runtime.js";
import { PAYLOADS } from "./payloads.js";

/** What the SDK is given for a call of `get:/things/{id}`; undefined where the call was refused. */
async function given(
  id: unknown,
  encoder: typeof path = path,
): Promise<{ pathParams: Record<string, string> } | undefined> {
  let params: unknown;
  const custom = {
    call: async (_slug: string, operationId: string, value?: object) => {
      expect(operationId).toBe("get:/things/{id}");
      params = value;
      return { success: true, status_code: 200, data: null };
    },
  };
  const client = { integrations: { custom } };
  try {
    await call(given, client, "my-api", "get:/things/{id}", { pathParams: { id } }, encoder);
  } catch (error) {
    expect(error).toMatchObject({ status: 400, code: "invalid_input" });
    return undefined;
  }
  return params as { pathParams: Record<string, string> };
}

describe("a path parameter of custom.call", () => {
  /** These would make it a call of another path. What else a value holds is data: Base44 puts it into the path. */
  const refused = ["", ".", "..", "../x", "a/../b", "..\\x", "%2e%2e", "%2E./x"];
  it.each(refused)("%j is refused", async (id) => {
    expect(await given(id)).toBeUndefined();
    expect(await given(id, pathWith({}))).toBeUndefined();
  });

  const kept = [
    "a\r\nb",
    "a/b",
    "...",
    "a..b",
    "v1.0",
    ".hidden",
    "a.",
    "..a",
    "x%20y",
    "100%",
    "@evil.example",
    "//evil.example",
    "?a=b",
    "#a",
  ];
  it.each(kept)("%j is passed on unchanged", async (id) => expect((await given(id))?.pathParams).toEqual({ id }));

  it("is always refused or passed on unchanged", async () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...PAYLOADS.map((payload) => payload.text)));
    await fc.assert(
      fc.asyncProperty(text, async (id) => {
        const params = await given(id);
        if (params) expect(params.pathParams.id).toBe(id);
      }),
    );
  });
});

describe("names that objects inherit", () => {
  const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];
  const own = (name: string): Record<string, unknown> => Object.fromEntries([[name, "x"]]);

  it.each(names)("%s is an ordinary query parameter", (name) => {
    const encoded = queryWith(own(name) as Record<string, string>)(own(name));
    expect(Object.entries(encoded ?? {})).toEqual([[name, "x"]]);
    expect(Object.entries(queryWith({})(own(name)) ?? {})).toEqual([[name, "x"]]);
  });

  it.each(names)("%s is an ordinary path parameter, and refused if it is missing", (name) => {
    expect(Object.entries(pathWith({})(own(name), `get:/a/{${name}}`))).toEqual([[name, "x"]]);
    expect(() => pathWith({})({}, `get:/a/{${name}}`)).toThrow("is empty or dots");
  });

  it.each(names)("a member %s of an object in a query or payload changes no prototype", (name) => {
    expect(Object.keys(queryWith({})({ filter: own(name) }) ?? {})).toEqual([name]);
    expect(Object.entries(openPayload(own(name)) as object)).toEqual([[name, "x"]]);
    query(own(name));
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});
