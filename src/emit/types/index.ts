export { argumentShape } from "./arguments.js";
export { emitTypes } from "./emit-types.js";
export { allowedValues, ComposedTypes, isOfType, othersOf, schemaTypes, withoutUnevaluated } from "./prepare/index.js";
export {
  type Direction,
  LimitedParts,
  Marks,
  type Names,
  NO_NAMES,
  type ReferencedSchemas,
} from "./schemas/index.js";
export { emitValueTypes } from "./value-types.js";
