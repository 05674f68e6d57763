import { isObject, type Json, type JsonObject, stringMember } from "../../json/index.js";
import { isMethod } from "../select/index.js";
import { parameterList, type SplitParameters, splitParameters } from "./body-parameters.js";
import type { UpgradeContext } from "./context.js";
import { mapMembers } from "./copy-on-write.js";
import { upgradeOperation } from "./operation-object.js";
import { inlinedReference } from "./references.js";

/** A map of Path Item Objects: `paths`, `webhooks`, or `pathItems` of the components. */
export function mapPathItems(paths: JsonObject, context: UpgradeContext): JsonObject {
  return mapMembers(paths, (value, path) =>
    isObject(value) && !path.startsWith("x-") ? upgradePathItem(value, context) : value,
  );
}

/** A Path Item Object or a reference to one (OpenAPI 3.1, "Path Item Object"; `additionalOperations` is 3.2's). */
export function upgradePathItem(pathItem: JsonObject, context: UpgradeContext): JsonObject {
  return context.once("pathItem", pathItem, () => {
    const written = parameterList(pathItem);
    const shared = splitParameters(written ?? [], context);
    const operation = (value: Json) => (isObject(value) ? upgradeOperation(value, shared, context) : value);
    const upgraded = mapMembers(pathItem, (value, key) => {
      if (key === "parameters") return upgradedList(written, shared);
      if (key === "additionalOperations" && isObject(value)) return mapMembers(value, operation);
      return isMethod(key.toLowerCase()) ? operation(value) : value;
    });
    const reference = stringMember(pathItem, "$ref");
    if (reference === undefined || reference.startsWith("#/paths/")) return upgraded;
    return inlinedReference(upgraded, context, (target) => upgradePathItem(target, context));
  });
}

function upgradedList(written: Json[] | undefined, { parameters }: SplitParameters): Json | undefined {
  return parameters.length > 0 || written?.length === 0 ? parameters : undefined;
}
