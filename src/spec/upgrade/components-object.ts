import { isObject, type Json, type JsonObject, mapMembers, objectMember } from "../../json/index.js";
import { MOVED_SECTIONS } from "../component-sections.js";
import { isBodyParameter, isFormParameter } from "./body-parameters.js";
import type { UpgradeContext } from "./context.js";
import { upgradeHeader } from "./header-object.js";
import { upgradeMediaType } from "./media-type-object.js";
import { declaredMediaTypes } from "./media-types.js";
import { upgradeParameter } from "./parameter-object.js";
import { upgradeRequestBody } from "./request-body-object.js";
import { upgradeResponse } from "./response-object.js";
import { upgradeSchema } from "./schema/index.js";
import { upgradeSecurityScheme } from "./security-scheme-object.js";

type Upgrade = (component: JsonObject, context: UpgradeContext) => Json | undefined;

const upgrades = new Map<string, Upgrade>([
  ["schemas", upgradeSchema],
  ["parameters", upgradeSharedParameter],
  ["responses", upgradeSharedResponse],
  ["requestBodies", upgradeRequestBody],
  ["headers", upgradeHeader],
  ["securitySchemes", upgradeSecurityScheme],
  ["mediaTypes", upgradeMediaType],
]);

/**
 * Upgrades the Components Object of an OpenAPI 3 document (OpenAPI 3.1, "Components Object"; `mediaTypes` is 3.2's).
 */
export function upgradeComponents(components: JsonObject, context: UpgradeContext): JsonObject {
  return mapMembers(components, (section, name) =>
    isObject(section) && upgrades.has(name) ? upgradeSection(section, name, context) : section,
  );
}

/**
 * Makes the Components Object from the objects that Swagger 2.0 keeps at the root of the document ("Swagger Object").
 */
export function componentsFromSwagger(root: JsonObject, context: UpgradeContext): JsonObject {
  const components: JsonObject = {};
  for (const [place, name] of MOVED_SECTIONS) {
    const section = objectMember(root, place);
    if (section) components[name] = section;
  }
  return mapMembers(upgradeComponents(components, context), (section) =>
    isObject(section) && Object.keys(section).length === 0 ? undefined : section,
  );
}

function upgradeSection(section: JsonObject, name: string, context: UpgradeContext): JsonObject {
  const upgrade = upgrades.get(name)!;
  return mapMembers(section, (component) => (isObject(component) ? upgrade(component, context) : component));
}

/**
 * Upgrades a shared parameter. Returns undefined for one in the body: it is copied into the operations that use it, so
 * nothing refers to it any more.
 */
function upgradeSharedParameter(parameter: JsonObject, context: UpgradeContext): JsonObject | undefined {
  const target = context.dereference(parameter) ?? parameter;
  return isBodyParameter(target) || isFormParameter(target) ? undefined : upgradeParameter(parameter, context);
}

function upgradeSharedResponse(response: JsonObject, context: UpgradeContext): JsonObject {
  return upgradeResponse(response, declaredMediaTypes(context.root, undefined, "produces"), context);
}
