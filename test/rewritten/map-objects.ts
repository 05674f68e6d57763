import { isObject, type Json, type JsonObject, setMember } from "../../src/json/index.js";
import { OBJECT_RULES, type ObjectKind, sectionKind } from "../../src/spec/bundle/object-kinds.js";

/** What becomes of an object, given that what it holds is changed already. `place` is the key that holds it. */
export type Change = (object: JsonObject, place: string) => Json;

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** A document with its objects of some kinds changed, those in `components` and callees' paths alike. */
export function mapObjects(root: JsonObject, changes: Partial<Record<ObjectKind, Change>>): JsonObject {
  const change = (value: Json, kind: ObjectKind, place: string): Json => {
    if (!isObject(value)) return value;
    const object = mapped(value, (child, key) => {
      if (kind === "pathItem" && METHODS.has(key)) return change(child, "operation", key);
      const rule = OBJECT_RULES[kind].get(key);
      if (!rule) return child;
      if (Array.isArray(child)) return child.map((item) => change(item, rule.kind, key));
      if (rule.holding !== "map") return change(child, rule.kind, key);
      return isObject(child) ? mapped(child, (item) => change(item, rule.kind, key)) : child;
    });
    return changes[kind]?.(object, place) ?? object;
  };
  const section = (value: Json, ...path: string[]): Json => {
    const kind = sectionKind([...path, ""]);
    return kind && isObject(value) ? mapped(value, (item) => change(item, kind, "components")) : value;
  };
  return mapped(root, (value, key) => {
    if (key === "paths" && isObject(value)) return mapped(value, (item) => change(item, "pathItem", "paths"));
    if (key !== "components" || !isObject(value)) return section(value, key);
    return mapped(value, (item, name) => section(item, key, name));
  });
}

/** An object with each of its values changed. */
export function mapped(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(object)) setMember(copy, key, change(value, key));
  return copy;
}

/** A document with each of its references changed. */
export function mapReferences(root: Json, change: (reference: string) => string): Json {
  if (Array.isArray(root)) return root.map((item) => mapReferences(item, change));
  if (!isObject(root)) return root;
  return mapped(root, (value, key) =>
    key === "$ref" && typeof value === "string" ? change(value) : mapReferences(value, change),
  );
}
