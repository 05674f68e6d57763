export { isSameSchema, ValuesOfProperties } from "./declared-values.js";
export { type FormPlace, type FormSchemas, formSchemas } from "./form-schemas.js";
export { LimitedParts } from "./limited-parts.js";
export { type Direction, Marks } from "./marks.js";
export { declaredBy, type Names, NO_NAMES } from "./names.js";
export { Schemas } from "./schemas.js";
export { SureProperties } from "./sure-properties.js";
export { DEEPEST_ALL_OF, type ReferencedSchemas, takenOver, withAllTakenOver, withTakenOver } from "./taken-over.js";
