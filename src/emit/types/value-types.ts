import valuesTemplate from "../../../templates/types/values.d.ts.hbs";
import type { Diagnostic } from "../../diagnostics/index.js";
import type { Api, Operation } from "../../ir/index.js";
import { declarations } from "./declaration.js";
import { TypeEngine } from "./engine.js";
import { namedTypes } from "./named-types.js";
import { Schemas } from "./schemas/index.js";
import { printAssigned } from "./syntax/print.js";
import { SchemaTransform } from "./transform.js";

/** An operation whose input and output are a function's, and the names of their types. */
interface ValueTypes {
  /** An API whose only operation is this one. */
  api: Api;
  operation: Operation;
  hasInput: boolean;
  inputName: string;
  outputName: string;
}

/** Returns the text of a file with the types of one function's input and output, and of the schemas that they use. */
export function emitValueTypes({ api, operation, hasInput, inputName, outputName }: ValueTypes): {
  text: string;
  diagnostics: Diagnostic[];
} {
  const schemas = new Schemas(api);
  const transform = new SchemaTransform(schemas);
  const input = operation.requestBody?.content[0]?.schema;
  const { types, combinations, diagnostics } = namedTypes(api.schemas, schemas, transform);
  const engine = new TypeEngine(transform, combinations);
  const text = valuesTemplate({
    schemas: declarations(types, new Set([...types.map(({ name }) => name), inputName, outputName])),
    input: hasInput ? printAssigned(engine.typeOf(input, "request")) : null,
    inputName,
    output: printAssigned(engine.typeOf(operation.responses[0]?.content[0]?.schema, "response")),
    outputName,
    needsWithRequired: transform.helpers.length > 0,
  });
  return { text, diagnostics };
}
