import { reached } from "../../../collections/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import type { Schemas } from "../schemas/index.js";

/** How deep nested conditions, and the schemas that they reference, are followed. */
const DEEPEST = 20;

/** A property that an object has under conditions. */
interface ConditionalProperty {
  /** The schemas that the conditions give the property. */
  forms: Json[];
  /** True if the property may also occur where no condition describes it, and then have any value. */
  isOpen: boolean;
}

/**
 * Returns the properties that an object has only under a condition, by name: those under `then` and `else` (JSON Schema
 * 2020-12, section 10.2.2) and, if another property is present, under `dependentSchemas` (section 10.2.2.4). Reads the
 * schema itself and the members written inline in its `allOf`. No type says when the properties are present, but it can
 * say which ones may be.
 */
export function conditionalProperties(schema: JsonObject, schemas: Schemas): Map<string, ConditionalProperty> {
  const found = new Map<string, ConditionalProperty>();
  const own = [schema, ...(Array.isArray(schema.allOf) ? schema.allOf.filter(isObject) : [])];
  const starts = own.flatMap(outcomesOf);
  const dependents = own.flatMap(dependentsOf);
  if (starts.length === 0 && dependents.length === 0) return found;
  const add = (part: JsonObject, isOpen: boolean) => {
    if (!isObject(part.properties)) return;
    for (const [name, form] of Object.entries(part.properties)) {
      const known = found.get(name);
      found.set(name, { forms: [...(known?.forms ?? []), form], isOpen: isOpen || known?.isOpen === true });
    }
  };
  for (const part of reached(starts, (outcome) => partsOf(outcome, schemas), DEEPEST)) {
    add(part, false);
    dependents.push(...dependentsOf(part));
  }
  const next = (part: JsonObject) => [...partsOf(part, schemas), ...dependentsOf(part)];
  for (const part of reached(dependents, next, DEEPEST)) add(part, true);
  return found;
}

function dependentsOf({ dependentSchemas }: JsonObject): JsonObject[] {
  return isObject(dependentSchemas) ? Object.values(dependentSchemas).filter(isObject) : [];
}

function outcomesOf(schema: JsonObject): JsonObject[] {
  return "if" in schema ? [schema.then, schema.else].filter((part) => isObject(part)) : [];
}

function partsOf(outcome: JsonObject, schemas: Schemas): JsonObject[] {
  const target = typeof outcome.$ref === "string" ? schemas.resolve(outcome) : undefined;
  const members = Array.isArray(outcome.allOf) ? outcome.allOf : [];
  return [...outcomesOf(outcome), ...members, target].filter((part) => isObject(part));
}
