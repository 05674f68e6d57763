export { type BuildInput, buildApi } from "./build-api.js";
export { isBase64, isFile } from "./file-schema.js";
export { listedValues, singleValue } from "./listed-values.js";
export type * from "./model.js";
export {
  apiFileName,
  type ChosenNames,
  chosenNameFaults,
  pascalCase,
  settledAgainst,
  withChosenNames,
  words,
} from "./names/index.js";
export { ARGUMENT_GROUPS, argumentGroup, isOfQuery, textParameter } from "./parameters.js";
export { isSuccess, successResponses } from "./responses.js";
export { dereferenced, referencedKey, type SchemasByKey, schemasByKey } from "./schemas-by-key.js";
export { sentByFunction, sentJson, sentWithFiles } from "./sent-body.js";
export { sentMethod } from "./sent-method.js";
export { areToldApart, isStream, unknownForm } from "./streams.js";
export { meantType, type SchemaType } from "./type-names.js";
