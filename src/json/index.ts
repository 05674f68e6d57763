/** JSON and JSON pointers: tools that know nothing of OpenAPI, for every stage. */
export { Gathered } from "./gathered.js";
export {
  appendPointer,
  arrayMember,
  escapePointerToken,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  pointerTokens,
  resolvePointer,
  setMember,
  stringMember,
  unescapedPointerToken,
} from "./json.js";
export { findJsonFault } from "./json-fault.js";
export { kept } from "./kept.js";
export { parsedJson } from "./parsed.js";
export { decodedText, encodedText, fragmentToken, normalEncoding } from "./percent-encoding.js";
export { levels, reached } from "./reached.js";
export { pointerOf } from "./steps.js";
