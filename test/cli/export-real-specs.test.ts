import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import SwaggerParser from "@apidevtools/swagger-parser";
import { describe, expect, test } from "vitest";
import { compileApi } from "../../src/pipeline/api/compile-api.js";
import { exportSpec } from "../../src/pipeline/api/export-spec.js";
import { integrationObstacles } from "../../src/plan/integration/obstacles.js";
import { realSpecs } from "./support/folders.js";

/** How many specs of each version are exported. */
const OF_A_VERSION = 9;

const index = join(realSpecs, "../index.tsv");
const hasSpecs = existsSync(index);

/** Specs that swagger-parser finds valid, spread evenly over what there is of a version. */
function sample(version: RegExp): string[] {
  const rows = readFileSync(index, "utf8").trim().split("\n").slice(1);
  const files = rows
    .map((row) => row.split("\t"))
    .filter(([file, , , declared, operations, , , validates]) => {
      return file?.startsWith("real/") && version.test(declared ?? "") && Number(operations) > 1 && validates === "yes";
    })
    .map(([file]) => file!.slice("real/".length))
    .sort();
  const step = files.length / OF_A_VERSION;
  return Array.from({ length: OF_A_VERSION }, (_, at) => files[Math.floor(at * step)]!);
}

const source = (file: string, operations: string[] | "all") => {
  return { name: "api", spec: join(realSpecs, file), operations, cwd: realSpecs };
};

/** Every place of a document that refers to another: pointers into the document, and all else. */
function references(value: unknown, found: string[] = []): string[] {
  if (typeof value !== "object" || value === null) return found;
  if ("$ref" in value && typeof value.$ref === "string") found.push(value.$ref);
  for (const item of Object.values(value)) references(item, found);
  return found;
}

function isThere(document: unknown, pointer: string): boolean {
  let value: unknown = document;
  for (const token of pointer.slice(2).split("/")) {
    const key = decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

function operationsOf(document: { paths: Record<string, Record<string, unknown>> }): string[] {
  return Object.entries(document.paths).flatMap(([path, item]) => {
    return Object.keys(item).flatMap((key) => (METHODS.has(key) ? [`${key}:${path}`] : []));
  });
}

describe.skipIf(!hasSpecs)("30 operations of a real spec export to a document that swagger-parser finds valid", () => {
  const files = hasSpecs ? [/^2/, /^3\.0/, /^3\.1/].flatMap(sample) : [];

  test.each(files)("%s", async (file) => {
    const { api } = await compileApi(source(file, "all"), () => {});
    const carried = api.operations.filter((operation) => integrationObstacles(operation, api).length === 0);
    const chosen = carried.slice(0, 30).map(({ id }) => id);
    const { text } = await exportSpec(source(file, chosen), () => {});

    const document = JSON.parse(text);
    expect(text).toBe(JSON.stringify(document));
    expect(operationsOf(document).sort()).toEqual([...chosen].sort());
    const outside = references(document).filter((ref) => !ref.startsWith("#/") || !isThere(document, ref));
    expect(outside).toEqual([]);
    await SwaggerParser.validate(JSON.parse(text));
  });
});

test.runIf(!hasSpecs)("../shared/specs is missing, so the export of real specs is not tested", () => {});
