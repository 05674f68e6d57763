import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import SwaggerParser from "@apidevtools/swagger-parser";
import { CORE_SCHEMA, load } from "js-yaml";
import { beforeAll, describe, expect, it } from "vitest";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import { isObject, type Json, type JsonObject, objectMember, stringMember } from "../../src/json/index.js";
import { bundledTarget } from "../../src/spec/dereferenced.js";
import type { BundledSpec, SpecFamily } from "../../src/spec/model.js";
import { Origins } from "../../src/spec/origins.js";
import { upgrade } from "../../src/spec/upgrade/index.js";
import { bundled, specOf } from "../support/pipeline.js";

const folder = resolve(import.meta.dirname, "../../../shared/specs");
const isThere = existsSync(folder);
if (!isThere) console.warn(`Skipped: ${folder} is missing, so no real documents are upgraded.`);

interface Spec {
  file: string;
  family: SpecFamily;
  validates: boolean;
}

const specs: Spec[] = isThere
  ? readFileSync(`${folder}/index.tsv`, "utf8")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"))
      .filter(([, , , version]) => /^(2\.0|3\.[012])/.test(version!))
      .map(([file, , , version, , , , validates]) => ({
        file: file!,
        family: version!.slice(0, 3) as SpecFamily,
        validates: validates === "yes",
      }))
  : [];

/** The parsed document, or undefined when it does not parse. */
function read(spec: Spec): JsonObject | undefined {
  const text = readFileSync(`${folder}/${spec.file}`, "utf8").replace(/^\uFEFF/, "");
  try {
    const value = spec.file.endsWith(".json") ? JSON.parse(text) : load(text, { schema: CORE_SCHEMA, json: true });
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The bundle of all operations of a spec, which is what the stage gets; undefined where there is none. */
function bundleOf(spec: Spec): BundledSpec | undefined {
  const root = read(spec);
  if (!root || externalReferences(root)) return undefined;
  try {
    return bundled(specOf(root, {}, spec.file.endsWith(".json") ? "json" : "yaml"));
  } catch (error) {
    if (error instanceof DiagnosticError) return undefined;
    throw error;
  }
}

function upgraded(root: JsonObject, family: SpecFamily): JsonObject {
  return upgrade({
    root,
    family,
    origins: new Origins(),
    leftOut: new Set(),
    unread: [],
    diagnostics: [],
    notUnderstood: [],
  }).root;
}

const dataKeywords = new Set(["example", "examples", "default", "enum", "const", "value", "parameters"]);
const mapKeywords =
  /^(properties|patternProperties|dependentSchemas|\$defs|definitions|schemas|headers|responses|callbacks)$/;

/** Visits the objects of a document that are not data and not maps by name; `parameters` is looked into as a list only. */
function visitObjects(root: Json, visit: (object: JsonObject, path: string) => void): void {
  const seen = new Set<Json>();
  const walk = (value: Json, path: string, isMap: boolean): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (!Array.isArray(value) && !isMap) visit(value, path);
    for (const [key, item] of Object.entries(value)) {
      const isData = (dataKeywords.has(key) && !(key === "parameters" && Array.isArray(item))) || key.startsWith("x-");
      if (!isMap && !Array.isArray(value) && isData) continue;
      walk(item, `${path}/${key}`, !isMap && mapKeywords.test(key) && isObject(item));
    }
  };
  walk(root, "", false);
}

function externalReferences(root: JsonObject): boolean {
  let found = false;
  visitObjects(root, (object) => {
    const reference = stringMember(object, "$ref");
    found ||= reference !== undefined && !reference.startsWith("#");
  });
  return found;
}

/** True for a schema that may be null and lists no null among its values. */
function lacksNull({ type, enum: listed, const: only }: JsonObject): boolean {
  const values = only === undefined ? listed : [only];
  const mayBeNull = Array.isArray(type) && type.length > 1 && type.includes("null");
  return mayBeNull && Array.isArray(values) && !values.includes(null);
}

/** Everything in the document that OpenAPI 3.1 no longer has, and nullable values without null. */
function leftovers(root: JsonObject): string[] {
  const found: string[] = [];
  if (Object.hasOwn(root, "definitions")) found.push("/definitions");
  visitObjects(root, (object, path) => {
    const isParameter = typeof object.name === "string" && /\/parameters\/[^/]+$/.test(path);
    for (const key of isParameter ? [] : ["nullable", "x-nullable", "collectionFormat"]) {
      if (Object.hasOwn(object, key)) found.push(`${path}/${key}`);
    }
    if (lacksNull(object)) found.push(`${path}/enum`);
    if (typeof object.discriminator === "string") found.push(`${path}/discriminator`);
    const location = object.in;
    if (isParameter && (location === "body" || location === "formData")) found.push(`${path}/in`);
    if (/\/responses\/[^/]+$/.test(path) && Object.hasOwn(object, "schema")) found.push(`${path}/schema`);
    if (object.type === "file" && !path.includes("/responsesObject/")) found.push(`${path}/type`);
    if (/^#\/(definitions|parameters|responses)\//.test(stringMember(object, "$ref") ?? "")) found.push(`${path}/$ref`);
  });
  return found;
}

/**
 * True where a part of an `allOf` says in words what may be meant of the whole, null stands beside it as a type, or a list has one
 * type.
 */
function saysInAnotherWay(root: JsonObject): boolean {
  let found = false;
  visitObjects(root, ({ allOf, type }) => {
    found ||= (Array.isArray(type) && type.length === 1) || (type === "null" && allOf !== undefined);
    found ||=
      Array.isArray(allOf) && allOf.some((part) => isObject(part) && part.$ref === undefined && "description" in part);
  });
  return found;
}

function resolvedReferences(root: JsonObject): string[] {
  const found = new Set<string>();
  visitObjects(root, (object) => {
    const reference = stringMember(object, "$ref");
    if (reference?.startsWith("#/components/") && bundledTarget(root, reference) !== undefined) found.add(reference);
  });
  return [...found];
}

function unresolvedReferences(root: JsonObject): string[] {
  const found = new Set<string>();
  visitObjects(root, (object) => {
    const reference = stringMember(object, "$ref");
    if (reference?.startsWith("#/") && bundledTarget(root, reference) === undefined) found.add(reference);
  });
  return [...found];
}

type Check = (given: { source: JsonObject; before: string; result: JsonObject; spec: Spec }) => string[];

const isOld = (spec: Spec) => spec.family === "2.0" || spec.family === "3.0";

const checks: Record<string, Check> = {
  "leaves the source as it is": ({ source, before }) => (JSON.stringify(source) === before ? [] : ["changed"]),
  // A 3.1 document is left as it is where nothing has to change, and keeps what OpenAPI does not know at its root.
  "keeps nothing of the older versions": ({ result, spec }) => (isOld(spec) ? leftovers(result) : []),
  "keeps every reference that led somewhere": ({ source, result }) => {
    const lost = resolvedReferences(source).filter((reference) => bundledTarget(result, reference) === undefined);
    return unresolvedReferences(source).length > 0 ? lost : [...lost, ...unresolvedReferences(result)];
  },
  "gives the same object for OpenAPI 3.1 without leftovers": ({ source, result, spec }) =>
    isOld(spec) || result === source || leftovers(source).length > 0 || saysInAnotherWay(source) ? [] : ["copied"],
};

const isLong = process.env.MODE === "long";

/** Every twelfth document, and with `vitest --mode long` all. */
const STEP = isLong ? 1 : 12;

describe.skipIf(!isThere)("upgrade of the documents of shared/specs", () => {
  const problems = new Map<string, Record<string, string[]>>();
  let count = 0;

  beforeAll(() => {
    for (const spec of specs.filter((_, index) => index % STEP === 0)) {
      const bundle = bundleOf(spec);
      if (!bundle) continue;
      count++;
      const source = bundle.root;
      const before = JSON.stringify(source);
      const result = upgrade(bundle).root;
      for (const [name, check] of Object.entries(checks)) {
        const found = check({ source, before, result, spec });
        if (found.length > 0) problems.set(name, { ...problems.get(name), [spec.file]: found.slice(0, 3) });
      }
    }
  });

  it("covers hundreds", () => expect(count).toBeGreaterThan(500 / STEP));

  it.each(Object.keys(checks))("%s", (name) => {
    expect(problems.get(name) ?? {}).toEqual({});
  });

  it("does not throw if members are of the wrong type", () => {
    const random = randomNumbers(1);
    for (const spec of specs.filter(({ file }, index) => file.startsWith("tricky/") && index % 4 === 0)) {
      const source = read(spec);
      for (let round = 0; source && round < 20; round++) upgraded(distortedMembers(source, random), spec.family);
    }
  });
});

function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A copy of the value in which one value in twenty is something else. */
function distorted(value: Json, random: () => number): Json {
  const others: Json[] = [null, 1, "a", true, [], {}, [null, {}], { a: null }];
  if (random() < 0.05) return others[Math.floor(random() * others.length)]!;
  if (Array.isArray(value)) return value.map((item) => distorted(item, random));
  if (!isObject(value)) return value;
  return distortedMembers(value, random);
}

function distortedMembers(value: JsonObject, random: () => number): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, distorted(item, random)]));
}

describe.skipIf(!isThere)("upgrade of valid Swagger 2.0", () => {
  const valid = specs.filter((spec) => spec.family === "2.0" && spec.validates);
  const sample = valid.filter((_, index) => index % (isLong ? 2 : 9) === 0);
  it.for(sample)("$file is valid OpenAPI 3.1", async (spec, { skip }) => {
    const bundle = bundleOf(spec);
    if (!bundle) return skip("it is not one document");
    const result = upgrade(bundle).root;
    const names = Object.keys(objectMember(objectMember(result, "components") ?? {}, "schemas") ?? {});
    const text = JSON.stringify(result);
    // What Swagger 2.0 allows and OpenAPI 3.1 does not: names of every kind, a license without URL, references in `x-…`.
    if (text.includes("tabDelimited") || text.length > 500_000 || names.some((name) => !/^[\w.-]+$/.test(name)))
      return skip("OpenAPI 3.1 does not allow it");
    const kept = Object.entries(JSON.parse(text)).filter(([key]) => !key.startsWith("x-"));
    const document = { ...Object.fromEntries(kept), info: { title: "t", version: "1" } };
    await SwaggerParser.validate(document as never, { resolve: { external: false } });
  });
});
