import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { beforeAll, describe, expect, it } from "vitest";
import { type JsonObject, objectMember } from "../../src/json/index.js";
import { generate } from "../../src/pipeline/index.js";
import type { Way } from "../../src/plan/index.js";
import { DEFAULTS } from "../plan/support.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { REORDERINGS, REWRITINGS, type Rewriting, type SpecFiles } from "./rewritings.js";

const project = resolve(import.meta.dirname, "../..");
const beside = resolve(project, "../shared/specs/real");
const isThere = existsSync(beside);
if (!isThere) console.warn(`Skipped: ${beside} is missing, so no real documents are rewritten.`);

/** One of each version: OpenAPI 3.2 and Swagger 2.0, 3.0 and 3.1. */
const FIXTURES = ["library/openapi.yaml", "petstore-2/swagger.json"];

const REAL = ["box_box-openapi_openapi_openapi-v2026.0.json", "jentic_zeno.fm_main_0.58-ddc52bb_orig_api-docs.yaml"];

const specs = [
  ...FIXTURES.map((file) => join(project, "fixtures", file)),
  ...(isThere ? REAL.map((file) => join(beside, file)) : []),
].map((path) => ({ path, file: basename(path) }));

const SAID = "what is said";

/** All texts that a spec gives by way of an integration and of a function, and what is said of it. */
async function outputOf(files: SpecFiles, root: JsonObject): Promise<Record<string, string>> {
  const folder = temporaryFolder("rewritten");
  for (const [name, text] of Object.entries({ ...files, "base44/config.jsonc": '{ "name": "app" }' })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const schemes = root.securityDefinitions ?? objectMember(root, "components")?.securitySchemes ?? {};
  const secrets = Object.fromEntries(Object.keys(schemes).map((name) => [name, "SECRET"]));
  const byFunction: Way = { via: "function", secrets, ...DEFAULTS, baseUrl: "https://api.acme.com" };
  const texts: Record<string, string> = {};
  for (const way of [{ via: "integration" } as const, byFunction]) {
    const api = { name: "api", spec: Object.keys(files)[0] as string, operations: "all" as const, cwd: folder, way };
    const { writes, diagnostics } = await generate({
      apis: [api],
      folder,
      output: join(folder, "src"),
      errors: "result",
      language: "ts",
      client: false,
      anyNumber: true,
      force: false,
      dryRun: true,
      progress: () => {},
    });
    const said = diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n");
    texts[`${way.via}: ${SAID}`] = said.replaceAll(api.spec, "the spec");
    for (const { path, text } of writes.actions) if (text) texts[`${way.via}: ${path}`] = text;
  }
  return texts;
}

/** The lines of texts without their order, and that of the words in each. Of what is said there is too much to list all. */
function reordered(texts: Record<string, string>): Record<string, string> {
  const sorted = (text: string) => {
    const lines = text.replace(/b44-gen hash: .*/, "").split("\n");
    return lines
      .map((line) => line.split(/\W+/).sort().join(" "))
      .sort()
      .join("\n");
  };
  const files = Object.entries(texts).filter(([name]) => !name.endsWith(SAID));
  return Object.fromEntries(files.map(([name, text]) => [name, sorted(text)]));
}

/** The texts that are not the same, each by the first line that differs. */
function differences(want: Record<string, string>, found: Record<string, string>): string[] {
  return [...new Set([...Object.keys(want), ...Object.keys(found)])].flatMap((name) => {
    if (want[name] === found[name]) return [];
    const [before, after] = [want, found].map((texts) =>
      (texts[name] ?? "").replace(/b44-gen hash: .*/, "").split("\n"),
    );
    const at = before!.findIndex((line, index) => line !== after![index]);
    return [`${name}: ${before!.at(at)} | ${after!.at(at)}`];
  });
}

describe.each(specs)("$file written in another way gives the same code", ({ path }) => {
  const root = load(readFileSync(path, "utf8"), { schema: CORE_SCHEMA }) as JsonObject;
  let want: Record<string, string> = {};
  beforeAll(async () => {
    want = await outputOf({ "spec.json": JSON.stringify(root) }, root);
  });

  const formsOf = (rewritings: Record<string, Rewriting>) =>
    Object.entries(rewritings).flatMap(([name, rewriting]) => {
      const files = rewriting(root);
      return files ? [{ name, files }] : [];
    });

  it.each(formsOf(REWRITINGS))("$name", async ({ files }) => {
    expect(differences(want, await outputOf(files, root))).toEqual([]);
  });

  it.each(formsOf(REORDERINGS))("in another order: $name", async ({ files }) => {
    expect(differences(reordered(want), reordered(await outputOf(files, root)))).toEqual([]);
  });
});
