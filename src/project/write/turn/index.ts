export { exclusively, refuseOvertaken, type TurnOptions } from "./turn.js";
export { isForgotten } from "./turn-file.js";
