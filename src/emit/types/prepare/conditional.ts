import { reached } from "../../../collections/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import type { Schemas } from "../schemas/index.js";

/** How far conditions within conditions, and what they refer to, are followed. */
const DEEPEST = 20;

/** What conditions of an object say of one of its properties. */
interface ConditionalProperty {
  /** The schemas that any of the conditions has for it. */
  forms: Json[];
  /** Whether the property is also there where no condition says what it is, and may be anything. */
  isOpen: boolean;
}

/**
 * The properties that an object has by name where a condition holds or not (`then` and `else`, JSON Schema 2020-12, section 10.2.2),
 * or where another property is there (`dependentSchemas`, section 10.2.2.4): of the schema itself and of the members written in its
 * `allOf`. No type says when; which there can be is worth saying.
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
