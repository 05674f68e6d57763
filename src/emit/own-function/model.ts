import type { Api, Operation } from "../../ir/index.js";
import type { Access } from "../../runtime/functions/b44-definition.js";

/** One of the app's own functions: an API of a single operation, whose request body and answer are input and output. */
export interface OwnFunction {
  /** As `functions.invoke` calls it, and as its folder is called. */
  name: string;
  access: Access;
  api: Api;
  operation: Operation;
  hasInput: boolean;
  hasOutput: boolean;
}

/** An own function with the declarations of its types, which the app and the function both have. */
export interface TypedFunction extends OwnFunction {
  types: string;
}

/** All functions and connectors of a project, by name and type. */
export interface Registries {
  functions: string[];
  connectors: string[];
}
