export { brokenTypes } from "./broken-types.js";
export { lostResponses } from "./lost-responses.js";
export { brokenRawCalls } from "./raw-calls.js";
export { uncheckedRequests } from "./unchecked-requests.js";
export { untypedResults } from "./untyped-results.js";
