import { readdirSync, readFileSync } from "node:fs";
import { loadAll } from "js-yaml";
import { type Change, type ChangePlace, diffApis } from "../../src/check/diff/index.js";
import { pathText } from "../../src/check/diff/place-text.js";
import { getOrInsert } from "../../src/collections/index.js";
import type { Api } from "../../src/ir/index.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import { compileApi } from "../../src/pipeline/api/compile-api.js";

const FOLDER = new URL("../../fixtures/changes/", import.meta.url);

/** The names of the pairs of specs in fixtures/changes, one file each with the version before and the one after. */
export const pairNames = readdirSync(FOLDER)
  .map((file) => file.replace(/\.yaml$/, ""))
  .sort();

/** The two versions of a pair, as documents. */
export function documentsOf(name: string): { before: Json; after: Json } {
  const [before, after] = loadAll(readFileSync(new URL(`${name}.yaml`, FOLDER), "utf8")) as [Json, Json];
  return { before, after };
}

const compiled = new Map<string, Promise<{ before: Api; after: Api }>>();

/** The two versions of a pair. */
export function apisOf(name: string): Promise<{ before: Api; after: Api }> {
  const { before, after } = documentsOf(name);
  return getOrInsert(compiled, name, async () => ({ before: await apiOf(before), after: await apiOf(after) }));
}

/** The API of a whole document. */
export async function apiOf(document: unknown): Promise<Api> {
  const stdin = async () => new TextEncoder().encode(JSON.stringify(document));
  const source = { name: "things", spec: "-", operations: "all", cwd: process.cwd(), stdin } as const;
  return (await compileApi(source, () => {})).api;
}

/** A reference to a schema of the document. */
export function reference(key: string): JsonObject {
  return { $ref: `#/components/schemas/${key}` };
}

/** The changes of an operation that answers with the schema `Root`, in two versions of the schemas. */
export async function changesOf(before: JsonObject, after: JsonObject): Promise<Change[]> {
  const api = (schemas: JsonObject) =>
    apiOf(documentOf(schemas, { responses: { 200: { description: "Root", content } } }));
  return diffApis(await api(before), await api(after));
}

/** The changes of an operation that sends the schema `Root`, in two versions of the schemas. */
export async function payloadChangesOf(before: JsonObject, after: JsonObject): Promise<Change[]> {
  const responses = { 204: { description: "Done" } };
  const api = (schemas: JsonObject) => apiOf(documentOf(schemas, { requestBody: { content }, responses }));
  return diffApis(await api(before), await api(after));
}

const content = { "application/json": { schema: reference("Root") } };

function documentOf(schemas: JsonObject, operation: JsonObject): Json {
  const post = { operationId: "root", ...operation };
  const info = { title: "Roots", version: "1" };
  return { openapi: "3.1.0", info, paths: { "/root": { post } }, components: { schemas } };
}

/** The changes of a pair, forwards and back, as lines. */
export async function linesOf(name: string): Promise<{ there: string[]; back: string[] }> {
  const { before, after } = await apisOf(name);
  return { there: diffApis(before, after).map(lineOf), back: diffApis(after, before).map(lineOf) };
}

/** A change in a line: its level, its kind and its place. */
export function lineOf({ level, kind, place }: Change): string {
  return `${level} ${kind} @ ${placeLine(place)}`;
}

function placeLine(place: ChangePlace): string {
  switch (place.part) {
    case "parameter":
      return pathText(`${place.in} ${place.name}`, place.path);
    case "payload":
      return pathText("payload", place.path);
    case "response":
      return pathText(`data ${place.status}`, place.path);
    case "responseHeader":
      return `header ${place.name} ${place.status}`;
    default:
      return place.part;
  }
}
