import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json/index.js";
import { suggestedReference } from "../../src/spec/references/index.js";
import { bundled, openapi, specOf } from "../support/pipeline.js";

const schemas = { Pet: {}, "a/b": {}, Érable: {} };
const openapi3 = { openapi: "3.1.0", paths: {}, components: { schemas, parameters: { Limit: {} } } };
const swagger2 = { swagger: "2.0", paths: {}, definitions: { Pet: {} }, parameters: { limit: {} } };

describe("a reference that cannot be resolved has a suggestion", () => {
  const cases: [given: string, root: JsonObject, ref: string, want: string | undefined][] = [
    ["a name in other case", openapi3, "#/components/schemas/pet", "#/components/schemas/Pet"],
    ["a misspelt name", openapi3, "#/components/schemas/Pets", "#/components/schemas/Pet"],
    ["a misspelt section", openapi3, "#/components/schema/Pet", "#/components/schemas/Pet"],
    ["several misspelt names", openapi3, "#/component/Schemas/PET", "#/components/schemas/Pet"],
    ["a place of Swagger 2.0", openapi3, "#/definitions/Pet", "#/components/schemas/Pet"],
    ["the same in other case", openapi3, "#/parameters/limit", "#/components/parameters/Limit"],
    ["a place of OpenAPI 3", swagger2, "#/components/schemas/Pet", "#/definitions/Pet"],
    ["no number sign", openapi3, "/components/schemas/Pet", "#/components/schemas/Pet"],
    ["no number sign and no slash", swagger2, "definitions/Pet", "#/definitions/Pet"],
    ["a key with a slash", openapi3, "#/components/schemas/A~1B", "#/components/schemas/a~1b"],
    ["a name that is not ASCII", openapi3, "#/definitions/%C3%89rable", "#/components/schemas/%C3%89rable"],
    ["another document", openapi3, "pets.json#/pet", "pets.json#/Pet"],
    ["spaces around it", openapi3, " #/components/schemas/Pet ", "#/components/schemas/Pet"],
    ["spaces around what is misspelt", openapi3, " #/definitions/Pet ", "#/components/schemas/Pet"],
    ["a slash at its end", openapi3, "#/components/schemas/Pet/", "#/components/schemas/Pet"],
    ["slashes at the end of what is misspelt", openapi3, "pets.json#/pet//", "pets.json#/Pet"],
    ["nothing near", openapi3, "#/components/schemas/Order", undefined],
    ["a file", openapi3, "schemas/Pet.json", undefined],
    ["names of every object", openapi3, "#/components/schemas/constructor", undefined],
  ];
  it.each(cases)("%s", (_given, root, ref, want) => {
    const { loaded, references } = specOf(root, { "pets.json": { Pet: {} } });
    expect(suggestedReference(ref, loaded.document.uri, references)).toBe(want);
  });

  it("as its help, whether it is broken or leads out of the document", () => {
    const schema = (ref: string) => ({ content: { "application/json": { schema: { $ref: ref } } } });
    const responses = { 200: schema("#/components/schemas/pet"), 400: schema("/components/schemas/Pet") };
    const spec = specOf(openapi({ "/a": { get: { responses } } }, { schemas }));
    expect(bundled(spec).diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ["B44-108", 'Did you mean "#/components/schemas/Pet"?'],
      ["B44-110", 'Did you mean "#/components/schemas/Pet"?'],
    ]);
  });

  it.each<[given: string, count: number, want: string | undefined]>([
    ["Some1x", 2000, "#/components/schemas/Some1"],
    ["Some1x", 2001, undefined],
    ["some1", 2001, "#/components/schemas/Some1"],
  ])("of names as near as %s only, or the same but for case, among %i", (name, count, want) => {
    const names = Array.from({ length: count }, (_, index) => [`Some${index}`, {}]);
    const { loaded, references } = specOf({ openapi: "3.1.0", components: { schemas: Object.fromEntries(names) } });
    expect(suggestedReference(`#/components/schemas/${name}`, loaded.document.uri, references)).toBe(want);
  });
});
