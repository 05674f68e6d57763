export { callNotes } from "./call-notes.js";
export { keyNotes } from "./key-like-parameters.js";
export { keyPropertyNotes } from "./key-like-properties.js";
