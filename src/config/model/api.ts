import type { UserVia, Via } from "./via.js";

/** Who may call a function: a signed-in user, an admin of the app, or everybody. */
export type Access = "user" | "admin" | "public";

/**
 * Who may call an API's operations: all of them, or each by its operation id; those that are not named are for users.
 */
export type ApiAccess = Access | Record<string, Access>;

/** A header's value: a literal, or one of the app's secrets. */
export type HeaderValue = string | HeaderSecret;

/** A header's value that is one of the app's secrets. */
interface HeaderSecret {
  /** Name of the secret whose value is sent. */
  secret: string;
  /** What is sent before the value, its space included. */
  prefix?: string;
}

/** One API in the config, as the user writes it. */
export interface UserApiConfig {
  /** The OpenAPI spec: a path relative to the config, or a URL. */
  spec: string;
  /**
   * How calls reach the API: `integration` is a custom integration, which a workspace admin sets up from the spec;
   * `connector` is an account that was connected, `function` a backend function with secrets.
   */
  via?: UserVia;
  /**
   * The operations to generate: patterns such as `get:/deals/{id}`, `get:/deals/**`, `tag:Contacts` and
   * `id:operationId`, or `"all"`.
   */
  operations: string[] | "all";
  /** What functions are called, by operation id, in place of the names that the spec gives. */
  names?: Record<string, string>;
  /** For connectors and OAuth client credentials, the scopes to ask for: the least that the operations need, or these. */
  scopes?: "least" | string[];
  /**
   * For connectors and functions, who may call: signed-in users, admins, or the public; for all operations or by
   * operation id, where those not named are for users.
   */
  access?: ApiAccess;
  /** For connectors and functions, headers that are sent with every request. */
  headers?: Record<string, HeaderValue>;
  /** For connectors and functions, headers that callers may give besides those that the spec declares. */
  requestHeaders?: string[];
  /** For connectors and functions, headers of answers that results carry besides those that the spec declares. */
  responseHeaders?: string[];
  /**
   * For connectors and functions, the operations, by operation id, whose answer is taken as a stream although the spec
   * has JSON or a file there, beside a stream or alone.
   */
  streams?: string[];
  /**
   * For connectors and functions, the URL that the spec's paths are appended to, in place of its servers; `{name}`
   * stands for a value of the connection.
   */
  baseUrl?: string;
  /**
   * For connectors and functions, how long an API may take, in milliseconds: until its answer is there whole, or begins
   * where it is a stream.
   */
  timeout?: number;
  /** For connectors and functions, whether arguments are checked against the spec before a request is sent. */
  validate?: boolean;
  /** Files and folders outside the spec's own folder that its `$ref`s may read, relative to the config. */
  allowFile?: string[];
  /** Hosts other than the spec's own that its `$ref`s may fetch from. */
  allowHost?: string[];
}

/**
 * {@link UserApiConfig} with defaults filled in. What goes with other ways than `via` says is there, without effect.
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
