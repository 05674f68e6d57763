export { Attribution, changesOf, worst } from "./attribution.js";
export { isOfOperation, isOfRequest, isOfResponse, lastProperty } from "./change-names.js";
export { errorsIn, type NewError, newErrors } from "./new-errors.js";
export { type FitInput, requestFit } from "./request-fit.js";
