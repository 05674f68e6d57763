import { readdirSync, readFileSync } from "node:fs";
import { loadAll } from "js-yaml";
import { type Change, type ChangePlace, diffApis } from "../../src/check/diff/index.js";
import { pathText } from "../../src/check/diff/place-text.js";
import type { Api } from "../../src/ir/index.js";
import { compileApi } from "../../src/pipeline/api/compile-api.js";

const FOLDER = new URL("../../fixtures/changes/", import.meta.url);

/** The names of the pairs of specs in fixtures/changes, one file each with the version before and the one after. */
export const pairNames = readdirSync(FOLDER)
  .map((file) => file.replace(/\.yaml$/, ""))
  .sort();

/** The two versions of a pair. */
export async function apisOf(name: string): Promise<{ before: Api; after: Api }> {
  const [before, after] = loadAll(readFileSync(new URL(`${name}.yaml`, FOLDER), "utf8"));
  return { before: await apiOf(before), after: await apiOf(after) };
}

/** The API of a whole document. */
export async function apiOf(document: unknown): Promise<Api> {
  const stdin = async () => new TextEncoder().encode(JSON.stringify(document));
  const source = { name: "things", spec: "-", operations: "all", cwd: process.cwd(), stdin } as const;
  return (await compileApi(source, () => {})).api;
}

const found = new Map<string, Promise<{ there: string[]; back: string[] }>>();

/** The changes of a pair, forwards and back, as lines. */
export function linesOf(name: string): Promise<{ there: string[]; back: string[] }> {
  const lines = found.get(name) ?? compared(name);
  found.set(name, lines);
  return lines;
}

async function compared(name: string): Promise<{ there: string[]; back: string[] }> {
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
