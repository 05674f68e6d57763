import type { GraphValues } from "../../../collections/index.js";
import type { Json, JsonObject } from "../../../json/index.js";
import type { Direction, Schemas, ValuesOfProperties } from "../schemas/index.js";
import type { PreparedSchema } from "./prepared.js";

/** The schemas, the direction and the functions with which objects and their parts are prepared. */
export interface PrepareContext {
  schemas: Schemas;
  direction: Direction;
  /** Finds what the values of an object's properties can be. */
  values: ValuesOfProperties;
  /** Whether a schema, or one that it takes over, has `anyOf` or `oneOf`. */
  choosing: GraphValues<JsonObject, boolean>;
  /** Whether a schema, or one that it takes over, allows null. */
  nullable: GraphValues<JsonObject, boolean>;
  /** Prepares the schema of a property. */
  prepare(schema: Json): PreparedSchema;
}
