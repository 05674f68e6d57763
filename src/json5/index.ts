export { type Json5Node, json5Member, parseJson5 } from "./document.js";
export { json5Value } from "./value.js";
