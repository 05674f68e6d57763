import { isObject, type Json, type JsonObject, member as ownMember } from "../../src/spec/json.js";
import { type Components, keyOf, target } from "./reading.js";

/** A member of a union, and what is known of it. */
export interface UnionMember {
  union: JsonObject;
  member: Json;
  /** The member as it is read without the discriminator. */
  read: Json;
  components: Components;
}

/**
 * What a discriminator adds to a member of `oneOf` or `anyOf` (OpenAPI 3.1, section 4.8.25): its property has one of the
 * values that the mapping gives the member, or the schema's name. The member's own values hold where they are others.
 */
export function narrowedMember({ union, member, read, components }: UnionMember): Json {
  const { discriminator } = union;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== "string") return read;
  if (!isObject(member) || typeof member.$ref !== "string") return read;
  const key = keyOf(member.$ref);
  if (typeof discriminator.defaultMapping === "string" && keyOf(discriminator.defaultMapping) === key) return read;
  const mapping = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
  const mapped = mapping
    .filter(([, value]) => typeof value === "string" && keyOf(value) === key)
    .map(([value]) => value);
  const values: Json[] = mapped.length > 0 ? mapped : [key];
  const own = ownValues({ schema: member, name: discriminator.propertyName, components, depth: 0 });
  if (own && (own.length === 1 || !own.some((value) => values.includes(value)))) return read;
  const narrowing = {
    type: "object",
    properties: { [discriminator.propertyName]: { enum: values } },
    required: [discriminator.propertyName],
  };
  return { allOf: [read, narrowing] };
}

interface OwnValues {
  schema: Json;
  name: string;
  components: Components;
  depth: number;
}

function ownValues({ schema, name, components, depth }: OwnValues): Json[] | undefined {
  const object = isObject(schema) && typeof schema.$ref === "string" ? target(schema.$ref, components) : schema;
  if (!isObject(object) || depth > 9) return undefined;
  const property = isObject(object.properties) ? ownMember(object.properties, name) : undefined;
  const resolved =
    isObject(property) && typeof property.$ref === "string" ? target(property.$ref, components) : property;
  if (isObject(resolved) && "const" in resolved) return [resolved.const as Json];
  if (isObject(resolved) && Array.isArray(resolved.enum)) return resolved.enum;
  for (const part of Array.isArray(object.allOf) ? object.allOf : []) {
    const values = ownValues({ schema: part, name, components, depth: depth + 1 });
    if (values) return values;
  }
  return undefined;
}
