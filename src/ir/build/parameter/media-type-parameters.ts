import { arrayMember, type JsonObject, member, stringMember } from "../../../json/index.js";
import { saysTrue } from "../../../spec/shapes/index.js";
import type { MediaTypeParameter, SourceRef } from "../../model.js";
import type { BuildContext } from "../context.js";
import { asSchema } from "../schema.js";

const NAMES: ReadonlyMap<string, MediaTypeParameter["name"]> = new Map([
  ["accept", "Accept"],
  ["content-type", "Content-Type"],
]);

/**
 * Where an operation declares a header parameter `Accept` or `Content-Type` that says something: that it is required, or
 * what it may be. That is so in Swagger 2.0; in OpenAPI 3 such parameters are to be ignored (section 4.8.12.1).
 */
export function mediaTypeParameters(
  context: BuildContext,
  { pathItem, operation, source }: { pathItem: JsonObject; operation: JsonObject; source: SourceRef },
): MediaTypeParameter[] {
  if (context.family !== "2.0") return [];
  const byName = new Map<string, MediaTypeParameter>();
  for (const value of [...arrayMember(pathItem, "parameters"), ...arrayMember(operation, "parameters")]) {
    const object = context.dereference(value);
    if (!object || stringMember(object, "in") !== "header") continue;
    const name = NAMES.get(stringMember(object, "name")?.toLowerCase() ?? "");
    if (name && saysSomething(object)) byName.set(name, { name, source: context.source(object, source) });
  }
  return [...byName.values()];
}

function saysSomething(parameter: JsonObject): boolean {
  const schema = asSchema(member(parameter, "schema")) ?? true;
  if (saysTrue(member(parameter, "required"))) return true;
  return typeof schema === "object" && ["enum", "default"].some((key) => Object.hasOwn(schema, key));
}
