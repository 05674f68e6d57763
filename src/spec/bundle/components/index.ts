export { type Component, Components } from "./components.js";
