import { isObject, type Json } from "../../json/index.js";
import type { Direction, Schemas } from "./schemas.js";

/**
 * True for a property that the direction does not have: `readOnly` ones in a request, `writeOnly` ones in an answer.
 * One that is marked as both is in both. The mark may stand at the property or in the schema that it refers to.
 */
export function isLeftOut(property: Json | undefined, direction: Direction, schemas: Schemas): boolean {
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  const other = direction === "request" ? "writeOnly" : "readOnly";
  return [isObject(property) ? property : undefined, schemas.resolve(property)].some(
    (schema) => schema?.[mark] === true && schema[other] !== true,
  );
}
