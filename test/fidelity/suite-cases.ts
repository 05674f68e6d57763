import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isObject, type Json, type JsonObject } from "../../src/json/index.js";

const folder = resolve(import.meta.dirname, "../../../shared/json-schema-test-suite");

/** False where the suite does not lie beside the project. */
export const hasSuite = existsSync(folder);

/** A schema of JSON-Schema-Test-Suite with its instances. */
export interface Group {
  name: string;
  schema: Json;
  tests: { description: string; data: Json; valid: boolean }[];
}

/** A draft of JSON Schema, as the suite's folders are called. */
export type Draft = "draft2020-12" | "draft4";

/** All groups of a draft, those of `optional` files not included. */
export function groups(draft: Draft): Group[] {
  const files = readdirSync(join(folder, draft)).filter((file) => file.endsWith(".json"));
  return files.sort().flatMap((file) => {
    const list = JSON.parse(readFileSync(join(folder, draft, file), "utf8")) as (Omit<Group, "name"> & {
      description: string;
    })[];
    return list.map(({ description, schema, tests }) => ({ name: `${file}: ${description}`, schema, tests }));
  });
}

/** The version of OpenAPI that a schema is put into. */
export type Family = "3.1" | "3.0" | "2.0";

/** The drafts, and the versions of OpenAPI that are built on them. */
export const SUITES = [
  { draft: "draft2020-12", family: "3.1" },
  { draft: "draft4", family: "3.0" },
  { draft: "draft4", family: "2.0" },
] as const satisfies { draft: Draft; family: Family }[];

/** A document in which `POST /x` takes and answers the schema. */
export function documentOf(schema: Json, family: Family): JsonObject {
  const place = family === "2.0" ? "#/definitions/X" : "#/components/schemas/X";
  const isResource = isObject(schema) && typeof (schema.$id ?? schema.id) === "string";
  const X = isResource ? schema : moved(schema, place);
  const $ref = { $ref: place };
  const info = { title: "T", version: "1" };
  if (family === "2.0") {
    const parameters = [{ name: "body", in: "body", schema: $ref }];
    const post = { operationId: "x", parameters, responses: { 200: { description: "", schema: $ref } } };
    return { swagger: "2.0", info, paths: { "/x": { post } }, definitions: { X } };
  }
  const content = { "application/json": { schema: $ref } };
  const post = { operationId: "x", requestBody: { content }, responses: { 200: { description: "", content } } };
  return { openapi: `${family}.0`, info, paths: { "/x": { post } }, components: { schemas: { X } } };
}

/** The schema with its references within itself leading to the place that it has in a document. */
function moved(schema: Json, place: string): Json {
  if (Array.isArray(schema)) return schema.map((item) => moved(item, place));
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      const isOwn = key === "$ref" && typeof value === "string" && (value === "#" || value.startsWith("#/"));
      return [key, isOwn ? place + (value as string).slice(1) : moved(value, place)];
    }),
  );
}
