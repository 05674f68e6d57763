export { ARGUMENT_GROUPS, argumentGroup } from "./argument-groups.js";
export { type BuildInput, buildApi } from "./build-api.js";
export { areToldApart, unknownForm } from "./event-types.js";
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
export { parameterKey } from "./parameter-key.js";
export { isOfQuery } from "./query-parameters.js";
export { isSuccess, successResponses } from "./responses.js";
export { dereferenced, referencedKey, type SchemasByKey, schemasByKey } from "./schemas-by-key.js";
export { sentByFunction, sentJson, sentWithFiles } from "./sent-body.js";
export { sentMethod } from "./sent-method.js";
export { isStream } from "./streams.js";
export { textParameter } from "./text-parameter.js";
export { meantType, type SchemaType } from "./type-names.js";
