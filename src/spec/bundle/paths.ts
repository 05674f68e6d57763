import { getOrInsert } from "../../collections/index.js";
import { isObject, type Json, type JsonObject, setMember } from "../../json/index.js";
import { isMethod, type ObjectPlace, type OperationEntry } from "../select/index.js";
import { RepeatedWidth } from "./limits/index.js";
import type { Reach } from "./reach.js";
import { resultOf, type Visit } from "./visit.js";

/** The paths that a walk has reached. */
export interface ReachedPaths {
  /** Makes the Paths Object, after the walk is finished. */
  write(): JsonObject;
  /** Returns the visits of path items and operations, with the operations that they belong to. */
  owners(): Map<Visit, OperationEntry[]>;
}

interface ReachedPathItem {
  /** What all operations share: the path item without operations, and the path items that it refers to. */
  shared: Visit[];
  operations: ReachedOperation[];
}

interface ReachedOperation {
  entry: OperationEntry;
  visit: Visit;
}

/** Adds operations to a walk, and their path items with only these operations. */
export function reachPaths(reach: Reach, entries: readonly OperationEntry[]): ReachedPaths {
  const byPath = new Map<string, OperationEntry[]>();
  for (const entry of entries) getOrInsert(byPath, entry.path, () => []).push(entry);
  const items = [...byPath].map(([path, ofPath]) => ({ path, item: reachPathItem(reach, ofPath) }));
  limitRepeated(
    reach,
    items.flatMap(({ item }) => item.operations),
  );
  limitShared(
    reach,
    items.map(({ item }) => item),
  );
  return {
    write: () => {
      const paths: JsonObject = {};
      for (const { path, item } of items) setMember(paths, path, writePathItem(item));
      return paths;
    },
    owners: () => ownersOf(items.map(({ item }) => item)),
  };
}

function ownersOf(items: readonly ReachedPathItem[]): Map<Visit, OperationEntry[]> {
  const owners = new Map<Visit, OperationEntry[]>();
  const add = (visit: Visit, entry: OperationEntry) => getOrInsert(owners, visit, () => []).push(entry);
  for (const { shared, operations } of items) {
    for (const { entry, visit } of operations) {
      add(visit, entry);
      for (const place of shared) add(place, entry);
    }
  }
  return owners;
}

function reachPathItem(reach: Reach, entries: OperationEntry[]): ReachedPathItem {
  const shared = (entries[0]?.pathItems ?? []).map((place) =>
    reach.add("pathItem", { ...place, value: withoutOperations(place) }),
  );
  const operations = entries.map((entry) => {
    const { operation, uri, origin, sources } = entry;
    const place = { value: withoutCallbacks(operation), uri, pointer: origin.pointer };
    return { entry, visit: reach.add("operation", place, sources) };
  });
  return { shared, operations };
}

/** Gives up operations that several paths share, if copying them for each path exceeds the limit. */
function limitRepeated(reach: Reach, operations: readonly ReachedOperation[]): void {
  const byPlace = new Map<string, ReachedOperation[]>();
  for (const reached of operations) {
    const { uri, origin } = reached.entry;
    getOrInsert(byPlace, `${uri}#${origin.pointer}`, () => []).push(reached);
  }
  const width = new RepeatedWidth();
  for (const sharing of byPlace.values()) {
    const what = width.add(sharing[0]?.visit.value ?? null, sharing.length);
    if (what === undefined) continue;
    const problem = `The paths that share this part expand to more than ${what}`;
    for (const { visit } of sharing) {
      reach.unresolved.overLimit({ code: "B44-115", problem, tokens: [] }, { visit, loss: "operation" });
    }
  }
}

/** Gives up additional operations, if copying the shared part of their path item to each exceeds the limit. */
function limitShared(reach: Reach, items: readonly ReachedPathItem[]): void {
  const width = new RepeatedWidth();
  for (const { shared, operations } of items) {
    const additional = operations.filter(({ entry }) => !isMethod(entry.method));
    const values = additional.length > 0 ? shared.map(({ value }) => value) : [];
    const what = width.add(values, additional.length);
    if (what === undefined) continue;
    const problem = `The path item expands to more than ${what} for its additional operations`;
    for (const { visit } of additional) {
      reach.unresolved.overLimit({ code: "B44-115", problem, tokens: [] }, { visit, loss: "operation" });
    }
  }
}

function writePathItem({ shared, operations }: ReachedPathItem): JsonObject {
  const pathItem = mergedPathItem(shared);
  const additional: JsonObject = {};
  for (const { entry, visit } of operations) {
    if (isMethod(entry.method)) setMember(pathItem, entry.method, resultOf(visit));
    else setMember(additional, entry.key, resultOf(visit));
  }
  if (Object.keys(additional).length > 0) pathItem.additionalOperations = additional;
  return pathItem;
}

/** Returns the parts of a path item other than its operations: parameters, servers and descriptions. */
function withoutOperations({ value }: ObjectPlace): JsonObject {
  const rest: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    if (key !== "$ref" && key !== "additionalOperations" && !isMethod(key.toLowerCase())) setMember(rest, key, child);
  }
  return rest;
}

function withoutCallbacks(operation: JsonObject): JsonObject {
  if (!Object.hasOwn(operation, "callbacks")) return operation;
  const { callbacks: _, ...rest } = operation;
  return rest;
}

/**
 * Merges a path item and those that it refers to: the parameters of all; for other members, the first one takes
 * precedence.
 */
function mergedPathItem(places: readonly Visit[]): JsonObject {
  const merged: JsonObject = {};
  const parameters: Json[] = [];
  for (const place of places) {
    const members = resultOf(place);
    if (!isObject(members)) continue;
    for (const [key, value] of Object.entries(members)) if (!Object.hasOwn(merged, key)) setMember(merged, key, value);
    // Of several parameters with the same name, the last one takes precedence.
    if (Array.isArray(members.parameters)) parameters.unshift(...members.parameters);
  }
  if (places.length > 1 && parameters.length > 0) merged.parameters = parameters;
  return merged;
}
