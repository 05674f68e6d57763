export { callNotes } from "./call-notes.js";
export { keyParameterNotes, requiredKeys } from "./key-like-parameters.js";
export { keyPropertyNotes } from "./key-like-properties.js";
