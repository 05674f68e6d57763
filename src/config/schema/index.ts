export { configSchema } from "./config.js";
export { type KeyNotes, keyNotes } from "./notes.js";
export { SECRET_ISSUE } from "./secret-name.js";
