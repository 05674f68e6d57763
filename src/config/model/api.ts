import type { UserVia, Via } from "./via.js";

/** Who may call a function: signed-in users, admins of the app, or everyone. */
export type Access = "user" | "admin" | "public";

/**
 * Who may call an API's operations: one value for all, or an object by operation id. Others are for users.
 */
export type ApiAccess = Access | Record<string, Access>;

/** A header's value: a literal, or one of the app's secrets. */
export type HeaderValue = string | HeaderSecret;

/** A header's value that is one of the app's secrets. */
interface HeaderSecret {
  /** Name of the secret whose value is sent. */
  secret: string;
  /** Prefix to send before the value, including any space. */
  prefix?: string;
}

/** One API in the config, as the user writes it. */
export interface UserApiConfig {
  /** The OpenAPI spec: a path relative to the config, or a URL. */
  spec: string;
  /**
   * How to call the API: `integration` (a custom integration that a workspace admin creates from the spec), `connector`
   * (a connected account) or `function` (a backend function with secrets).
   */
  via?: UserVia;
  /**
   * The operations to generate: patterns such as `get:/deals/{id}`, `get:/deals/**`, `tag:Contacts` and
   * `id:operationId`, or `"all"`.
   */
  operations: string[] | "all";
  /** Names of functions by operation id, overriding the names from the spec. */
  names?: Record<string, string>;
  /**
   * For connectors and OAuth client credentials: the scopes to request. `least` requests the fewest that the
   * operations need.
   */
  scopes?: "least" | string[];
  /**
   * For connectors and functions: who may call the operations (signed-in users, admins, or everyone). One value for all
   * operations, or an object by operation id; operations that it does not list are for users.
   */
  access?: ApiAccess;
  /** For connectors and functions: headers to send with every request. */
  headers?: Record<string, HeaderValue>;
  /** For connectors and functions: headers that callers may pass in addition to those in the spec. */
  requestHeaders?: string[];
  /** For connectors and functions: response headers to include in results in addition to those in the spec. */
  responseHeaders?: string[];
  /**
   * For connectors and functions: operation ids whose response is read as a stream, although the spec declares JSON or
   * a file, alone or beside a stream.
   */
  streams?: string[];
  /**
   * For connectors and functions: the URL that the spec's paths are appended to, overriding its servers. `{name}` is
   * replaced by a value from the connection.
   */
  baseUrl?: string;
  /**
   * For connectors and functions: how long a call may take, in milliseconds, until the response is complete, or until a
   * stream starts.
   */
  timeout?: number;
  /** For connectors and functions: whether to check arguments against the spec before sending a request. */
  validate?: boolean;
  /** Files and folders outside the spec's own folder that its `$ref`s may read, relative to the config. */
  allowFile?: string[];
  /** Hosts other than the spec's own that its `$ref`s may fetch from. */
  allowHost?: string[];
}

/**
 * {@link UserApiConfig} with defaults filled in. Settings for other ways than `via` are included, but have no effect.
 */
export interface ApiConfig {
  spec: string;
  via: Via;
  operations: string[] | "all";
  names: Record<string, string>;
  scopes: "least" | string[];
  access: ApiAccess;
  headers: Record<string, HeaderValue>;
  requestHeaders: string[];
  responseHeaders: string[];
  streams: string[];
  baseUrl?: string;
  timeout: number;
  validate: boolean;
  allowFile: string[];
  allowHost: string[];
}
