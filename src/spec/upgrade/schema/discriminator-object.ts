import { getOrInsert } from "../../../collections/index.js";
import {
  arrayMember,
  fragmentToken,
  isObject,
  type JsonObject,
  mapMembers,
  member,
  objectMember,
  replaceMember,
  setMember,
  stringMember,
} from "../../../json/index.js";
import { bundledTarget } from "../../dereferenced.js";
import type { UpgradeContext } from "../context.js";

/**
 * Turns a Swagger 2.0 `discriminator: "name"` into a Discriminator Object, and upgrades the references of a `mapping` (OpenAPI 3.1,
 * "Discriminator Object"). `source` is the schema as written.
 */
export function upgradeDiscriminator(schema: JsonObject, source: JsonObject, context: UpgradeContext): JsonObject {
  const discriminator = member(schema, "discriminator");
  if (discriminator === undefined) return schema;
  if (typeof discriminator !== "string" && !isObject(discriminator)) return schema;
  const upgraded = typeof discriminator === "string" ? { propertyName: discriminator } : discriminator;
  const mapping = upgradeMapping(objectMember(upgraded, "mapping"), context.discriminatorValues.get(source), context);
  const complete = mapping ? replaceMember(upgraded, "mapping", mapping) : upgraded;
  return replaceMember(schema, "discriminator", complete);
}

function upgradeMapping(
  mapping: JsonObject | undefined,
  values: Map<string, string> | undefined,
  context: UpgradeContext,
): JsonObject | undefined {
  const upgraded =
    mapping &&
    mapMembers(mapping, (value) =>
      typeof value === "string" && value.startsWith("#/") ? context.reference(value) : value,
    );
  if (!values) return upgraded;
  const complete = { ...upgraded };
  for (const [value, reference] of values) {
    if (!Object.hasOwn(complete, value)) setMember(complete, value, reference);
  }
  return complete;
}

/**
 * Collects the `x-discriminator-value` (or `x-ms-discriminator-value`) of schemas, by the schema with the discriminator that they
 * extend. Swagger 2.0 has no mapping, and generators agreed on these extensions.
 */
export function collectDiscriminatorValues(definitions: JsonObject, context: UpgradeContext): void {
  for (const name of Object.keys(definitions)) {
    const definition = definitions[name]!;
    if (!isObject(definition)) continue;
    const value =
      stringMember(definition, "x-discriminator-value") ?? stringMember(definition, "x-ms-discriminator-value");
    if (value === undefined) continue;
    const reference = `#/components/schemas/${fragmentToken(name)}`;
    for (const ancestor of ancestorsOf(definition, context)) {
      if (!Object.hasOwn(ancestor, "discriminator")) continue;
      const values = getOrInsert(context.discriminatorValues, ancestor, () => new Map());
      if (!values.has(value)) values.set(value, reference);
    }
  }
}

/** Returns the schema itself and those that it extends through references in `allOf`. */
function ancestorsOf(definition: JsonObject, context: UpgradeContext): Set<JsonObject> {
  const found = new Set([definition]);
  for (const schema of found) {
    for (const part of arrayMember(schema, "allOf")) {
      const reference = isObject(part) ? stringMember(part, "$ref") : undefined;
      const target = reference === undefined ? undefined : bundledTarget(context.root, reference);
      if (isObject(target)) found.add(target);
    }
  }
  return found;
}
