import { appendPointer, isObject, type JsonObject, objectMember, stringMember } from "../../json/index.js";
import type { LoadedSpec } from "../model.js";
import type { Origin } from "../origins.js";
import { isReference, type MergedObjects, mergedObjects, type References } from "../references/index.js";
import { operationTags } from "../tags.js";
import { isMethod, methodRank, operationKeys } from "./methods.js";
import { followReferences, listPaths, type ObjectPlace } from "./path-items.js";

/** An operation as written in the spec, with no references in it followed. */
export interface OperationEntry {
  /** `method:path` as Base44 names operations: the method as below, the path as in the spec. */
  id: string;
  /** In lower case. For `additionalOperations`, as written, because it is sent so. */
  method: string;
  path: string;
  operationId: string | undefined;
  tags: string[];
  /** The key that the operation has in its path item, or in the `additionalOperations` of that (OpenAPI 3.2). */
  key: string;
  /** The path item, and what it refers to where it is a reference: the outermost first. */
  pathItems: ObjectPlace[];
  /** If it is a reference with members beside it, the merged operation. */
  operation: JsonObject;
  /** The sources of members that are written beside such a reference. */
  sources: MergedObjects["sources"] | undefined;
  /** The document that the operation stands in: the base for its references. */
  uri: string;
  origin: Origin;
}

/**
 * All operations of a document, each id once: paths in document order, methods in the specification's. References to path items or
 * operations are followed; extensions, and what is not an object or not read, are skipped.
 */
export function listOperations(spec: LoadedSpec, references: References): OperationEntry[] {
  const all: OperationEntry[] = [];
  for (const { path, places } of listPaths(spec, references)) {
    const ofPath = new Map<string, OperationEntry>();
    for (const place of places) {
      for (const holder of operationHolders(place, references)) {
        const method = methodOf(holder.key);
        if (!ofPath.has(method))
          ofPath.set(method, operationEntry({ method, path, pathItems: places, holder }, references));
      }
    }
    const entries = [...ofPath.values()];
    all.push(...(places.length > 1 ? entries.sort((a, b) => methodRank(a.method) - methodRank(b.method)) : entries));
  }
  return all;
}

/** The method of a key: in lower case if a path item has a field for it, else as written. */
function methodOf(key: string): string {
  const lower = key.toLowerCase();
  return isMethod(lower) ? lower : key;
}

interface OperationHolder extends ObjectPlace {
  key: string;
}

/** The operations of a path item, references to others not followed, in the order of {@link methodRank}. */
function operationHolders({ value, uri, pointer }: ObjectPlace, references: References): OperationHolder[] {
  const found: OperationHolder[] = [];
  for (const [, key] of operationKeys(value)) {
    const operation = objectMember(value, key);
    if (operation && !references.cuts.of(operation))
      found.push({ key, value: operation, uri, pointer: `${pointer}/${key}` });
  }
  const additional = objectMember(value, "additionalOperations");
  if (!additional) return found;
  const written = { value: additional, uri, pointer: `${pointer}/additionalOperations` };
  for (const place of followReferences(written, references)) {
    for (const [key, operation] of Object.entries(place.value)) {
      if (!isObject(operation) || references.cuts.of(operation)) continue;
      found.push({ key, value: operation, uri: place.uri, pointer: appendPointer(place.pointer, key) });
    }
  }
  return found;
}

interface HeldOperation extends Pick<OperationEntry, "method" | "path" | "pathItems"> {
  holder: OperationHolder;
}

function operationEntry({ method, path, pathItems, holder }: HeldOperation, references: References): OperationEntry {
  const { place, sources } = writtenOperation(followReferences(holder, references));
  const { value, uri, pointer } = place;
  return {
    id: `${method}:${path}`,
    method,
    path,
    operationId: stringMember(value, "operationId"),
    tags: operationTags(value),
    key: holder.key,
    pathItems,
    operation: value,
    sources,
    uri,
    origin: { file: references.display(uri), pointer },
  };
}

/** The target of a reference to an operation, merged with the members beside the reference. */
function writtenOperation(places: readonly ObjectPlace[]): { place: ObjectPlace } & Pick<OperationEntry, "sources"> {
  const last = places.at(-1) as ObjectPlace;
  const others = places.slice(0, -1).filter(({ value }) => Object.keys(value).length > 1);
  if (others.length === 0 || isReference(last.value)) return { place: last, sources: undefined };
  const objects = [...others, last].map((place) => ({ ...place, base: place.uri }));
  const { value, sources } = mergedObjects(objects, objects.at(-1));
  return { place: { ...last, value }, sources };
}
