export { docComment } from "./comment.js";
export { identifier } from "./identifier.js";
export { literal, literalBlock } from "./literal.js";
export { propertyKey } from "./property-key.js";
export { type Quote, stringLiteral, stringLiteralIn } from "./string-literal.js";
export type { Doc } from "./template.js";
export { TypeCode } from "./type.js";
