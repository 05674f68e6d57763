/** JSON and JSON pointers, independent of OpenAPI. */
export {
  type Changes,
  mapItems,
  mapMembers,
  pickMembers,
  replaceMember,
  replaceMembers,
} from "./copy-on-write.js";
export { formattedJson } from "./formatted.js";
export {
  appendPointer,
  arrayMember,
  childOf,
  escapePointerToken,
  isObject,
  type Json,
  type JsonObject,
  member,
  memberOf,
  objectMember,
  pointerTokens,
  resolvePointer,
  setMember,
  stringMember,
  unescapedPointerToken,
} from "./json.js";
export { findJsonFault } from "./json-fault.js";
export { parsedJson } from "./parsed.js";
export { decodedText, encodedText, fragmentToken, normalEncoding } from "./percent-encoding.js";
export { pointerOf } from "./steps.js";
