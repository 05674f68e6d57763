import { emitTypes } from "../../src/emit/types/index.js";
import { Schemas } from "../../src/emit/types/schemas/schemas.js";
import type { Api } from "../../src/ir/index.js";
import type { Reading } from "./reading.js";

/** The declarations of an API, and what a named schema's type is called in them. */
export interface Emitted {
  text: string;
  /** Undefined where the schema has no type of its own in the direction. */
  typeOf(key: string, direction: Reading["direction"]): string | undefined;
}

/** What b44-gen emits for an API. */
export function emitted(api: Api): Emitted {
  const { text } = emitTypes(api).file;
  const declared = new Set(
    [...text.matchAll(/^export (?:interface|type) ([\p{ID_Continue}$]+)/gmu)].map((match) => match[1]),
  );
  const byKey = new Map(api.schemas.map((schema) => [schema.key, schema]));
  const schemas = new Schemas(api);
  return {
    text,
    typeOf(key, direction) {
      const schema = byKey.get(key);
      if (!schema || !schemas.formsOf(schema).includes(direction)) return undefined;
      const name = schemas.typeName(schema, direction);
      return declared.has(name) ? `T.${name}` : undefined;
    },
  };
}

/** What a named schema's type is called in the output of openapi-typescript, which has one for both directions. */
export function peerTypeOf(key: string): string {
  return `T.components["schemas"][${JSON.stringify(key)}]`;
}
