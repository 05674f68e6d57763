import { METHODS } from "../bundle/object-kinds.js";
import type { References } from "../bundle/references.js";
import { appendPointer, arrayMember, isObject, type JsonObject, objectMember, stringMember } from "../json.js";
import type { LoadedSpec } from "../model.js";
import type { Origin } from "../origins.js";

/** An operation as a spec declares it, before anything of it is resolved. */
export interface OperationEntry {
  /** `method:path` as Base44 names operations: method in lower case, path as in the spec. */
  id: string;
  method: string;
  path: string;
  operationId: string | undefined;
  tags: string[];
  pathItem: JsonObject;
  operation: JsonObject;
  /** The document that the operation stands in: the base for its references. */
  uri: string;
  origin: Origin;
}

/**
 * All operations of a document in its own order (OpenAPI 3.2.0, section 4.9 Path Item Object). Path items that are
 * references are followed; extensions and members that are no objects are passed over.
 */
export function listOperations(spec: LoadedSpec, references: References): OperationEntry[] {
  const entries: OperationEntry[] = [];
  const paths = objectMember(spec.root, "paths") ?? {};
  for (const [path, item] of Object.entries(paths)) {
    if (!isObject(item) || path.startsWith("x-")) continue;
    const place = followPathItem(item, appendPointer("/paths", path), spec.document.uri, references);
    if (!place) continue;
    for (const [method, operation, pointer] of operationsOf(place.pathItem, place.pointer)) {
      entries.push({
        id: `${method}:${path}`,
        method,
        path,
        operationId: stringMember(operation, "operationId"),
        tags: arrayMember(operation, "tags").filter((tag) => typeof tag === "string"),
        pathItem: place.pathItem,
        operation,
        uri: place.uri,
        origin: { file: references.display(place.uri), pointer },
      });
    }
  }
  return entries;
}

/** The references that path items are, so that their documents can be read before operations are listed. */
export function pathItemReferences(spec: LoadedSpec): string[] {
  return Object.values(objectMember(spec.root, "paths") ?? {})
    .map((item) => (isObject(item) ? stringMember(item, "$ref") : undefined))
    .filter((ref) => ref !== undefined);
}

interface PathItemPlace {
  pathItem: JsonObject;
  pointer: string;
  uri: string;
}

const LONGEST_CHAIN = 20;

function followPathItem(item: JsonObject, at: string, base: string, references: References): PathItemPlace | undefined {
  let place: PathItemPlace = { pathItem: item, pointer: at, uri: base };
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const ref = stringMember(place.pathItem, "$ref");
    if (ref === undefined) return place;
    const target = references.resolve(ref, place.uri);
    if (!target || !isObject(target.value)) return undefined;
    place = { pathItem: target.value, pointer: target.pointer, uri: target.uri };
  }
  return undefined;
}

function operationsOf(pathItem: JsonObject, pointer: string): [string, JsonObject, string][] {
  const found: [string, JsonObject, string][] = [];
  for (const method of METHODS) {
    const operation = objectMember(pathItem, method);
    if (operation) found.push([method, operation, appendPointer(pointer, method)]);
  }
  for (const [method, operation] of Object.entries(objectMember(pathItem, "additionalOperations") ?? {})) {
    if (!isObject(operation)) continue;
    found.push([method.toLowerCase(), operation, appendPointer(pointer, "additionalOperations", method)]);
  }
  return found;
}
