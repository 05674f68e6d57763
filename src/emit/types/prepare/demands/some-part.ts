import { Gathered } from "../../../../collections/index.js";
import type { JsonObject } from "../../../../json/index.js";
import { type ReferencedSchemas, takenOver } from "../../schemas/index.js";

/** Says of schemas whether something is true of them, or of any that they take over: found out once for all of these. */
export class SomePart {
  readonly #gathered: Gathered<JsonObject, boolean>;

  /** @param is whether it is true of a schema, by its own words */
  constructor(references: ReferencedSchemas, is: (schema: JsonObject) => boolean) {
    this.#gathered = new Gathered<JsonObject, boolean>({
      next: (schema) => takenOver(schema, references),
      find: (schema, known) => is(schema) || known.includes(true),
      join: (known) => known.includes(true),
    });
  }

  /** Whether it is true of the schema, or of a part of it. */
  of(schema: JsonObject): boolean {
    return this.#gathered.of(schema);
  }
}
