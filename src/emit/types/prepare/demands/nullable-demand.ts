import { isObject, type JsonObject } from "../../../../json/index.js";
import { withTakenOver } from "../../schemas/index.js";
import type { PrepareContext } from "../context.js";
import { demandedObject, type PreparedSchema } from "../prepared.js";
import { schemaTypes } from "../schema-types.js";
import { type Demand, requiredNames } from "./required.js";

/**
 * What a schema demands of properties that only such parts declare which may be null, and do not demand them themselves (JSON
 * Schema 2020-12, section 6.5.3 of the validation). Undefined where there are none. Null is let pass where the whole may be it.
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

/** True where a schema takes over some that may be null, and says with all of them that it may be. */
export function isNullableWhole(schema: JsonObject, { schemas, nullable }: PrepareContext): boolean {
  return nullable.of(schema) && allMayBeNull([...withTakenOver(schema, schemas)]);
}

function allMayBeNull(parts: readonly JsonObject[]): boolean {
  return parts.every((part) => schemaTypes(part).length === 0 || mayBeNull(part));
}

/** True for a schema that says of itself that it may be null. */
export function mayBeNull(part: JsonObject): boolean {
  return schemaTypes(part).includes("null");
}
