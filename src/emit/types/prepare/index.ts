export { allowedValues } from "./allowed-values.js";
export { ComposedTypes } from "./composed-types.js";
export { beyondName, documentationOf, preparedDocumentation } from "./documentation.js";
export { withFiles } from "./files.js";
export { ANY_OBJECT, type PreparedSchema } from "./prepared.js";
export { Preparer } from "./preparer.js";
export { isOfType, schemaTypes } from "./schema-types.js";
export { othersOf, withoutUnevaluated } from "./unevaluated.js";
