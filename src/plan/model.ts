import type { Alternatives } from "../connectors/index.js";
import type { Diagnostic } from "../diagnostics/index.js";
import type { Api, Operation } from "../ir/index.js";
import type {
  Access,
  Answers,
  ClientCredentials,
  Connection,
  Credential,
  HeaderValue,
} from "../runtime/functions/b44-definition.js";

/** The transports: the ways that a call to an API can take. */
export type Transport = "integration" | "connector" | "function";

/** An operation, with the transport of its calls; null if the transport of its API cannot carry it. */
export interface PlannedOperation {
  operation: Operation;
  transport: Transport | null;
  /** Why the transport cannot carry it, one clause each; empty if it can. */
  obstacles: string[];
}

/** The result of the plan stage. */
export interface Plan {
  /** The API with only the operations that are carried, each reduced to what the transport carries. */
  api: Api;
  transport: Transport;
  /** All selected operations, including those that are not carried. */
  operations: PlannedOperation[];
  /** The plan for calls from a function, for `connector` and `function`. */
  backend: BackendPlan | undefined;
  diagnostics: Diagnostic[];
}

/** The plan for calls to an API from a backend function. */
export interface BackendPlan {
  /** The connector whose account authorises the calls; undefined if the app's own secrets do. */
  connection: Connection | undefined;
  /** Without a slash at the end. */
  baseUrl: string;
  /** Sent with every request, by lower-case name. */
  headers: Record<string, HeaderValue>;
  /** By the name of the security scheme. */
  credentials: Record<string, Credential>;
  /** In milliseconds. */
  timeout: number;
  /** True if arguments are checked against their schemas. */
  validate: boolean;
  /** By operation id. */
  operations: ReadonlyMap<string, BackendOperation>;
  /** The least scopes that the operations need, for a connector that has a file. */
  scopes: ScopePlan | undefined;
}

/** The plan for calls to one operation from a backend function. */
export interface BackendOperation {
  access: Access;
  /** The operation's own base URL, if it differs from that of the API. */
  baseUrl: string | undefined;
  /** The `accept` header. */
  accept: string;
  /** The names of the credentials, all of which are sent. */
  credentials: string[];
  /** True if it is called without credentials. */
  anonymous: boolean;
  /** The kind of content of responses, if that does not depend on their headers. */
  answers: Answers | undefined;
  /** The names of the response headers that results contain. */
  responseHeaders: string[];
  stream: "events" | "lines" | undefined;
  /** The events of a stream that contain text instead of JSON: all, or those of these types. */
  textEvents: true | string[] | undefined;
}

/** The scopes for a connector's file. */
export interface ScopePlan {
  /** The integration type. */
  type: string;
  scopes: string[];
  /** False if operations may need more, because neither the spec nor the config says which. */
  known: boolean;
  /** The alternative sets of scopes of each operation. */
  alternatives: Alternatives[];
}

/**
 * Secrets of the app in the config: one, the two of HTTP basic authentication, or those with which tokens are fetched.
 */
export type Secret =
  | string
  | { name: string; prefix?: string }
  | { username?: string; password?: string }
  | ClientSecrets;

/** OAuth 2.0 client credentials in the config (RFC 6749, section 4.4). */
export interface ClientSecrets extends Pick<ClientCredentials, "clientId" | "clientSecret" | "parameters"> {
  /** Replaces the token URL in the spec. */
  tokenUrl?: string;
  authentication?: ClientCredentials["authentication"];
}

/** The transport of an API, with its settings from the config. */
export type Way =
  | { via: "integration" }
  | ({ via: "connector"; connection: Connection } & BackendOptions)
  | ({ via: "function"; secrets: Record<string, Secret> } & BackendOptions);

/** The two transports that use a function of the app. */
export type BackendWay = Exclude<Way, { via: "integration" }>;

/** The settings in the config for calls from a function. */
export interface BackendOptions {
  scopes: "least" | string[];
  access: Access | Record<string, Access>;
  headers: Record<string, string | { secret: string; prefix?: string }>;
  requestHeaders: string[];
  responseHeaders: string[];
  streams: string[];
  baseUrl: string | undefined;
  timeout: number;
  validate: boolean;
}
