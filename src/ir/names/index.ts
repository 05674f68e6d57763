export { apiFileName, apiNames, factoryName } from "./api-names.js";
export { type ChosenNames, chosenNameFaults, withChosenNames } from "./chosen-names.js";
export { type DocumentNames, documentNames } from "./document-names.js";
export { withLockedNames } from "./locked-names.js";
export { settledAgainst } from "./settle.js";
export { pascalCase, words } from "./words.js";
