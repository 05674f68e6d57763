import { levels } from "../../../collections/index.js";
import { isObject, type Json, type JsonObject, member } from "../../../json/index.js";
import { DEEPEST_ALL_OF, type Direction, type Schemas } from "../schemas/index.js";
import { requiredNames } from "./demands/index.js";
import { orNull, type PreparedSchema } from "./prepared.js";

/** An object of which nothing is said but that null may be in its place. */
export const NULLABLE_OBJECT: JsonObject = orNull({ type: "object", additionalProperties: {} });

/** Tells the objects of which nothing is said from the others. */
export class BareObjects {
  readonly #schemas: Schemas;
  readonly #direction: Direction;

  constructor(schemas: Schemas, direction: Direction) {
    this.#schemas = schemas;
    this.#direction = direction;
  }

  /**
   * Of several that must hold, those that say more than `type: object`, nullable or not, if any do. The others would only add an index
   * signature, which lets every unknown key pass.
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

  /** True for a schema of objects that has no property in this direction, and says nothing else of them. */
  isBareSource(schema: Json | undefined): boolean {
    let depth = 0;
    for (const level of levels([this.#schemas.resolve(schema)], (part) => this.#schemas.membersOf(part))) {
      if (depth > DEEPEST_ALL_OF || !level.every((object) => object && this.#isBareByItself(object))) return false;
      depth += 1;
    }
    return true;
  }

  /** True for a schema to which this applies apart from the members of its `allOf`. */
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

/** True for a `type` of objects, or of objects and null. */
function isObjectType(type: Json | undefined): boolean {
  const types = [type].flat();
  return types.includes("object") && types.every((one) => one === "object" || one === "null");
}
