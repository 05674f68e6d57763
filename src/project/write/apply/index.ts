export { applyWrites, takeTurns } from "./apply.js";
