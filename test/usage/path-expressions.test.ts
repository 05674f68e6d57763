import { describe, expect, test } from "vitest";
import { checkUsage } from "../../src/check/usage/index.js";
import { knownOperation } from "../../src/check/usage/known-operation.js";
import { folderOf } from "../project/support.js";
import { built, openapi, specOf } from "../support/pipeline.js";
import { usageInput } from "./support.js";

const parameters = [{ name: "parent", in: "path", required: true }];
const { api } = built(specOf(openapi({ "/v1/{+parent}": { get: { operationId: "getIt", parameters } } })));

describe("an operation whose path has more than a name in its braces", () => {
  test.each<[what: string, call: string, codes: string[]]>([
    ["by key", 'base44.integrations.custom.call("x", "get:/v1/{+parent}", { pathParams: { "+parent": a } })', []],
    [
      "by name",
      'base44.integrations.custom.call("x", "get:/v1/{+parent}", { pathParams: { parent: a } })',
      ["B44-807"],
    ],
    ["by name", "getIt(base44, { pathParams: { parent: a } })", []],
    ["by key", 'getIt(base44, { pathParams: { "+parent": a } })', ["B44-807"]],
  ])("called %s: %s", async (_, call, codes) => {
    const imports = 'import { base44 } from "@/api/base44Client";\nimport { getIt } from "@/api/generated/x";\n';
    const root = folderOf({ "src/a.js": `${imports}export async function f(a) { return await ${call}; }\n` });
    const input = usageInput(root);
    const operations = api.operations.map(knownOperation);
    const known = [{ name: "x", via: "integration" as const, module: `${input.output}/x`, operations }];
    const { diagnostics, fixes } = await checkUsage({ ...input, known });
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(fixes).toEqual([]);
  });
});
