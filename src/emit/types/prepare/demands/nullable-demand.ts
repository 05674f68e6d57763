import { isObject, type JsonObject } from "../../../../json/index.js";
import { withTakenOver } from "../../schemas/index.js";
import type { PrepareContext } from "../context.js";
import { demandedObject, type PreparedSchema } from "../prepared.js";
import { schemaTypes } from "../schema-types.js";
import { type Demand, requiredNames } from "./required.js";

/**
 * Returns, as an object schema, the names that a schema requires, but that only nullable parts declare, which do not
 * require them (JSON Schema Validation 2020-12, section 6.5.3). Also allows null if the whole may be null. Undefined if
 * there are no such names.
 */
export function nullableDemand(
  schema: JsonObject,
  { required, undeclared }: Demand,
  { schemas, nullable }: PrepareContext,
): PreparedSchema | undefined {
  const open = required.filter((name) => !undeclared.includes(name));
  if (open.length === 0 || !nullable.of(schema)) return undefined;
  const parts = [...withTakenOver(schema, schemas)];
  const names = open.filter((name) => {
    const declaring = parts.filter(({ properties }) => isObject(properties) && Object.hasOwn(properties, name));
    const isMet = declaring.some((part) => !mayBeNull(part) || requiredNames(part).includes(name));
    return declaring.length > 0 && !isMet;
  });
  return names.length === 0 ? undefined : demandedObject(names, allMayBeNull(parts));
}

/** True if a schema takes over some nullable ones, and allows null together with all of them. */
export function isNullableWhole(schema: JsonObject, { schemas, nullable }: PrepareContext): boolean {
  return nullable.of(schema) && allMayBeNull([...withTakenOver(schema, schemas)]);
}

function allMayBeNull(parts: readonly JsonObject[]): boolean {
  return parts.every((part) => schemaTypes(part).length === 0 || mayBeNull(part));
}

/** True for a schema whose own `type` allows null. */
export function mayBeNull(part: JsonObject): boolean {
  return schemaTypes(part).includes("null");
}
