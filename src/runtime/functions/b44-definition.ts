/** Everything that a call of an API needs, as the generated API module declares it. Plain data except for `send`. */
export interface ApiDefinition {
  /** The API's name in b44-gen's config. */
  name: string;
  /** The API's URL, without a trailing slash. `{name}` is replaced by a value of the connector's configuration. */
  baseUrl: string;
  /** Headers of every request, by lower-case name. */
  headers: Record<string, HeaderValue>;
  /** The credentials of calls, by the name of the security scheme in the spec. */
  credentials: Record<string, Credential>;
  /** The connector, if the API is called through one. */
  connection?: Connection;
  /** How long a call may take, in milliseconds, until the response is complete or a stream starts. */
  timeout: number;
  /** False if arguments are sent without checking their schemas. */
  validate: boolean;
  /** The operations that may be called, by `method:/path`. */
  operations: Record<string, OperationDefinition>;
  /** The checks that other checks reference, by name. */
  checks: Record<string, Check>;
  /** Sends the requests of operations whose credentials have to be fetched first. */
  send?: Send;
}

/** Sends an operation's request, aborts when its signal does, and never sends credentials to another origin. */
export type Send = (sending: Sending, operation: OperationDefinition) => Promise<Response>;

/** A request with its credentials; `secretQuery` has those in its query. */
export interface Sending {
  url: URL;
  init: RequestInit & { headers: Headers };
  secretQuery?: [name: string, value: string][];
}

/** The value of a header, or the app's secret with the value. */
export type HeaderValue = string | SecretValue;

/** One of the app's secrets by name, and a prefix for its value, such as `Bearer `. */
export interface SecretValue {
  secret: string;
  prefix?: string;
}

/** What authorises a call (OpenAPI 3.1, section 4.8.27). */
export type Credential =
  | (SecretValue & { in: "header" | "query" | "cookie"; name: string })
  /** HTTP basic authentication (RFC 7617) with two secrets. If one is not configured, its part is sent empty. */
  | { in: "basic"; username?: string; password?: string }
  /** HTTP basic authentication with one secret, `user:password`. */
  | { in: "basic"; secret: string }
  | ClientCredentials;

/** A bearer token, fetched with a client ID and secret (RFC 6749, section 4.4). */
export interface ClientCredentials {
  in: "clientCredentials";
  tokenUrl: string;
  /** The names of the app's secrets with the client's ID and secret. */
  clientId: string;
  clientSecret: string;
  /** How the client's ID and secret are sent: by HTTP basic authentication, or in the body (section 2.3.1). */
  authentication: "basic" | "body";
  /** The scopes to request, separated by spaces. */
  scope?: string;
  /** Additional parameters of the token request. */
  parameters?: Record<string, string | { secret: string }>;
}

/** The Base44 connector whose credentials an API's calls use. */
export type Connection =
  /** The app builder's account, by integration type. */
  | { kind: "shared"; type: string }
  /** A connector that the workspace registered, by ID. */
  | { kind: "workspace"; id: string }
  /** The signed-in user's own account, by the connector's ID. */
  | { kind: "appUser"; id: string }
  /** Base44's own account, through `callApi`. */
  | { kind: "metered"; type: string };

/** Who may call an operation: signed-in users, admins of the app, or everyone. */
export type Access = "user" | "admin" | "public";

/** An operation that may be called: how to make its request, who may call it, and how to read its response. */
export interface OperationDefinition {
  /** The HTTP method as it is sent. */
  method: string;
  /** The path as in the spec, with braces. */
  path: string;
  /** The path with only parameter names in its braces, if the braces in the spec contain more. */
  template?: string;
  access: Access;
  /** The operation's own URL, if it is not the API's. */
  baseUrl?: string;
  parameters?: readonly ParameterDefinition[];
  body?: BodyDefinition;
  /** The `accept` header. */
  accept?: string;
  /** The names of the credentials that the operation needs. A connector's token is sent with every call. */
  credentials?: readonly string[];
  answers?: Answers;
  /** The lower-case names of the response headers in the result. */
  responseHeaders?: readonly string[];
  /** Set if the declared response is a stream of server-sent events or of JSON values. */
  stream?: "events" | "lines";
  /** Which events of a stream contain text instead of JSON: all events, or those of these types. */
  textEvents?: true | readonly string[];
}

/**
 * How to read responses whatever their `content-type` says: by status (`200`, `2XX`, `default`), and for all errors.
 */
export type Answers = { readonly [Status in number | "2XX" | "default" | "failure"]?: AnswerKind };

/** What a response's data becomes: parsed JSON, a string, or a `Blob`. */
export type AnswerKind = "json" | "text" | "binary";

/** Parameter Object (OpenAPI 3.1, section 4.8.12). `style` and `explode` are omitted if they are the defaults. */
export interface ParameterDefinition {
  name: string;
  in: "path" | "query" | "header" | "cookie" | "querystring";
  required?: true;
  /**
   * Omitted for the default of the location: `simple` in paths and headers, `form` elsewhere. Paths also have
   * `reserved`, which leaves slashes unencoded, and `segments`, which adds one before the value (RFC 6570, sections
   * 3.2.3 and 3.2.6).
   */
  style?: string;
  /** Omitted for the default of the style: true for `form` and `cookie`, else false. */
  explode?: boolean;
  /** True if reserved characters are not encoded, except those that would end the value. */
  allowReserved?: true;
  /** True if the value is sent as JSON instead of by style. */
  json?: true;
  /** True if the whole query string is text of a media type that has to be percent-encoded. */
  text?: true;
  /** For a whole query string that is a form: Encoding Object (section 4.8.15) by property. */
  encoding?: Record<string, EncodingDefinition>;
  /** The value to send if the caller passes none: for a header with only one possible value. */
  fixed?: string;
  check?: Check;
}

/** Request Body Object (section 4.8.13), reduced to the media type that is sent. */
export interface BodyDefinition {
  required?: true;
  /** `json`; `form` (application/x-www-form-urlencoded); `multipart`; `text`; `binary`. */
  kind: "json" | "form" | "multipart" | "text" | "binary";
  /** The media type. For `binary`, a wildcard is replaced by the type of the file. */
  type: string;
  /** For `binary` with several declared media types and ranges: all of them. The type of the file selects one. */
  types?: readonly string[];
  check?: Check;
  /** For forms and multipart bodies: Encoding Object (section 4.8.15) by property. */
  encoding?: Record<string, EncodingDefinition>;
  /** For `json`: the multipart body as which a payload with files is sent. */
  withFiles?: BodyDefinition;
}

/** Encoding Object (section 4.8.15): how one property of a form or multipart body is written. */
export interface EncodingDefinition {
  contentType?: string;
  style?: string;
  explode?: boolean;
  allowReserved?: true;
}

/**
 * The checks of a schema as data, because the runtime cannot compile functions. Each member is one keyword of JSON
 * Schema (2020-12) under a short name. An empty check accepts any value. Patterns and formats are not checked.
 */
export interface Check {
  /** A key of `checks`. */
  ref?: string;
  /** Allowed types. A file counts as a string. */
  type?: readonly ("null" | "boolean" | "integer" | "number" | "string" | "array" | "object")[];
  /** Allowed values: `enum`, or `const` as the only one. */
  values?: readonly unknown[];
  /** `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`. */
  min?: number;
  max?: number;
  above?: number;
  below?: number;
  /** Sizes of strings (in code points), arrays and objects: `minLength`, `minItems`, `minProperties` and so on. */
  minSize?: { string?: number; array?: number; object?: number };
  maxSize?: { string?: number; array?: number; object?: number };
  prefixItems?: readonly Check[];
  items?: Check | false;
  properties?: Record<string, Check>;
  required?: readonly string[];
  /** `additionalProperties`. */
  others?: Check | false;
  all?: readonly Check[];
  any?: readonly Check[];
}

/** One of the app's own functions, as the config declares it. */
export interface OwnFunctionDefinition {
  name: string;
  access: Access;
  input?: Check;
  output?: Check;
  /** The named checks that `input` references. */
  checks: Record<string, Check>;
  /** The named checks that `output` references. Their schemas can differ from the input's (`readOnly`, `writeOnly`). */
  outputChecks?: Record<string, Check>;
}

/** The arguments of a call, as the caller passes them. */
export interface CallArguments {
  pathParams?: Record<string, unknown>;
  queryParams?: Record<string, unknown>;
  headers?: Record<string, unknown>;
  cookies?: Record<string, unknown>;
  payload?: unknown;
}

/** The result of a call, whatever the status, in the SDK's own form. */
export interface CallResult {
  success: boolean;
  status_code: number;
  /** Parsed JSON; a string for other text; a `Blob` for anything else; null for an empty response; or a stream. */
  data: unknown;
  /** The response's headers that the spec declares or the config names, by lower-case name. */
  headers?: Record<string, string>;
  /** The credits that a call through a metered connector cost. */
  creditsCharged?: number;
  /** The media type of a stream in `data`. */
  content_type?: string;
}
