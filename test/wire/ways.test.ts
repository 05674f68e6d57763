import { describe, expect, it } from "vitest";
import { apiDefinition } from "../../src/emit/function/definition.js";
import { operationEncoders } from "../../src/emit/module/encoders.js";
import type { Operation } from "../../src/ir/index.js";
import type { JsonObject } from "../../src/json/index.js";
import { path, pathWith, query, queryWith } from "../../src/runtime/app/b44.runtime.js";
import { buildRequest } from "../../src/runtime/functions/b44-request.js";
import { apiOf, backendOf, planned } from "../plan/support.js";

const TEXTS = ["", "a b/&=+,;|%20é", 0, false, new Date(0), undefined, null];
const LISTS = [[], ["x"], ["a,b", "", null, 1], [null]];
const OBJECTS = [
  [{ a: 1 }, [2]],
  {},
  { R: 100, "a b": "=", none: null, list: ["x", null, 1], empty: [], in: { x: [1] } },
];

const JSON_CONTENT = { content: { "application/json": { schema: {} } } };
const anything = (style: string, explode: boolean) => ({ style, explode, schema: {} });
const form = (encoding: JsonObject) => ({
  content: { "application/x-www-form-urlencoded": { schema: { type: "object" }, encoding } },
});
const FORMS: JsonObject[] = [
  {},
  { list: { explode: false }, in: { style: "deepObject" }, empty: { contentType: "application/json" } },
  { list: { style: "pipeDelimited" }, in: { style: "form", explode: true }, R: { allowReserved: true } },
];
const ALL = [...TEXTS, ...LISTS, ...OBJECTS];

const QUERY: [parameter: JsonObject, values: unknown[]][] = [
  [{ schema: { type: "string" } }, TEXTS],
  [{ schema: { type: "array", items: { type: "string" } } }, LISTS],
  [JSON_CONTENT, ALL],
  ...["form", "spaceDelimited", "pipeDelimited", "deepObject"].flatMap((style) =>
    [true, false].map((explode): [JsonObject, unknown[]] => [anything(style, explode), ALL]),
  ),
  ...FORMS.map((encoding): [JsonObject, unknown[]] => [{ in: "querystring", ...form(encoding) }, OBJECTS.slice(1)]),
];

const PATH: [parameter: JsonObject, values: unknown[]][] = [
  [{ schema: { type: "string" } }, TEXTS],
  [JSON_CONTENT, ALL],
  ...["simple", "label", "matrix"].flatMap((style) =>
    [true, false].map((explode): [JsonObject, unknown[]] => [anything(style, explode), ALL]),
  ),
];

describe.each(QUERY)("a query parameter %j", (parameter, values) => {
  const { encoded, url } = waysOf("/a", { name: "p", in: "query", ...parameter });

  it.each(values.map((value) => [value]))("of %j is the same with each transport", (value) => {
    const byWrapper = Object.entries(encoded({ p: value })).flatMap(([name, given]) =>
      [given].flat().map((text) => [name, text]),
    );
    const pairs = url({ queryParams: { p: value } })
      .search.slice(1)
      .split("&")
      .filter(Boolean);
    expect(pairs.map((pair) => pair.split("=").map(decodeURIComponent))).toEqual(byWrapper);
  });
});

describe.each(PATH)("a path parameter %j", (parameter, values) => {
  const { encoded, url } = waysOf("/a/{p}/b", { name: "p", in: "path", required: true, ...parameter });

  it.each(values.map((value) => [value]))("of %j is the same with each transport", (value) => {
    const byWrapper = orRefused(() => `/v1/a/${encoded({ p: value }).p}/b`);
    expect(orRefused(() => decodeURIComponent(url({ pathParams: { p: value } }).pathname))).toEqual(byWrapper);
  });
});

/** What the wrapper of an integration hands over for the only parameter, and the URL that a function calls. */
function waysOf(template: string, parameter: JsonObject) {
  const api = apiOf({ [template]: { get: { parameters: [parameter], responses: {} } } }, {}, { openapi: "3.2.0" });
  const [operation] = api.operations as [Operation];
  const [{ encoder, styles, names } = {}] = operationEncoders(operation, api);
  const encoders: Record<string, unknown> = {
    path,
    query,
    pathWith: pathWith(styles as Record<string, string>, (names ?? {}) as Record<string, string>),
    queryWith: queryWith(styles as Record<string, string>),
  };
  const encode = encoders[encoder ?? ""] as (values: object, operationId: string) => Record<string, string | string[]>;
  const plan = planned(api);
  const definition = apiDefinition(plan.api, backendOf(plan));
  return {
    encoded: (values: object) => encode(values, operation.id),
    url: (args: object) =>
      buildRequest({ definition, operation: definition.operations[operation.id]!, args, base: definition.baseUrl }).url,
  };
}

function orRefused(work: () => string): string {
  try {
    return work();
  } catch (error) {
    expect(error).toMatchObject({ status: 400, code: "invalid_input" });
    return "refused";
  }
}
