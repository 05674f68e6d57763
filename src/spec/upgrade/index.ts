export { upgrade } from "./upgrade.js";
