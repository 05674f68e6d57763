import type { GraphValues } from "../../../collections/index.js";
import type { Json, JsonObject } from "../../../json/index.js";
import type { Direction, Schemas, ValuesOfProperties } from "../schemas/index.js";
import type { PreparedSchema } from "./prepared.js";

/** What the parts of objects are prepared with. */
export interface PrepareContext {
  schemas: Schemas;
  direction: Direction;
  /** What the values of an object's properties can be. */
  values: ValuesOfProperties;
  /** Which schemas choose among others, or take over some that do. */
  choosing: GraphValues<JsonObject, boolean>;
  /** Which schemas may be null, or take over some that may. */
  nullable: GraphValues<JsonObject, boolean>;
  /** Prepares the schema of a property. */
  prepare(schema: Json): PreparedSchema;
}
