export { emitConnection } from "./connection.js";
export { connectorFileText } from "./connector-file.js";
