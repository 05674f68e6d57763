/** What a generated API module says about an API: all that a call needs. Plain data except for `send`. */
export interface ApiDefinition {
  /** The API's name in the config of b44-gen. */
  name: string;
  /** The API's URL, without a trailing slash. `{name}` is replaced by a value of the connector's configuration. */
  baseUrl: string;
  /** Headers that every request has, in lower case. */
  headers: Record<string, HeaderValue>;
  /** How calls are authorised, by the name of the security scheme in the spec. */
  credentials: Record<string, Credential>;
  /** The connector, if the API is behind one. */
  connection?: Connection;
  /**
   * How long a call may take, in milliseconds, until the response is complete, or until a stream starts.
   */
  timeout: number;
  /** False if arguments are sent without checking their schemas. */
  validate: boolean;
  /** The operations that may be called, by `method:/path`. */
  operations: Record<string, OperationDefinition>;
  /** The checks that other checks refer to, by name. */
  checks: Record<string, Check>;
  /** Sends the requests of operations whose credentials have to be fetched first. */
  send?: Send;
}

/** Sends a request of an operation until its signal says stop, and keeps credentials at their origin. */
export type Send = (sending: Sending, operation: OperationDefinition) => Promise<Response>;

/** A request that carries credentials; `secretQuery` is the part of its query that is one. */
export interface Sending {
  url: URL;
  init: RequestInit & { headers: Headers };
  secretQuery?: [name: string, value: string][];
}

/** The text of a header, or the app's secret that holds it. */
export type HeaderValue = string | SecretValue;

/** A secret of the app, by name, with the prefix of its value: `Bearer `. */
export interface SecretValue {
  secret: string;
  prefix?: string;
}

/** What authorises a call (OpenAPI 3.1, section 4.8.27). */
export type Credential =
  | (SecretValue & { in: "header" | "query" | "cookie"; name: string })
  /** HTTP basic authentication (RFC 7617) with two secrets; a missing one is sent empty. */
  | { in: "basic"; username?: string; password?: string }
  /** HTTP basic authentication with one secret, which holds `user:password`. */
  | { in: "basic"; secret: string }
  | ClientCredentials;

/** A bearer token that is fetched with a client ID and secret (RFC 6749, section 4.4). */
export interface ClientCredentials {
  in: "clientCredentials";
  tokenUrl: string;
  /** The secrets that hold the client's ID and secret. */
  clientId: string;
  clientSecret: string;
  /** How these two are sent: by HTTP basic authentication, or in the body (section 2.3.1). */
  authentication: "basic" | "body";
  /** The scopes to request, separated by spaces. */
  scope?: string;
  /** Additional parameters of the token request. */
  parameters?: Record<string, string | { secret: string }>;
}

/** A connector of Base44: whose credentials the calls of an API have. */
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
  /** As it is sent. */
  method: string;
  /** As in the spec, with braces. */
  path: string;
  /** The path with only parameter names in its braces, if the spec's path has more. */
  template?: string;
  access: Access;
  /** The operation's own URL, if it is not the API's. */
  baseUrl?: string;
  parameters?: readonly ParameterDefinition[];
  body?: BodyDefinition;
  /** The `accept` header. */
  accept?: string;
  /** The names of the credentials that it needs. A connector's token is sent with every call. */
  credentials?: readonly string[];
  answers?: Answers;
  /** Response headers that the result has, in lower case. */
  responseHeaders?: readonly string[];
  /** Set if the declared response is a stream of server-sent events, or of JSON values. */
  stream?: "events" | "lines";
  /** Which events of a stream contain text instead of JSON: all, or those of these types. */
  textEvents?: true | readonly string[];
}

/**
 * How to read responses whatever their header says: successes by status (`200`, `2XX`, `default`), and all
 * errors.
 */
export type Answers = { readonly [Status in number | "2XX" | "default" | "failure"]?: AnswerKind };

/** What the data of a response is: parsed JSON, a string, or a `Blob`. */
export type AnswerKind = "json" | "text" | "binary";

/** Parameter Object (OpenAPI 3.1, section 4.8.12), with the defaults of `style` and `explode` settled. */
export interface ParameterDefinition {
  name: string;
  in: "path" | "query" | "header" | "cookie" | "querystring";
  required?: true;
  /**
   * Missing for the default of the place: `simple` in path and header, `form` elsewhere. In a path also `reserved`, which
   * lets slashes pass, and `segments`, which puts one before the value (RFC 6570, sections 3.2.3 and 3.2.6).
   */
  style?: string;
  /** Missing for the default of the style: true for `form` and `cookie`, else false. */
  explode?: boolean;
  /** True where reserved characters stay as they are, but for those that end what they stand in. */
  allowReserved?: true;
  /** True where the value goes as JSON instead of by style. */
  json?: true;
  /** True for a whole query string that is a text of some media type, and no query by itself. */
  text?: true;
  /** Of a whole query string that is a form: Encoding Object (section 4.8.15) by property. */
  encoding?: Record<string, EncodingDefinition>;
  /** What is sent where the caller gives nothing: a header that has one value only. */
  fixed?: string;
  check?: Check;
}

/** Request Body Object (section 4.8.13), as far as one of its media types is sent. */
export interface BodyDefinition {
  required?: true;
  /** `json`; `form` (application/x-www-form-urlencoded); `multipart`; `text`; `binary`. */
  kind: "json" | "form" | "multipart" | "text" | "binary";
  /** The media type. For `binary` a wildcard gives way to the type of the file. */
  type: string;
  /** Of `binary`, all media types and ranges that are declared, where they are several: the type of the file chooses. */
  types?: readonly string[];
  check?: Check;
  /** Encoding Object (section 4.8.15) by property, of forms and multipart bodies. */
  encoding?: Record<string, EncodingDefinition>;
  /** Of `json`, the multipart body that a payload with files goes as. */
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
 * What a schema checks, as data, because the runtime cannot compile functions. Each member is one keyword of JSON
 * Schema (2020-12) under a short name; an empty check accepts anything. Patterns and formats are not checked.
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
  /** Of strings (in code points), arrays and objects: `minLength`, `minItems`, `minProperties` and so on. */
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

/** What the config says about one of the app's own functions. */
export interface OwnFunctionDefinition {
  name: string;
  access: Access;
  input?: Check;
  output?: Check;
  /** The named checks of the input. */
  checks: Record<string, Check>;
  /** Those of the output, in which schemas may read differently (`readOnly`, `writeOnly`). */
  outputChecks?: Record<string, Check>;
}

/** What a caller passes, as it arrives. */
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
  /** Parsed JSON; a string for other text; a `Blob` for anything else; null without content; or a stream. */
  data: unknown;
  /** The response's headers that the spec declares or the config names, by lower-case name. */
  headers?: Record<string, string>;
  /** What a call through a metered connector cost. */
  creditsCharged?: number;
  /** The media type of a stream in `data`. */
  content_type?: string;
}
