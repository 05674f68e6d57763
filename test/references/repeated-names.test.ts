import { describe, expect, it } from "vitest";
import { compileApi } from "../../src/pipeline/api/compile-api.js";
import { folderOf } from "../support/files.js";

/** What is said of a spec in the first of these files, as `file:line:column message`. */
async function saidOf(files: Record<string, string>): Promise<string[]> {
  const [spec = ""] = Object.keys(files);
  const cwd = folderOf(files);
  const { diagnostics } = await compileApi({ name: "x", spec, cwd, operations: "all" }, () => {});
  return diagnostics.map(({ code, location, message }) => {
    return `${code} ${location?.file}:${location?.line}:${location?.column} ${message}`;
  });
}

const yaml = (schemas: string, version = "3.1.0") =>
  `openapi: ${version}\npaths: {/a: {get: {responses: {'200': {description: OK}}}}}\ncomponents:\n  schemas:\n${schemas}`;
const twice = (name: string, first: number, place: string) =>
  `B44-113 ${place} Two schemas have \`${name}\`: references point to the one on line ${first}, not to this one.`;

// JSON Schema 2020-12, sections 8.2.1 and 8.2.2.
describe("a name that two schemas of a document have is reported at the second, with the line of the first", () => {
  it.each<[what: string, wanted: string[], files: Record<string, string>]>([
    [
      "an anchor",
      [twice("$anchor: a", 5, "s.yaml:7:6")],
      {
        "s.yaml": yaml("    A: {$anchor: a}\n    B:\n     $anchor: a\n    C: {$anchor: c}\n").replace(
          "    B:",
          "    B: # other",
        ),
      },
    ],
    ["an id", [twice("$id: x/a", 5, "s.yaml:6:9")], { "s.yaml": yaml("    A: {$id: x/a}\n    B: {$id: x/a}\n") }],
    [
      "an id that is another text for the same URI",
      [twice("$id: x/../a", 5, "s.yaml:6:9")],
      { "s.yaml": yaml("    A: {$id: a}\n    B: {$id: x/../a}\n", "3.2.0") },
    ],
    [
      "an anchor in JSON, in a document that is referred to",
      [twice("$anchor: a", 2, "p/b.json:3:8")],
      {
        "s.yaml": yaml("    A: {$ref: 'p/b.json#/A'}\n").replace(
          "description: OK",
          "description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}",
        ),
        "p/b.json": '{\n"A": {"$anchor": "a"},\n "B": {"$anchor": "a"}}',
      },
    ],
    [
      "anchors of resources of their own",
      [],
      { "s.yaml": yaml("    A: {$id: x, $anchor: a}\n    B: {$id: y, $anchor: a}\n    C: {$anchor: a}\n") },
    ],
    [
      "what are no names of schemas",
      [],
      {
        "s.yaml": yaml(
          "    A: {$anchor: a, examples: [{$anchor: a}]}\n    $id: {properties: {$anchor: {const: a}, $id: {}}}\n    C: {$id: '#a'}\n    D: {$id: '#a'}\n",
        ),
      },
    ],
    ["one schema in two places", [], { "s.yaml": yaml("    A: &a {$anchor: a}\n    B: {allOf: [*a]}\n") }],
    ["a version in which they mean nothing", [], { "s.yaml": yaml("    A: {$id: a}\n    B: {$id: a}\n", "3.0.3") }],
  ])("%s", async (_what, wanted, files) => {
    expect(await saidOf(files)).toEqual(wanted);
  });
});
