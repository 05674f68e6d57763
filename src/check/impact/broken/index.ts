export { brokenTypes } from "./broken-types.js";
export { lostResponses } from "./lost-responses.js";
export { brokenRawCalls } from "./raw-calls.js";
export { untoldRequests } from "./untold-requests.js";
export { untypedResults } from "./untyped-results.js";
