import { isObject, type Json, type JsonObject, setMember } from "../json.js";
import { isMethod, type ObjectPlace, type OperationEntry } from "../select/index.js";
import type { Reach } from "./reach.js";
import { resultOf, type Visit } from "./visit.js";

/** Takes the operations in, each path item with only those; what comes back writes them, once the reach is finished. */
export function reachPaths(reach: Reach, entries: readonly OperationEntry[]): () => JsonObject {
  const byPath = new Map<string, OperationEntry[]>();
  for (const entry of entries) {
    const others = byPath.get(entry.path);
    if (others) others.push(entry);
    else byPath.set(entry.path, [entry]);
  }
  const writers = [...byPath].map(([path, ofPath]) => ({ path, write: reachPathItem(reach, ofPath) }));
  return () => {
    const paths: JsonObject = {};
    for (const { path, write } of writers) setMember(paths, path, write());
    return paths;
  };
}

function reachPathItem(reach: Reach, entries: OperationEntry[]): () => JsonObject {
  const shared = (entries[0]?.pathItems ?? []).map((place) =>
    reach.add("pathItem", withoutOperations(place), place.uri, place.pointer),
  );
  const operations = entries.map((entry) => {
    const visit = reach.add("operation", withoutCallbacks(entry.operation), entry.uri, entry.origin.pointer);
    return { key: isMethod(entry.method) ? entry.method : entry.key, isFixed: isMethod(entry.method), visit };
  });
  return () => {
    const pathItem = mergedPathItem(shared);
    const additional: JsonObject = {};
    for (const { key, isFixed, visit } of operations) setMember(isFixed ? pathItem : additional, key, resultOf(visit));
    if (Object.keys(additional).length > 0) pathItem.additionalOperations = additional;
    return pathItem;
  };
}

/** What a path item says of all its operations: its parameters and servers, and what describes it. */
function withoutOperations({ value }: ObjectPlace): JsonObject {
  const rest: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    if (key !== "$ref" && key !== "additionalOperations" && !isMethod(key)) setMember(rest, key, child);
  }
  return rest;
}

function withoutCallbacks(operation: JsonObject): JsonObject {
  if (!Object.hasOwn(operation, "callbacks")) return operation;
  const { callbacks: _, ...rest } = operation;
  return rest;
}

/** A path item and the one that it refers to, as one: parameters of both, otherwise what stands in the first wins. */
function mergedPathItem(places: readonly Visit[]): JsonObject {
  const merged: JsonObject = {};
  const parameters: Json[] = [];
  for (const place of places) {
    const members = resultOf(place);
    if (!isObject(members)) continue;
    for (const [key, value] of Object.entries(members)) if (!Object.hasOwn(merged, key)) setMember(merged, key, value);
    // Of two parameters of the same name the last one counts.
    if (Array.isArray(members.parameters)) parameters.unshift(...members.parameters);
  }
  if (places.length > 1 && parameters.length > 0) merged.parameters = parameters;
  return merged;
}
