export { Inclusions } from "./inclusions.js";
