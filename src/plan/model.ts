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

/** The ways to an API. */
export type Transport = "integration" | "connector" | "function";

/** An operation and the way that its call takes; null where that way cannot carry it. */
export interface PlannedOperation {
  operation: Operation;
  transport: Transport | null;
  /** Why the transport cannot carry it, one clause each; empty where it can. */
  obstacles: string[];
}

/** Result of the plan stage. */
export interface Plan {
  /** The API with only the operations that are carried, each cut to what the transport carries of it. */
  api: Api;
  transport: Transport;
  /** All operations of the selection, the ones that are not carried too. */
  operations: PlannedOperation[];
  /** How a function calls the API, for `connector` and `function`. */
  backend: BackendPlan | undefined;
  diagnostics: Diagnostic[];
}

/** How a backend function calls an API. */
export interface BackendPlan {
  /** The connector whose account the calls have; undefined where the app's own secrets authorise them. */
  connection: Connection | undefined;
  /** Without a slash at the end. */
  baseUrl: string;
  /** Sent with every request, by lower-case name. */
  headers: Record<string, HeaderValue>;
  /** By the name of the security scheme. */
  credentials: Record<string, Credential>;
  /** In milliseconds. */
  timeout: number;
  /** Whether arguments are checked against their schemas. */
  validate: boolean;
  /** By operation id. */
  operations: ReadonlyMap<string, BackendOperation>;
  /** The least scopes that the operations need, for a connector that has a file. */
  scopes: ScopePlan | undefined;
}

/** How a backend function calls one operation. */
export interface BackendOperation {
  access: Access;
  /** Where it is, if not where the API is. */
  baseUrl: string | undefined;
  /** The `accept` header. */
  accept: string;
  /** Names of credentials, all of which it takes. */
  credentials: string[];
  /** True where its calls go out without any. */
  anonymous: boolean;
  /** What responses are, where that does not depend on their header. */
  answers: Answers | undefined;
  /** Names of headers of the response that results carry. */
  responseHeaders: string[];
  stream: "events" | "lines" | undefined;
  /** Which events of a stream hold text instead of JSON: all, or those of these types. */
  textEvents: true | string[] | undefined;
}

/** The scopes that a connector's file is to have. */
export interface ScopePlan {
  /** The integration type. */
  type: string;
  scopes: string[];
  /** False where operations may need more: the spec does not say which, and neither does the config. */
  known: boolean;
  /** The sets of scopes of each operation, any of which authorises it. */
  alternatives: Alternatives[];
}

/**
 * Secrets of the app in the config: one, the two of HTTP basic authentication, or those that tokens are fetched with.
 */
export type Secret =
  | string
  | { name: string; prefix?: string }
  | { username?: string; password?: string }
  | ClientSecrets;

/** What the config says of OAuth 2.0 client credentials (RFC 6749, section 4.4). */
export interface ClientSecrets extends Pick<ClientCredentials, "clientId" | "clientSecret" | "parameters"> {
  /** In place of the spec's. */
  tokenUrl?: string;
  authentication?: ClientCredentials["authentication"];
}

/** What the config says of the way to an API. */
export type Way =
  | { via: "integration" }
  | ({ via: "connector"; connection: Connection } & BackendOptions)
  | ({ via: "function"; secrets: Record<string, Secret> } & BackendOptions);

/** The two ways that go through a function of the app. */
export type BackendWay = Exclude<Way, { via: "integration" }>;

/** What the config says of calls that a function makes. */
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
