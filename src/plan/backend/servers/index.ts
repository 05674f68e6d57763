export { type BaseUrl, baseUrlOf, type ServerTaken, serverTaken } from "./base-url.js";
export { placeholderFor, placeholderIn } from "./placeholder.js";
