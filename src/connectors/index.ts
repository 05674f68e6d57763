/**
 * Connectors of Base44: the catalogue of their types, the scopes of least privilege, and what is in the files that declare
 * them. Everything here is plain data in and out; callers make the diagnostics.
 */
export {
  type Alternatives,
  isSatisfied,
  renameScopes,
  scopeAlternatives,
} from "./alternatives.js";
export { type ConnectionProblem, type ConnectorChoice, checkConnection, connectionOf } from "./connection-type.js";
export {
  type ComparedScopes,
  type ConnectorFile,
  compareScopes,
  type MissingScopes,
  type ScopeComparison,
  type UnreadableFile,
} from "./connector-file.js";
export {
  avoidedScope,
  connectorEntry,
  connectorTypes,
  isKnownType,
  suggestType,
  takesServer,
} from "./entries.js";
export type { ConnectorEntry, ScopeNote } from "./model.js";
export { type LeastScopes, leastScopes, type ScopeQuestion } from "./scopes.js";
