/** A scope, or a prefix of scopes that ends in `*`, and one sentence about it. */
export interface ScopeNote {
  scope: string;
  why: string;
}

/** The catalogue's data of a connector type. Omitted members are empty. */
export interface CatalogueRow {
  title: string;
  /** The API's URL: https, without a trailing slash. `{name}` is replaced by a value of `connectionConfig`. */
  baseUrl: string;
  /** Other hosts that accept the connector's token. A server of the spec on one of them is used as it is. */
  hosts?: readonly string[];
  /** Headers that every request must have. Never credentials. */
  headers?: Readonly<Record<string, string>>;
  /** Scopes in specs that do not work in practice. */
  unusableScopes?: readonly ScopeNote[];
  /** Scopes that grant access to more than this API, which counting its own operations cannot show. */
  broadScopes?: readonly ScopeNote[];
  /** Scopes in published specs by their current names; null for a word that is not a scope. */
  renamedScopes?: Readonly<Record<string, string | null>>;
  /** Names of parameters and form fields that specs declare for the credential itself, so callers do not pass them. */
  credentialParameters?: readonly string[];
  /** How calls are authorised: `oauth` by default. `metered` uses `callApi`. */
  kind?: "oauth" | "metered" | "key";
}

/** A connector type in the catalogue. */
export interface ConnectorEntry extends Required<CatalogueRow> {
  /** The type, as in `getConnection(type)` and in the name of the connector's file. */
  type: string;
  /** The names in `baseUrl`, in order, whose values `connectionConfig` must have. */
  connectionConfig: string[];
}
