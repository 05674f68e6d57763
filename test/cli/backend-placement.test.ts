import { describe, expect, test } from "vitest";
import { functionImports } from "./support/backend-imports.js";
import { backendProject, calendar, crm, placesOf } from "./support/backend-project.js";
import { read, timedTree, write } from "./support/folders.js";

const BOTH = { apis: { "my-crm": crm(), calendar: calendar() }, functions: { sendInvoice: {} } };
const MOVED = '{ "name": "app", "functionsDir": "../backend/fns", "connectorsDir": "../links" }\n';
const ENTRY = 'export default async function handler() {\n  return new Response("mine");\n}\n';

/** This many functions of the user's. */
function functionsOf(count: number): Record<string, string> {
  const names = Array.from({ length: count }, (_, index) => `base44/functions/f${index}/entry.ts`);
  return Object.fromEntries(names.map((name) => [name, ENTRY]));
}

describe("folders that base44/config.jsonc names", () => {
  test("contain functions, shared files, and connectors", async () => {
    const project = backendProject(BOTH, { "base44/config.jsonc": MOVED });
    const { actions } = await project.generate("--write-connectors");
    const places = Object.keys(actions).filter((path) => !path.startsWith("src/") && !/\/b44-[\w-]+\.ts$/.test(path));
    expect(places).toEqual([
      "backend/fns/calendar/api.ts",
      "backend/fns/calendar/entry.ts",
      "backend/fns/calendar/handler.ts",
      "backend/fns/my-crm/api.ts",
      "backend/fns/my-crm/entry.ts",
      "backend/fns/my-crm/handler.ts",
      "backend/fns/sendInvoice/entry.ts",
      "backend/fns/sendInvoice/handler.ts",
      "backend/fns/sendInvoice/types.d.ts",
      "backend/shared/calendar.connection.ts",
      "base44/b44.ambient.d.ts",
      "base44/tsconfig.functions.json",
      "links/googlecalendar.jsonc",
    ]);
    expect(functionImports(project.folder)).toMatchObject({ entries: { length: 3 }, broken: [] });
    expect(read(project.folder, "base44/tsconfig.functions.json")).toContain('"../backend/fns/');
  });

  test("that are moved later take unchanged files along; a changed entry stays with its imports", async () => {
    const project = backendProject(BOTH);
    await project.generate();
    const changed = "base44/functions/my-crm/entry.ts";
    write(project.folder, changed, `${read(project.folder, changed)}// mine\n`);
    write(project.folder, "base44/config.jsonc", MOVED);
    const { actions, diagnostics } = await project.generate();
    expect(actions).toMatchObject({
      "base44/functions/calendar/entry.ts": "remove",
      "base44/functions/my-crm/handler.ts": "kept",
      [changed]: "kept",
      "backend/fns/calendar/entry.ts": "create",
      "backend/fns/my-crm/entry.ts": "create",
    });
    expect(placesOf(diagnostics, "B44-614")).toEqual([`B44-614 ${changed}`]);
    expect(functionImports(project.folder).broken).toEqual([]);
  });
});

test("a function's folder is its API's name in kebab case, without dots or nesting", async () => {
  const project = backendProject({ apis: { my_crm: crm(), salesCRMApi: crm() } });
  await project.generate();
  expect(functionImports(project.folder).entries).toEqual([
    "base44/functions/my-crm/entry.ts",
    "base44/functions/sales-crm-api/entry.ts",
  ]);
});

test("names that would create a nested or hidden folder are refused, with their places", async () => {
  const apis = { "mail/send": crm(), "mail.send": crm() };
  const project = backendProject({ apis, functions: { "email/send": {}, "send.invoice": {}, "../up": {} } });
  const before = timedTree(project.folder);
  const { status, stdout } = await project.b44gen("--json");
  expect([status, timedTree(project.folder)]).toEqual([2, before]);
  const { diagnostics } = JSON.parse(stdout);
  expect(placesOf(diagnostics, "B44-504", "B44-505")).toEqual([
    "B44-505 b44-gen.config.json:3:5",
    "B44-505 b44-gen.config.json:16:5",
    "B44-504 b44-gen.config.json:31:5",
    "B44-504 b44-gen.config.json:32:5",
    "B44-504 b44-gen.config.json:33:5",
  ]);
});

test.each<[count: number, hidden: number, wanted: string[]]>([
  [41, 5, []],
  [42, 0, ["The app now has 45 functions."]],
])("near 50 functions: %i of the user's, %i that Base44 does not see, and three", async (count, hidden, wanted) => {
  const unseen = Array.from({ length: hidden }, (_, index) => [`base44/functions/old.${index}/entry.ts`, ENTRY]);
  const project = backendProject(BOTH, { ...functionsOf(count), ...Object.fromEntries(unseen) });
  for (const round of ["first", "second"]) {
    const { diagnostics } = await project.generate();
    const many = diagnostics.filter(({ code }) => code === "B44-321");
    expect([round, ...many.map(({ message }) => message)]).toEqual([round, ...wanted]);
  }
});

test.each([[["app"]], [["functions"]], [["app", "functions"]]])(
  "what is found out about types is told once, for the targets %j",
  async (targets) => {
    const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const content = { "application/json": { schema: ref("X") } };
    const spec = {
      openapi: "3.1.0",
      paths: { "/x": { get: { responses: { 200: { description: "", content } } } } },
      components: { schemas: { X: { allOf: [ref("Y")] }, Y: { allOf: [ref("X")] } } },
    };
    const api = {
      spec: "specs/circle.json",
      operations: ["get:/x"],
      baseUrl: "https://api.acme.com",
      via: { function: {} },
    };
    const project = backendProject({ targets, apis: { circle: api } }, { "specs/circle.json": JSON.stringify(spec) });
    const { actions, diagnostics } = await project.generate();
    expect(diagnostics.filter(({ code }) => code === "B44-402")).toHaveLength(1);
    const types = Object.keys(actions).filter((path) => path.endsWith("circle.types.d.ts"));
    expect(types).toHaveLength(targets.length);
  },
);
