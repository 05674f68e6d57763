import { levels } from "../../../collections/index.js";
import { isObject, type Json, type JsonObject, member } from "../../../json/index.js";
import { DEEPEST_ALL_OF, type Direction, type Schemas } from "../schemas/index.js";
import { requiredNames } from "./demands/index.js";
import { orNull, type PreparedSchema } from "./prepared.js";

/** An object without further description, or null. */
export const NULLABLE_OBJECT: JsonObject = orNull({ type: "object", additionalProperties: {} });

/** Distinguishes objects that the schema does not describe from other objects. */
export class BareObjects {
  readonly #schemas: Schemas;
  readonly #direction: Direction;

  constructor(schemas: Schemas, direction: Direction) {
    this.#schemas = schemas;
    this.#direction = direction;
  }

  /**
   * Of several schemas that must all match, returns those that say more than `type: object`, nullable or not; one of
   * them if none does. The others would only add an index signature, which accepts every unknown key.
   */
  telling(parts: PreparedSchema[]): PreparedSchema[] {
    const telling = parts.filter((part) => !this.#isBareObject(part));
    if (telling.length > 0) return telling;
    return [parts.find((part) => part !== NULLABLE_OBJECT) ?? NULLABLE_OBJECT];
  }

  #isBareObject(part: PreparedSchema): boolean {
    if (typeof part === "boolean") return false;
    if (typeof part.$ref === "string") return this.isBareSource(this.#schemas.byPreparedRef(part.$ref));
    if (part === NULLABLE_OBJECT) return true;
    return part.type === "object" && !["properties", "additionalProperties", "required"].some((key) => key in part);
  }

  /** True for a schema of objects that declares no property of this direction and says nothing else about them. */
  isBareSource(schema: Json | undefined): boolean {
    let depth = 0;
    for (const level of levels([this.#schemas.resolve(schema)], (part) => this.#schemas.membersOf(part))) {
      if (depth > DEEPEST_ALL_OF || !level.every((object) => object && this.#isBareByItself(object))) return false;
      depth += 1;
    }
    return true;
  }

  /** Like `isBareSource`, without the members of the schema's `allOf`. */
  #isBareByItself(object: JsonObject): boolean {
    if (["anyOf", "oneOf", "enum", "const"].some((key) => key in object)) return false;
    const { type, properties, allOf, additionalProperties = false, patternProperties } = object;
    if (additionalProperties !== false || patternProperties !== undefined) return false;
    if (!Array.isArray(allOf) && !isObjectType(type) && properties === undefined) return false;
    const declared = isObject(properties) ? properties : {};
    const names = [...Object.keys(declared), ...requiredNames(object)];
    return names.every((name) => this.#schemas.marks.isLeftOut(member(declared, name), this.#direction));
  }
}

/** True for a `type` that allows only objects, or only objects and null. */
function isObjectType(type: Json | undefined): boolean {
  const types = [type].flat();
  return types.includes("object") && types.every((one) => one === "object" || one === "null");
}
