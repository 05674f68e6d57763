import { isObject, type Json, type JsonObject } from "../../../spec/json.js";
import { reached } from "../../../spec/reached.js";
import { DEEPEST_ALL_OF, keyOfRef, type Schemas } from "../schemas.js";
import type { PreparedSchema } from "./index.js";

/**
 * A member of `oneOf` or `anyOf` beside a `discriminator` (OpenAPI 3.1, section 4.8.25): its property is narrowed to
 * the values that the mapping, or the schema's name, gives it, so that TypeScript can tell the members apart. A member
 * that says itself which values the property has keeps them, and so does the one that others fall back to.
 */
export function discriminatedMember(
  union: JsonObject,
  member: Json,
  prepared: PreparedSchema,
  schemas: Schemas,
): PreparedSchema {
  const { discriminator } = union;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== "string") return prepared;
  if (!isObject(member) || typeof member.$ref !== "string" || typeof prepared === "boolean") return prepared;
  const name = discriminator.propertyName;
  if (isTarget(discriminator.defaultMapping, member.$ref)) return prepared;
  const values = mappedValues(discriminator, member.$ref);
  const own = ownValues(schemas.resolve(member), name, schemas);
  if (own && (own.length === 1 || !own.some((value) => values.includes(String(value))))) return prepared;
  const narrowing = { type: "object", properties: { [name]: { enum: values } }, required: [name] };
  return { allOf: [prepared, narrowing] };
}

function mappedValues(discriminator: JsonObject, ref: string): string[] {
  const mapping = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
  const key = keyOfRef(ref);
  const mapped = mapping.filter(([, target]) => isTarget(target, ref)).map(([value]) => value);
  return mapped.length > 0 ? mapped : [key];
}

/** True where a value of `mapping`, or `defaultMapping` (OpenAPI 3.2), means the member: by reference or by name. */
function isTarget(target: Json | undefined, ref: string): boolean {
  return typeof target === "string" && (target === keyOfRef(ref) || keyOfRef(target) === keyOfRef(ref));
}

/** The values that the member itself leaves the property, where it says any: what stands nearest in it does. */
function ownValues(schema: JsonObject | undefined, name: string, schemas: Schemas): Json[] | undefined {
  for (const part of reached([schema], (object) => schemas.membersOf(object), DEEPEST_ALL_OF)) {
    const property = isObject(part?.properties) ? schemas.resolve(part.properties[name]) : undefined;
    if (property && "const" in property) return [property.const as Json];
    if (property && Array.isArray(property.enum)) return property.enum;
  }
  return undefined;
}
