import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Change } from "../../src/check/diff/model.js";
import { findImpact, type Impact, type ImpactApi } from "../../src/check/impact/index.js";
import { putAll } from "../support/files.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { copyOf, found, regenerated } from "./support.js";

const OPERATION = "get:/contacts/{id}";

/** A module such as the generated ones, with one operation whose answer has these properties. */
function module(type: string, properties: string): string {
  return `export interface ${type} { ${properties} }
export type Get${type}Result =
  | { success: true; status_code: 200; data: ${type} }
  | { success: false; status_code: 404; data: unknown };
export declare function getOne(client: object): Promise<Get${type}Result>;
`;
}

function removed(name: string): Change {
  const place = { part: "response", status: 200, mediaType: "application/json", path: [{ property: name }] } as const;
  const where = { before: undefined, after: undefined };
  return {
    kind: "response-property-removed",
    level: "breaking",
    operation: OPERATION,
    name: "getOne",
    place: { ...place, path: [...place.path] },
    message: `data.${name} was removed.`,
    ...where,
  };
}

function api(fileName: string, changes: Change[]): ImpactApi {
  const names = new Map([[OPERATION, "getOne"]]);
  return { slug: fileName, fileName, before: names, after: names, changes };
}

/** Without the library of browsers, which takes the compiler most of its time. */
const TSCONFIG = `{
  "compilerOptions": {
    "strict": true,
    "lib": ["es2022"],
    "module": "esnext",
    "moduleResolution": "bundler",
    "types": [],
    "paths": { "@/*": ["./src/*"] }
  },
  "include": ["src"]
}`;

/** Lays out an app, and finds what changes in its generated files do to it. */
async function impactOf(app: {
  files: Record<string, string>;
  apis: ImpactApi[];
  before: Record<string, string>;
  after: Record<string, string>;
}): Promise<Impact> {
  const root = temporaryFolder("impact");
  putAll(root, { "package.json": "{}", "tsconfig.json": TSCONFIG, ...app.files, ...app.after });
  const absolute = (files: Record<string, string>) =>
    new Map(Object.entries(files).map(([path, text]) => [join(root, path), text]));
  return findImpact({ root, apis: app.apis, before: absolute(app.before), after: async () => absolute(app.after) });
}

const BOTH = { before: module("Contact", "id: string; nick: string"), after: module("Contact", "id: string") };

describe("an app", () => {
  it("that does not use generated code is not affected", async () => {
    const impact = await impactOf({
      files: { "src/main.ts": "export const nick = ({ nick }: { nick: string }) => nick;" },
      apis: [api("book", [removed("nick")])],
      before: { "src/api/generated/book.ts": BOTH.before },
      after: { "src/api/generated/book.ts": BOTH.after },
    });
    expect(impact).toEqual({ places: [], calls: [] });
  });

  it("whose generated code did not change is not affected, whatever errors it has", async () => {
    const impact = await impactOf({
      files: { "src/main.ts": `import { getOne } from "./api/generated/book"; getOne(1, 2).nothing;` },
      apis: [api("book", [])],
      before: { "src/api/generated/book.ts": BOTH.before },
      after: { "src/api/generated/book.ts": BOTH.before },
    });
    expect(impact).toEqual({ places: [], calls: [] });
  });

  it("distinguishes two APIs whose functions have the same name", async () => {
    const paths = { one: "src/api/generated/one.ts", two: "src/api/generated/two.ts" };
    const changes = { one: removed("nick"), two: removed("nick") };
    const impact = await impactOf({
      files: {
        "src/main.ts": `import * as one from "@/api/generated/one";
import { getOne } from "@/api/generated/two";
export async function main() {
  const first = await one.getOne({});
  if (first.success) first.data.nick;
  const second = await getOne({});
  if (second.success) second.data.nick;
}`,
      },
      apis: [api("one", [changes.one]), api("two", [changes.two])],
      before: { [paths.one]: BOTH.before, [paths.two]: BOTH.before },
      after: { [paths.one]: BOTH.after, [paths.two]: BOTH.after },
    });
    expect(impact.places.map(({ line }) => line)).toEqual([5, 7]);
    expect(impact.places[0]?.changes).toEqual([changes.one]);
    expect(impact.places[0]?.changes[0]).toBe(changes.one);
    expect(impact.places[1]?.changes[0]).toBe(changes.two);
  });

  it("breaks at the import of a removed module that still exists on disk", async () => {
    const impact = await impactOf({
      files: {
        "src/main.ts": `import { getOne } from "@/api/generated/book";\ngetOne({});`,
        "src/api/generated/book.ts": BOTH.before,
      },
      apis: [api("book", [])],
      before: { "src/api/generated/book.ts": BOTH.before, "src/api/generated/index.ts": "export {};" },
      after: { "src/api/generated/index.ts": "export {};" },
    });
    expect(found(impact.places)).toEqual(["src/main.ts:1 "]);
  });

  it("breaks in its backend functions too", async () => {
    const impact = await impactOf({
      files: {
        "base44/functions/nick/entry.ts": `import { createClientFromRequest } from "npm:@base44/sdk@0.8.50";
import { getOne } from "../../shared/book.ts";
export default async function handler(request: Request) {
  const result = await getOne(createClientFromRequest(request));
  return Response.json(result.success ? result.data.nick : result.data);
}`,
      },
      apis: [api("book", [removed("nick")])],
      before: { "base44/shared/book.ts": BOTH.before },
      after: { "base44/shared/book.ts": BOTH.after },
    });
    expect(found(impact.places)).toEqual(["base44/functions/nick/entry.ts:5 response-property-removed"]);
  });

  it("breaks in its own code", async () => {
    const own = ["scripts/page.mjs", "src/build/page.ts", "src/out/page.js", "src/page.mts", "src/page.test.ts"];
    const others = [".cache/page.ts", "build/page.ts", "bundle/page.ts", "out/page.js", "src/dist/page.ts"];
    const page = `import { getOne } from "@/api/generated/book";
export const nick = async () => { const result = await getOne({}); return result.success && result.data.nick; };`;
    const impact = await impactOf({
      files: { ".gitignore": "/bundle/\n", ...Object.fromEntries([...own, ...others].map((path) => [path, page])) },
      apis: [api("book", [removed("nick")])],
      before: { "src/api/generated/book.ts": BOTH.before },
      after: { "src/api/generated/book.ts": BOTH.after },
    });
    expect(found(impact.places)).toEqual(own.map((path) => `${path}:2 response-property-removed`));
  });

  it.each([
    ["a broken tsconfig", "{ nonsense"],
    ["one that is cut off", '{ "compilerOptions": { "strict": true'],
    ["one without an alias", '{ "compilerOptions": { "strict": true } }'],
    ["one with another alias", '{ "compilerOptions": { "paths": { "@/*": ["./src/*"], "~/*": ["./src/*"] } } }'],
  ])("finds modules by their alias with %s", async (_, tsconfig) => {
    const impact = await impactOf({
      files: {
        "tsconfig.json": tsconfig,
        "src/page.ts": `import { getOne } from "@/api/generated/book";
export const nick = async () => { const result = await getOne({}); return result.success && result.data.nick; };`,
      },
      apis: [api("book", [removed("nick")])],
      before: { "src/api/generated/book.ts": BOTH.before },
      after: { "src/api/generated/book.ts": BOTH.after },
    });
    expect(found(impact.places)).toEqual(["src/page.ts:2 response-property-removed"]);
  });

  it("lists calls of operations whose changes types do not show", async () => {
    const security: Change = { ...removed("nick"), kind: "security-added", place: { part: "security" } };
    const impact = await impactOf({
      files: { "src/main.ts": `import { getOne } from "./api/generated/book";\nexport const one = () => getOne({});` },
      apis: [api("book", [security])],
      before: { "src/api/generated/book.ts": BOTH.before },
      after: { "src/api/generated/book.ts": BOTH.before },
    });
    expect(impact.places).toEqual([]);
    expect(found(impact.calls)).toEqual(["src/main.ts:2 security-added"]);
  });

  const limited = (type: string) =>
    `export declare function getOne(client: object, args?: { queryParams?: { limit?: ${type} } }): Promise<unknown>;\n`;
  it.each<[given: string, types: [before: string, after: string], args: string, calls: string[]]>([
    ["gives it", ["number", "number"], "{ queryParams: { limit: 50 } }", ["src/main.ts:2 request-maximum-tightened"]],
    ["does not give it", ["number", "number"], "{}", []],
    ["gives it rightly, as its type shows", ["number", "10 | 50"], "{ queryParams: { limit: 50 } }", []],
  ])("lists the calls that give a value whose limit changed: one that %s", async (_, [before, after], args, calls) => {
    const place: Change["place"] = { part: "parameter", in: "query", name: "limit", path: [] };
    const tightened: Change = { ...removed("nick"), kind: "request-maximum-tightened", place };
    const main = `import { getOne } from "./api/generated/book";\nexport const one = () => getOne({}, ${args});`;
    const impact = await impactOf({
      files: { "src/main.ts": main },
      apis: [api("book", [tightened])],
      before: { "src/api/generated/book.ts": limited(before) },
      after: { "src/api/generated/book.ts": limited(after) },
    });
    expect([impact.places, found(impact.calls)]).toEqual([[], calls]);
  });
});

describe("code with errors: throw", () => {
  it("breaks where it reads the data", async () => {
    const root = copyOf("impact-ts");
    rmSync(join(root, "src/pages"), { recursive: true });
    rmSync(join(root, "src/lib"), { recursive: true });
    const code = `import { base44 } from "@/api/base44Client";
import { getDeal, listContacts } from "@/api/generated/book";
export const nicks = async () => (await listContacts(base44)).map(({ nick }) => nick);
export const names = async () => (await listContacts(base44)).map(({ name }) => name);
export const deal = async (dealId: string) => (await getDeal(base44, { pathParams: { dealId } })).stage === "lost";
`;
    writeFileSync(join(root, "src/main.ts"), code);
    const impact = await findImpact(await regenerated(root, { language: "ts", errors: "throw" }));
    expect(found(impact.places)).toEqual([
      "src/main.ts:3 response-property-removed",
      "src/main.ts:5 response-enum-value-removed",
    ]);
    expect(impact.calls).toEqual([]);
  });
});
