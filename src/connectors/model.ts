/** A scope, or with `*` at its end all scopes that begin so, and one sentence about it. */
export interface ScopeNote {
  scope: string;
  why: string;
}

/** What the catalogue's data says of a connector type. Everything that is left out is empty. */
export interface CatalogueRow {
  title: string;
  /** Where the API is, https, without a slash at the end. `{name}` stands for a value of `connectionConfig`. */
  baseUrl: string;
  /** Further hosts that take the connector's token: a server of the spec on one of them is used as it is. */
  hosts?: readonly string[];
  /** Headers that every request must have. Never credentials. */
  headers?: Readonly<Record<string, string>>;
  /** Scopes that specs name and that do not work in practice. */
  unusableScopes?: readonly ScopeNote[];
  /** Scopes that open more than this API, which a count of its own operations cannot see. */
  broadScopes?: readonly ScopeNote[];
  /** What published specs call a scope, and what it is called today; null for a word that is no scope. */
  renamedScopes?: Readonly<Record<string, string | null>>;
  /** Names of parameters and form fields that specs declare for the credential itself: no caller gives them. */
  credentialParameters?: readonly string[];
  /** How calls are authorised: `oauth` unless it says something else. `metered` goes through `callApi`. */
  kind?: "oauth" | "metered" | "key";
}

/** A connector type of Base44, as the catalogue has it. */
export interface ConnectorEntry extends Required<CatalogueRow> {
  /** As in `getConnection(type)` and in the name of the connector's file. */
  type: string;
  /** The names in `baseUrl` that `connectionConfig` has to have, in their order. */
  connectionConfig: string[];
}
