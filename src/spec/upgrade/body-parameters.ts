import { isObject, type Json, type JsonObject, mapItems, member } from "../../json/index.js";
import { itemsMeant } from "../meant-lists.js";
import { parameterPlace } from "../parameter-place.js";
import type { UpgradeContext } from "./context.js";
import { upgradeParameter } from "./parameter-object.js";

/** The parameters of a path item or operation, by location. */
export interface SplitParameters {
  /** The parameters in the path, query, header or a cookie, upgraded. The same array if nothing changed. */
  parameters: Json[];
  /** The parameters `in: body` as written, with references followed. */
  body: JsonObject[];
  /** The parameters `in: formData`, likewise. */
  form: JsonObject[];
}

/** Returns the parameters of a path item or operation, even if they are not written as an array; undefined if it has none. */
export function parameterList(holder: JsonObject): Json[] | undefined {
  const written = member(holder, "parameters");
  if (isObject(written)) return itemsMeant("parameter", written);
  return Array.isArray(written) ? written : undefined;
}

/**
 * Separates the body and form parameters of Swagger 2.0 from the others: only the others are parameters in OpenAPI 3 ("Parameter
 * Object" in both). Omits items that are not objects.
 */
export function splitParameters(list: Json[], context: UpgradeContext): SplitParameters {
  const body: JsonObject[] = [];
  const form: JsonObject[] = [];
  const parameters = mapItems(list, (item) => {
    if (!isObject(item)) return undefined;
    const parameter = context.dereference(item);
    if (!parameter) return upgradeParameter(item, context);
    if (isBodyParameter(parameter)) return void body.push(parameter);
    if (isFormParameter(parameter)) return void form.push(parameter);
    return upgradeParameter(item, context);
  });
  return { parameters, body, form };
}

/** True for a parameter that is the request's body (Swagger 2.0). */
export function isBodyParameter(parameter: JsonObject): boolean {
  return parameterPlace(parameter) === "body";
}

/** True for a parameter that is a field of a form in the request's body (Swagger 2.0). */
export function isFormParameter(parameter: JsonObject): boolean {
  return parameterPlace(parameter) === "formData";
}
