export { fileProperties } from "./files.js";
export { buildContent, contentSchema, readContent } from "./media-type.js";
export { answeredObjects, sentObjects } from "./object-content.js";
export { withPartTypes } from "./part-types.js";
export { isText } from "./text-schema.js";
export { withUnnamedFiles } from "./unnamed-files.js";
export { writtenContent } from "./written-content.js";
