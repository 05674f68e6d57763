import { isObject, type Json, type JsonObject, objectMember, pointerOf, pointerTokens } from "../../json/index.js";
import type { MovedReferences, UpgradeContext } from "./context.js";
import { resolveReference, schemaComponentReference } from "./references.js";
import { upgradeSchema } from "./schema/index.js";

/**
 * Finds the references to schemas inside other objects that no longer lead to what they meant: the schema of a body
 * parameter is now in a request body, a tuple's in `prefixItems`, and so on. `upgraded` is the document as a first pass
 * made it with `context`. A schema that has no place in it, because nobody looks for schemas where it stands, is to be
 * hoisted into the components.
 */
export function findMovedReferences(upgraded: JsonObject, context: UpgradeContext): MovedReferences {
  const lost = new Map<string, JsonObject>();
  for (const reference of context.deepReferences) {
    const source = resolveReference(context.root, reference);
    if (!isObject(source)) continue;
    const schema = upgradeSchema(source, context) as JsonObject;
    if (resolveReference(upgraded, context.reference(reference)) !== schema) lost.set(reference, source);
  }
  const references = new Map<string, string>();
  const hoisted = new Map<string, JsonObject>();
  if (lost.size === 0) return { references, hoisted };
  const wanted = new Set([...lost.values()].map((source) => context.schemas.get(source)!));
  const pointers = locate(upgraded, wanted);
  const taken = new Set(Object.keys(objectMember(objectMember(upgraded, "components") ?? {}, "schemas") ?? {}));
  const names = new Map<JsonObject, string>();
  for (const [reference, source] of lost) {
    const pointer = pointers.get(context.schemas.get(source)!);
    if (pointer !== undefined) {
      references.set(reference, `#${pointer.replaceAll("%", "%25")}`);
      continue;
    }
    const name = names.get(source) ?? freeName(reference, taken);
    names.set(source, name);
    hoisted.set(name, source);
    references.set(reference, schemaComponentReference(name));
  }
  return { references, hoisted };
}

/** A name for a component, after the last part of the reference: only what such a name may hold. */
function freeName(reference: string, taken: Set<string>): string {
  const base =
    pointerTokens(reference.slice(1))
      .at(-1)!
      .replaceAll(/[^A-Za-z0-9._-]+/g, "_") || "schema";
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`;
  taken.add(name);
  return name;
}

interface Visit {
  value: Json;
  token: string;
  parent: Visit | undefined;
}

/** The JSON pointers at which objects stand in a document. Of several, one among the components is taken. */
function locate(root: JsonObject, wanted: Set<JsonObject>): Map<JsonObject, string> {
  const pointers = new Map<JsonObject, string>();
  const seen = new Set<Json>();
  const stack: Visit[] = [{ value: root, token: "", parent: undefined }];
  for (let visit = stack.pop(); visit && pointers.size < wanted.size; visit = stack.pop()) {
    const { value } = visit;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isObject(value) && wanted.has(value)) pointers.set(value, pointerOf(visit));
    const below = Object.entries(value).map(([token, item]) => ({ value: item, token, parent: visit }));
    // What is pushed last is visited first.
    if (value === root) below.sort((a, b) => Number(a.token === "components") - Number(b.token === "components"));
    for (const next of below) stack.push(next);
  }
  return pointers;
}
