import { beforeAll, describe, expect, it } from "vitest";
import { type Generated, generated, rejection, usePlatform } from "./support.js";

const platform = usePlatform();

/** Both languages: the templates are two. */
describe.each(["js", "ts"] as const)("paths with more than names in their braces (%s)", (language) => {
  let api: Generated;

  beforeAll(async () => {
    api = await generated({ spec: "path-expressions.yaml", slug: "api", language });
  });

  it.each<[operation: string, pathParams: object, want: object]>([
    ["reserved", { parent: "projects/a" }, { "+parent": "projects/a" }],
    ["pattern", { name: "projects/a", id: 7 }, { "name=projects/*": "projects/a", "id:int": "7" }],
    ["operators", { format: "json", rest: ["a", "b"] }, { ".format": ".json", "/rest*": "/a/b" }],
    ["undeclared", { "+path": "a/b" }, { "+path": "a/b" }],
  ])("%s: what is given by name goes out by what stands in the braces", async (operation, pathParams, want) => {
    await api.functions[operation]!(platform.client(), { pathParams });
    expect(platform.received.map(({ body }) => body)).toEqual([{ path_params: want }]);
  });

  it.each<[operation: string, pathParams: object]>([
    ["reserved", {}],
    ["reserved", { "+parent": "a" }],
    ["reserved", { parent: ".." }],
    ["reserved", { parent: "a/../b" }],
    ["reserved", { parent: "a/%2E%2e" }],
    ["pattern", { name: "projects/..", id: 1 }],
    ["operators", { format: "json", rest: ["a", ".."] }],
    ["undeclared", { "+path": "a/./b" }],
  ])("%s refuses %j", async (operation, pathParams) => {
    const error = await rejection(api.functions[operation]!(platform.client(), { pathParams }));
    expect(error).toMatchObject({ status: 400, code: "invalid_input" });
    expect(platform.received).toEqual([]);
  });
});
