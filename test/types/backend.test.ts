import { beforeAll, describe, expect, it } from "vitest";
import { argumentCases, clientCases, ownCases, prelude, registryCases, resultCases } from "./backend-cases.js";
import { backendProject } from "./backend-project.js";
import { compile, type Problem, STRICT, show, VERSIONS, type Version } from "./support/compile.js";
import { caseFiles, checkCase } from "./tables/check.js";

const TABLES = {
  argument: argumentCases,
  result: resultCases,
  client: clientCases,
  own: ownCases,
  registry: registryCases,
};

/** Functions of the user's own: one that is right, and one with a mistake in each line that says so. */
const HAND_WRITTEN = {
  "base44/functions/by-hand/entry.ts": `import { createClientFromRequest } from "npm:@base44/sdk@0.8.50";
import { secrets } from "base44:runtime";
import { appUserConnection, connectorId } from "../../shared/b44-connectors.ts";
import { createNote, uploadPhoto } from "../../shared/everything.ts";
import { getNote } from "../../shared/hosted.ts";
import * as paid from "../../shared/paid.ts";
import { personalFetch } from "../../shared/personal.connection.ts";

export default async function handler(request: Request): Promise<Response> {
  const base44 = createClientFromRequest(request);
  const note = await getNote(base44.asServiceRole, { pathParams: { id: "i" } });
  const made = await createNote(base44, { headers: { "X-Trace": "t" }, payload: { title: "t" } });
  await uploadPhoto(base44.asServiceRole, { payload: { photo: new Blob([]) } });
  const { creditsCharged } = await paid.getNote(base44, { pathParams: { id: "i" } });
  const answer = await (await personalFetch(base44))("/notes", { method: "POST" });
  const { accessToken } = await appUserConnection(base44, connectorId("c0ffee02"));
  const known = [secrets.get("KEY"), process.env["KEY"], Deno.env.get("KEY"), accessToken, creditsCharged];
  return Response.json({ note: note.success && note.data.title, made: made.success, ok: answer.ok, all: known.every(Boolean) });
}
`,
  "base44/functions/mistaken/entry.ts": `import { createClientFromRequest } from "npm:@base44/sdk@0.8.50";
import { secrets } from "base44:runtime";
import { appUserConnection, connectorId, sharedConnection } from "../../shared/b44-connectors.ts";
import { getNote } from "../../shared/keyed.ts";
import { handle } from "../sendInvoice/handler.ts";
import { missing } from "../../shared/missing.ts"; // TS2307

export default async function handler(request: Request) {
  const base44 = createClientFromRequest(request);
  await getNote(base44, { pathParams: { name: "i" } }); // TS2353
  await getNote(base44, { pathParams: { id: 3 } }); // TS2322
  connectorId("slack"); // TS2345
  await appUserConnection(base44, "c0ffee02"); // TS2345
  await sharedConnection(base44, connectorId("c0ffee02")); // TS2345
  await handle(request, () => ({ sent: "yes" })); // TS2322
  await handle(request, ({ idd }) => ({ sent: idd === "" })); // TS2339
  return secrets.get(missing).length; // TS2532
}
`,
};

const OWN_CONNECTOR = { "base44/connectors/gmail.jsonc": '{ "type": "gmail", "scopes": [] }' };

/** The lines of a text that end in the code of an error, and the code. */
function mistakes(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const code = /\/\/ (TS\d+)$/.exec(line)?.[1];
    return code ? [`${index + 1} ${code}`] : [];
  });
}

const FUNCTIONS = { compilerOptions: {}, extends: "./base44/tsconfig.functions.json", include: undefined };
const STRICT_FUNCTIONS = {
  ...FUNCTIONS,
  compilerOptions: {
    ...STRICT,
    module: undefined,
    moduleResolution: undefined,
    types: undefined,
    jsx: undefined,
  },
};
const APP = { compilerOptions: { ...STRICT, noUnusedLocals: false, noUnusedParameters: false } };

/** Settings of apps that are laxer, or older, than what others have: the templates of Vite 5 and 6 have `lib: ES2020`. */
const LAXER = {
  "the library of 2020": { target: "es2020", lib: ["es2020", "dom"] },
  "no null checks": { strictNullChecks: false, exactOptionalPropertyTypes: false },
  "nothing strict": { strict: false, exactOptionalPropertyTypes: false },
};

/** What each version says of the app, and of the functions as they are and strictly. All compilers are started at once. */
const said = new Map<Version, Record<"app" | "functions" | "strict", Promise<Problem[]>>>();
const laxer = new Map<string, Promise<Problem[]>>();
beforeAll(async () => {
  const folder = await backendProject({
    ...HAND_WRITTEN,
    ...OWN_CONNECTOR,
    ...caseFiles({ js_client: clientCases, js_own: ownCases }, prelude("js"), "ts"),
    ...caseFiles(TABLES, prelude("api"), "ts"),
  });
  for (const version of VERSIONS) {
    said.set(version, {
      app: compile(folder, version, APP, `tsconfig.${version}.json`),
      functions: compile(folder, version, FUNCTIONS, `tsconfig.functions.${version}.json`),
      strict: compile(folder, version, STRICT_FUNCTIONS, `tsconfig.strict.${version}.json`),
    });
  }
  for (const [name, options] of Object.entries(LAXER)) {
    const config = { compilerOptions: { ...STRICT, skipLibCheck: true, ...options }, include: ["src/api"] };
    laxer.set(name, compile(folder, "typescript-7", config, `tsconfig.${name.replaceAll(" ", "-")}.json`));
  }
});

/** What a compiler said of the functions, and of the mistaken one apart. */
function ofFunctions(problems: Problem[]) {
  const isMistaken = ({ file }: Problem) => file.endsWith("mistaken/entry.ts");
  const mistaken = problems.filter(isMistaken).map(({ line, code }) => `${line} ${code}`);
  return { others: problems.filter((problem) => !isMistaken(problem)).map(show), mistaken };
}

describe.each(VERSIONS)("connectors and functions with %s", (version) => {
  describe("the app", () => {
    let problems: Problem[] = [];
    beforeAll(async () => {
      problems = await said.get(version)!.app;
    });

    it("compiles strictly, with exactOptionalPropertyTypes", () => {
      expect(problems.filter(({ file }) => !file.startsWith("src/cases/")).map(show)).toEqual([]);
    });

    describe.each(Object.entries(TABLES))("%s:", (table, cases) => {
      it.each(cases.map((item, index) => [item[0], index] as const))("%s", (_name, index) => {
        checkCase(problems, `src/cases/${table}-${index}.ts`, cases[index]!);
      });
    });

    it.each(["client", "own"] as const)("has the same types in JavaScript: %s", (table) => {
      for (const [index, item] of TABLES[table].entries())
        checkCase(problems, `src/cases/js_${table}-${index}.ts`, item);
    });
  });

  it("the functions compile, except the faulty one", async () => {
    const { others, mistaken } = ofFunctions(await said.get(version)!.functions);
    expect(others).toEqual([]);
    expect(mistaken).toEqual(mistakes(HAND_WRITTEN["base44/functions/mistaken/entry.ts"]));
  });

  it("generated functions compile under the strictest settings", async () => {
    expect(ofFunctions(await said.get(version)!.strict).others).toEqual([]);
  });
});

it.each(Object.keys(LAXER))("the app's modules compile with %s", async (name) => {
  expect((await laxer.get(name))?.map(show)).toEqual([]);
});
