/**
 * Connectors of Base44: the catalogue of their types, the scopes of least privilege, and what is in the files that declare
 * them. Everything here is plain data in and out; callers make the diagnostics.
 */
export { type Alternatives, renameScopes, scopeAlternatives } from "./alternatives.js";
export { type ConnectorChoice, checkConnection, connectionOf, isRecordId } from "./connection-type.js";
export { compareScopes } from "./connector-file.js";
export {
  avoidedScope,
  connectorEntry,
  connectorTypes,
  isKnownType,
  suggestType,
  takesServer,
} from "./entries.js";
export type { ConnectorEntry } from "./model.js";
export { leastScopes } from "./scopes.js";
