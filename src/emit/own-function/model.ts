import type { Api, Operation } from "../../ir/index.js";
import type { Access } from "../../runtime/functions/b44-definition.js";

/**
 * One of the app's own functions: an API with one operation, whose request body is the input and whose response is the
 * output.
 */
export interface OwnFunction {
  /** The name that `functions.invoke` takes, and the name of the function's folder. */
  name: string;
  access: Access;
  api: Api;
  operation: Operation;
  hasInput: boolean;
  hasOutput: boolean;
}

/** An own function with the text of its type declarations, which the app and the function both get. */
export interface TypedFunction extends OwnFunction {
  types: string;
}

/** The names of all functions, and the types of all connectors, of a project. */
export interface Registries {
  functions: string[];
  connectors: string[];
}
