/**
 * Base44's connectors: the catalogue of types, the least scopes, and the content of connector files. All functions are
 * pure; callers create the diagnostics.
 */
export { type Alternatives, renameScopes, scopeAlternatives } from "./alternatives.js";
export { type ConnectorChoice, checkConnection, connectionOf, isRecordId } from "./connection-type.js";
export { compareScopes } from "./connector-file.js";
export {
  acceptsServer,
  avoidedScope,
  connectorEntry,
  connectorTypes,
  isKnownType,
  suggestType,
} from "./entries.js";
export type { ConnectorEntry } from "./model.js";
export { leastScopes } from "./scopes.js";
