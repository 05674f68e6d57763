import { isObject, type Json, type JsonObject, mapMembers } from "../../json/index.js";
import { isMethod } from "../select/index.js";
import { parameterList, splitParameters } from "./body-parameters.js";
import type { UpgradeContext } from "./context.js";
import { upgradeOperation } from "./operation-object.js";

/**
 * Upgrades the Paths Object: Path Item Objects by path (OpenAPI 3.1, "Path Item Object"; `additionalOperations` is
 * 3.2's).
 */
export function mapPathItems(paths: JsonObject, context: UpgradeContext): JsonObject {
  return mapMembers(paths, (value, path) =>
    isObject(value) && !path.startsWith("x-") ? upgradePathItem(value, context) : value,
  );
}

function upgradePathItem(pathItem: JsonObject, context: UpgradeContext): JsonObject {
  const written = parameterList(pathItem);
  const shared = splitParameters(written ?? [], context);
  const operation = (value: Json) => (isObject(value) ? upgradeOperation(value, shared, context) : value);
  const upgraded = mapMembers(pathItem, (value, key) => {
    if (key === "parameters")
      return shared.parameters.length > 0 || written?.length === 0 ? shared.parameters : undefined;
    if (key === "additionalOperations" && isObject(value)) return mapMembers(value, operation);
    return isMethod(key.toLowerCase()) ? operation(value) : value;
  });
  return context.origins.carry(pathItem, upgraded);
}
