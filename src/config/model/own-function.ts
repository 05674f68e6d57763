import type { Access } from "./api.js";

/** A JSON schema, written in the config. It is passed on unchanged. */
export type JsonSchema = { [keyword: string]: unknown };

/** A JSON schema: inline, or a reference `./specs/own.yaml#/components/schemas/Invoice`, relative to the config. */
export type SchemaOrReference = string | JsonSchema;

/** One of the app's own functions, as the user writes it. */
export interface UserOwnFunctionConfig {
  /** Schema of the argument: inline, or a reference such as `./specs/own.yaml#/components/schemas/Invoice`. */
  input?: SchemaOrReference;
  /** Schema of the result: inline, or a reference. */
  output?: SchemaOrReference;
  /** Who may call the function: signed-in users, admins, or everyone. */
  access?: Access;
}

/** {@link UserOwnFunctionConfig} with defaults filled in. */
export interface OwnFunctionConfig {
  input?: SchemaOrReference;
  output?: SchemaOrReference;
  access: Access;
}
