import { arrayMember, type JsonObject, member, stringMember } from "../../../json/index.js";
import { saysTrue } from "../../../spec/shapes/index.js";
import type { MediaTypeParameter, SecurityRequirement, SourceRef } from "../../model.js";
import type { BuildContext } from "../context.js";
import { asSchema } from "../schema.js";

/** An operation with its path item. */
interface OperationPlace {
  pathItem: JsonObject;
  operation: JsonObject;
  source: SourceRef;
}

/** Returns the header parameters of operations and path items, each with its name in lower case. */
function headerParameters(context: BuildContext, ...holders: readonly JsonObject[]): [string, JsonObject][] {
  const all = holders.flatMap((holder) => arrayMember(holder, "parameters"));
  return all.flatMap((value): [string, JsonObject][] => {
    const object = context.dereference(value);
    if (!object || stringMember(object, "in") !== "header") return [];
    return [[stringMember(object, "name")?.toLowerCase() ?? "", object]];
  });
}

/**
 * Returns the place of a header parameter `Authorization` that matters: any in Swagger 2.0, which has no rule against it; in OpenAPI
 * 3, which leaves this header to security schemes (section 4.8.12.1), only if the operation uses no such scheme.
 */
export function authorizationParameter(
  context: BuildContext,
  { pathItem, operation, source, security }: OperationPlace & { security: readonly SecurityRequirement[] },
): SourceRef | undefined {
  const isSecured = security.some((requirement) => Object.keys(requirement).length > 0);
  if (context.family !== "2.0" && isSecured) return undefined;
  const all = headerParameters(context, operation, pathItem);
  const [, object] = all.find(([name]) => name === "authorization") ?? [];
  return object && context.source(object, source);
}

const NAMES: ReadonlyMap<string, MediaTypeParameter["name"]> = new Map([
  ["accept", "Accept"],
  ["content-type", "Content-Type"],
]);

/**
 * Returns the header parameters `Accept` and `Content-Type` that are required, or limit their values. Only for Swagger 2.0: OpenAPI 3
 * ignores such parameters (section 4.8.12.1).
 */
export function mediaTypeParameters(
  context: BuildContext,
  { pathItem, operation, source }: OperationPlace,
): MediaTypeParameter[] {
  if (context.family !== "2.0") return [];
  const byName = new Map<string, MediaTypeParameter>();
  for (const [lower, object] of headerParameters(context, pathItem, operation)) {
    const name = NAMES.get(lower);
    if (name && saysSomething(object)) byName.set(name, { name, source: context.source(object, source) });
  }
  return [...byName.values()];
}

function saysSomething(parameter: JsonObject): boolean {
  const schema = asSchema(member(parameter, "schema")) ?? true;
  if (saysTrue(member(parameter, "required"))) return true;
  return typeof schema === "object" && ["enum", "default"].some((key) => Object.hasOwn(schema, key));
}
