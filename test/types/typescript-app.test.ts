import { beforeAll, describe, expect, it } from "vitest";
import { compile, type Problem, STRICT, show, VERSIONS, type Version } from "./support/compile.js";
import { CLIENT, generateInto, project } from "./support/project.js";
import { argumentCases, clientCases, errorCases, PRELUDE, payloadCases, resultCases } from "./tables/calls.js";
import { caseFiles, checkCase } from "./tables/check.js";
import { PRELUDE as RAW_PRELUDE, rawCases } from "./tables/raw-calls.js";

/** An app that imports everything that b44-gen makes of the fixtures. */
const PAGE = `import { base44 } from "./base44Client.js";
import { createMyCrm, myCrm } from "./crm/index.js";
import { createCrmThrows, crmThrows } from "./crm-throws/index.js";
import * as pets from "./rest/pets.js";
import { createLibrary, createOrders, createPets } from "./rest/index.js";

export const page = { base44, createMyCrm, myCrm, createCrmThrows, crmThrows, pets, createLibrary, createOrders, createPets };
`;

const REST = { pets: "petstore-2/swagger.json", orders: "many-files/openapi.yaml", library: "library/openapi.yaml" };

const calls = {
  argument: argumentCases,
  payload: payloadCases,
  result: resultCases,
  error: errorCases,
  client: clientCases,
};

/** What each version says, of both configs. All compilers are started at once. */
const said = new Map<Version, { nodenext: Promise<Problem[]>; bundler: Promise<Problem[]> }>();
beforeAll(async () => {
  const folder = project({
    "src/base44Client.ts": CLIENT,
    "src/page.ts": PAGE,
    ...caseFiles(calls, PRELUDE, "ts"),
    ...caseFiles({ raw: rawCases }, RAW_PRELUDE, "ts"),
    ...caseFiles({ rawInJsx: rawCases }, RAW_PRELUDE, "tsx"),
  });
  const client = { module: "../base44Client.js", export: "base44" };
  await generateInto(folder, "src/crm", { "my-crm": "crm/openapi.yaml" }, { client });
  await generateInto(folder, "src/crm-throws", { "crm-throws": "crm/openapi.yaml" }, { client, errors: "throw" });
  await generateInto(folder, "src/rest", REST);
  for (const version of VERSIONS) {
    const nodenext = compile(folder, version, NODENEXT, `tsconfig.${version}.nodenext.json`);
    const bundler = compile(folder, version, BUNDLER, `tsconfig.${version}.json`);
    said.set(version, { nodenext, bundler });
  }
});

const NODENEXT = {
  compilerOptions: { ...STRICT, module: "nodenext", moduleResolution: "nodenext", exactOptionalPropertyTypes: false },
  include: ["src/page.ts"],
};
const BUNDLER = { compilerOptions: { ...STRICT, noUnusedLocals: false, noUnusedParameters: false } };

/** The SDK's own types have a fault under `nodenext`: actor.d.ts imports without an extension. */
function ours(problems: Problem[]): string[] {
  return problems.filter(({ file }) => !file.includes("node_modules/@base44/sdk/")).map(show);
}

describe.each(VERSIONS)("a TypeScript app with %s", (version) => {
  it("compiles under nodenext, strictly", async () => {
    expect(ours(await said.get(version)!.nodenext)).toEqual([]);
  });

  describe("under bundler, strictly, with exactOptionalPropertyTypes", () => {
    let problems: Problem[] = [];
    beforeAll(async () => {
      problems = await said.get(version)!.bundler;
    });

    it("compiles", () => {
      expect(problems.filter(({ file }) => !file.startsWith("src/cases/")).map(show)).toEqual([]);
    });

    describe.each(Object.entries(calls))("%s:", (table, cases) => {
      it.each(cases.map((item, index) => [item[0], index] as const))("%s", (_name, index) => {
        checkCase(problems, `src/cases/${table}-${index}.ts`, cases[index]!);
      });
    });

    describe.each(["ts", "tsx"])("custom.call itself in .%s:", (extension) => {
      it.each(rawCases.map((item, index) => [item[0], index] as const))("%s", (_name, index) => {
        const table = extension === "ts" ? "raw" : "rawInJsx";
        checkCase(problems, `src/cases/${table}-${index}.${extension}`, rawCases[index]!);
      });
    });
  });
});
