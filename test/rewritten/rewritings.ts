import { CORE_SCHEMA, dump } from "js-yaml";
import { isObject, type Json, type JsonObject, objectMember } from "../../src/json/index.js";
import { mapObjects, mapped, mapReferences } from "./map-objects.js";

/** Files by name; the first is the spec. */
export type SpecFiles = Record<string, string | Uint8Array>;

/** Writes an API in another way that means the same; undefined for a document that has no such form. */
export type Rewriting = (root: JsonObject) => SpecFiles | undefined;

const json = (root: Json): SpecFiles => ({ "spec.json": JSON.stringify(root, null, 2) });
const yaml = (root: Json, options = {}): SpecFiles => ({
  "spec.yaml": dump(root, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, ...options }),
});

function withTexts(files: SpecFiles, change: (text: string) => string | Uint8Array): SpecFiles {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, change(String(text))]));
}

/** Equal parts of a document as one, which a YAML writer gives an anchor. */
function shared(root: Json, known = new Map<string, Json>()): Json {
  if (typeof root !== "object" || root === null) return root;
  const copy = Array.isArray(root)
    ? root.map((item) => shared(item, known))
    : mapped(root, (item) => shared(item, known));
  const text = JSON.stringify(copy);
  const first = known.get(text) ?? copy;
  known.set(text, first);
  return first;
}

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");

/** How the text is written. */
const syntax: Record<string, Rewriting> = {
  "JSON in one line": (root) => ({ "spec.json": JSON.stringify(root) }),
  YAML: (root) => yaml(root),
  "YAML in flow style": (root) => yaml(root, { flowLevel: 3 }),
  "YAML with quotes and folded lines": (root) => yaml(root, { lineWidth: 60, forceQuotes: true }),
  "YAML with anchors": (root) => yaml(shared(root), { noRefs: false }),
  "JSON in a file of YAML": (root) => ({ "spec.yaml": JSON.stringify(root, null, 2) }),
  "CRLF in JSON": (root) => withTexts(json(root), (text) => text.replaceAll("\n", "\r\n")),
  "CRLF in YAML": (root) => withTexts(yaml(root), (text) => text.replaceAll("\n", "\r\n")),
  "a byte order mark": (root) => withTexts(json(root), (text) => `\uFEFF${text}`),
  "UTF-16": (root) => withTexts(yaml(root), utf16),
};

const is = (version: string) => (root: JsonObject) => String(root.swagger ?? root.openapi).startsWith(version);
const is2 = is("2.");
const is30 = is("3.0");
const is31 = is("3.1");

/** A schema of OpenAPI 3.0 as 3.1 has it; what stands beside a `$ref` counts in 3.1 alone. */
function schema31({ nullable, example, ...schema }: JsonObject): JsonObject {
  if (schema.$ref !== undefined) return { $ref: schema.$ref, ...pick(schema, ["title", "description"]) };
  const rest: JsonObject = example === undefined ? schema : { ...schema, examples: [example] };
  for (const limit of ["minimum", "maximum"]) {
    const exclusive = `exclusive${limit[0]?.toUpperCase()}${limit.slice(1)}`;
    if (rest[exclusive] === true && rest[limit] !== undefined) rest[exclusive] = rest[limit];
    if (typeof rest[exclusive] === "number") delete rest[limit];
    else delete rest[exclusive];
  }
  if (nullable !== true) return rest;
  return typeof rest.type === "string" ? { ...rest, type: [rest.type, "null"] } : { ...rest, nullable };
}

function pick(object: JsonObject, keys: string[]): JsonObject {
  return Object.fromEntries(keys.filter((key) => key in object).map((key) => [key, object[key] as Json]));
}

/** Which version the document is of. */
const versions: Record<string, Rewriting> = {
  "3.1 for 3.0": (root) =>
    is30(root) ? json(mapObjects({ ...root, openapi: "3.1.0" }, { schema: schema31 })) : undefined,
  "3.2 for 3.1": (root) => (is31(root) ? json({ ...root, openapi: "3.2.0" }) : undefined),
};

/** Parameters, bodies and headers as components, where these show in no name. */
function asComponents(root: JsonObject): JsonObject {
  const sections: JsonObject = {};
  const move = (section: string) => (object: JsonObject, place: string) => {
    if (object.$ref !== undefined || place === "components") return object;
    const moved = objectMember(sections, section) ?? {};
    const name = `moved${Object.keys(moved).length}`;
    sections[section] = { ...moved, [name]: object };
    return { $ref: `#/${is2(root) ? "" : "components/"}${section}/${name}` };
  };
  const parameters = { parameter: move("parameters") };
  const changed = mapObjects(
    root,
    is2(root) ? parameters : { ...parameters, requestBody: move("requestBodies"), header: move("headers") },
  );
  const holder = is2(root) ? changed : (objectMember(changed, "components") ?? {});
  const added = mapped(sections, (moved, key) => ({ ...objectMember(holder, key), ...(moved as JsonObject) }));
  return is2(root) ? { ...changed, ...added } : { ...changed, components: { ...holder, ...added } };
}

/** The components of a document in another file, all but security schemes, which are referred to by name. */
function inTwoFiles(root: JsonObject, file: string, reference: string): SpecFiles | undefined {
  if (is2(root)) return undefined;
  const { securitySchemes = {}, ...moved } = objectMember(root, "components") ?? {};
  const spec = mapReferences({ ...root, components: {} }, (ref) => ref.replace(/^#/, `${reference}#`));
  return {
    ...json({ ...(spec as JsonObject), components: { securitySchemes } }),
    [file]: JSON.stringify({ components: moved }),
  };
}

function inFilesByPath(root: JsonObject): SpecFiles {
  const files: SpecFiles = {};
  const paths = mapped(objectMember(root, "paths") ?? {}, (item) => {
    const file = `paths/${Object.keys(files).length}.json`;
    files[file] = JSON.stringify(mapReferences(item, (ref) => ref.replace(/^#/, "../spec.json#")));
    return { $ref: file };
  });
  return { ...json({ ...root, paths }), ...files };
}

/** Where the parts of the document stand. */
const places: Record<string, Rewriting> = {
  "parameters, bodies and headers as components": (root) => json(asComponents(root)),
  "references with the file's own name": (root) =>
    json(mapReferences(root, (ref) => ref.replace(/^#/, "./spec.json#"))),
  "references in percent-encoding": (root) =>
    json(mapReferences(root, (ref) => ref.replace(/\w$/, (last) => `%${last.charCodeAt(0).toString(16)}`))),
  "a file for each path": inFilesByPath,
};

/** The same, where declarations may come in another order. */
const files: Record<string, Rewriting> = {
  "a file for the components": (root) => inTwoFiles(root, "components.json", "components.json"),
  "a file for the components, with a blank in its name": (root) =>
    inTwoFiles(root, "parts/the components.json", "./parts/the%20components.json"),
};

const UNUSED: JsonObject = { type: "object", properties: { unused: { type: "string" } } };

function withUnused(root: JsonObject): JsonObject {
  const around = (map: JsonObject = {}): JsonObject => ({ AUnused: UNUSED, ...map, ZUnused: UNUSED });
  if (is2(root)) return { ...root, definitions: around(objectMember(root, "definitions")) };
  const components = objectMember(root, "components") ?? {};
  return { ...root, components: { ...components, schemas: around(objectMember(components, "schemas")) } };
}

const extended = (object: JsonObject) =>
  object.$ref === undefined ? { ...object, "x-more": { $ref: "#/x" } } : object;

/** What is there that nobody looks at. */
const additions: Record<string, Rewriting> = {
  "schemas that nothing refers to": (root) => json(withUnused(root)),
  "extensions everywhere": (root) =>
    json(
      mapObjects(extended(root), {
        operation: extended,
        parameter: extended,
        requestBody: extended,
        response: extended,
        mediaType: extended,
        schema: extended,
      }),
    ),
  "tags that no operation has": (root) => json({ ...root, tags: [{ name: "more" }, ...((root.tags as Json[]) ?? [])] }),
};

const ofSchemas = (change: (schema: JsonObject, place: string) => Json) => (root: JsonObject) =>
  json(mapObjects(root, { schema: change }));

function isEmpty(schema: Json | undefined): boolean {
  return isObject(schema) && Object.keys(schema).length === 0;
}

const isLone = ({ $ref, ...rest }: JsonObject) => $ref !== undefined && isEmpty(rest);

/** Where a reference is more than what it leads to: what a schema extends, and what a discriminator knows by its name. */
const BY_NAME = new Set(["components", "allOf", "anyOf", "oneOf"]);

/** Schemas that have several spellings. */
const spellings: Record<string, Rewriting> = {
  "an empty list of required names": ofSchemas((schema) =>
    schema.type === "object" ? { required: [], ...schema } : schema,
  ),
  "true for any further properties": ofSchemas((schema) =>
    isEmpty(schema.additionalProperties) ? { ...schema, additionalProperties: true } : schema,
  ),
  "a list of one type": (root) =>
    is31(root)
      ? ofSchemas((schema) => (typeof schema.type === "string" ? { ...schema, type: [schema.type] } : schema))(root)
      : undefined,
  "enum for const": (root) =>
    is31(root)
      ? ofSchemas(({ const: only, ...schema }) => (only === undefined ? schema : { ...schema, enum: [only] }))(root)
      : undefined,
  "allOf around a reference": ofSchemas((schema, place) =>
    isLone(schema) && !BY_NAME.has(place) ? { allOf: [schema] } : schema,
  ),
  "a description as a part of allOf": ofSchemas(({ description, ...schema }) =>
    description !== undefined && Array.isArray(schema.allOf) && schema.allOf.length > 0
      ? { ...schema, allOf: [...schema.allOf, { description }] }
      : { ...schema, ...(description === undefined ? {} : { description }) },
  ),
  "flags that are false": ofSchemas((schema) => (schema.type === undefined ? schema : { readOnly: false, ...schema })),
};

/** Writings of an API for which the same has to come out, byte for byte. */
export const REWRITINGS: Record<string, Rewriting> = { ...syntax, ...versions, ...places, ...additions, ...spellings };

const turned = (value: Json | undefined): JsonObject =>
  isObject(value) ? Object.fromEntries(Object.entries(value).reverse()) : {};

/** Writings of an API for which the same has to come out in another order. */
export const REORDERINGS: Record<string, Rewriting> = {
  ...files,
  "the document's own keys": (root) => json(turned(root)),
  components: (root) =>
    is2(root)
      ? json({ ...root, definitions: turned(root.definitions) })
      : json({ ...root, components: mapped(turned(root.components), turned) }),
  properties: ofSchemas((schema) =>
    isObject(schema.properties) ? { ...schema, properties: turned(schema.properties) } : schema,
  ),
  "what operations have": (root) => json(mapObjects(root, { operation: turned, parameter: turned, response: turned })),
  "methods of a path": (root) => json(mapObjects(root, { pathItem: turned })),
  keywords: ofSchemas(turned),
};
