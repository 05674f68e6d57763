export { exclusively, refuseOvertaken } from "./turn.js";
export { isForgotten } from "./turn-file.js";
