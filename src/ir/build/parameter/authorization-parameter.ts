import { arrayMember, type JsonObject, stringMember } from "../../../json/index.js";
import type { SecurityRequirement, SourceRef } from "../../model.js";
import type { BuildContext } from "../context.js";

/** An operation, and what authorises it. */
interface Authorized {
  pathItem: JsonObject;
  operation: JsonObject;
  security: readonly SecurityRequirement[];
  source: SourceRef;
}

/**
 * Where an operation declares a header parameter `Authorization`, which says something: in Swagger 2.0 always, which has
 * no rule against it; in OpenAPI 3, which leaves that header to security schemes (section 4.8.12.1), where there are none.
 */
export function authorizationParameter(context: BuildContext, place: Authorized): SourceRef | undefined {
  const isSecured = place.security.some((requirement) => Object.keys(requirement).length > 0);
  if (context.family !== "2.0" && isSecured) return undefined;
  for (const value of [...arrayMember(place.operation, "parameters"), ...arrayMember(place.pathItem, "parameters")]) {
    const object = context.dereference(value);
    if (!object || stringMember(object, "in") !== "header") continue;
    if (stringMember(object, "name")?.toLowerCase() === "authorization") return context.source(object, place.source);
  }
  return undefined;
}
