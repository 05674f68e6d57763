/**
 * What to send for a security scheme of the spec: the name of one of the app's secrets, whose value is sent unchanged;
 * a name and a prefix; the secrets of HTTP basic (RFC 7617); or those of OAuth client credentials, with which the
 * function fetches tokens. Never a secret's value itself.
 */
export type Secret = string | NamedSecret | BasicSecrets | ClientCredentials;

/** One of the app's secrets, and a prefix for its value. */
interface NamedSecret {
  /** Name of the secret, as passed to `base44 secrets set`. */
  name: string;
  /** Prefix to send before the secret's value, including any space: `Bearer `. */
  prefix?: string;
}

/** The secrets of HTTP basic: at least one of them. A missing one is sent empty. */
export interface BasicSecrets {
  /** Name of the secret that holds the user name. */
  username?: string;
  /** Name of the secret that holds the password. */
  password?: string;
}

/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4), with which the function fetches tokens that it sends as
 * `Bearer`. The scopes are those of the API's config entry.
 */
export interface ClientCredentials {
  /** Name of the secret that holds the client's ID (OAuth client credentials). */
  clientId: string;
  /** Name of the secret that holds the client's secret (OAuth client credentials). */
  clientSecret: string;
  /** URL to fetch tokens from, overriding the spec's. */
  tokenUrl?: string;
  /**
   * How to send the client ID and secret to that URL: with HTTP basic authentication, or in the body as `client_id` and
   * `client_secret`.
   */
  authentication?: "basic" | "body";
  /**
   * Additional parameters of the token request, such as `audience`, or a `grant_type` other than `client_credentials`.
   */
  parameters?: Record<string, string | ParameterSecret>;
}

/** A parameter of the token request whose value is one of the app's secrets. */
interface ParameterSecret {
  /** Name of the secret whose value is sent. */
  secret: string;
}

/** A connector: a type, or one of `workspace`, `appUser` and `metered`. */
export type ConnectorChoice = string | WorkspaceConnector | AppUserConnector | MeteredConnector;

/** A connector that the workspace registered, with one shared token. */
interface WorkspaceConnector {
  /** ID of a connector that the workspace registered, with one token for all users. */
  workspace: string;
}

/** A connector to which each signed-in user connects an account. */
interface AppUserConnector {
  /** ID of a connector to which each signed-in user connects an account. */
  appUser: string;
}

/** A connector whose account is Base44's own. */
interface MeteredConnector {
  /** Type of a metered connector: the account is Base44's own, called through `callApi`. */
  metered: string;
}

/** Calls go through a connector, in a function. */
interface ConnectorVia {
  /** A connector: its type if the app's builder connected an account, or one of the three other kinds. */
  connector: ConnectorChoice;
}

/** {@link FunctionVia}, as the user writes it. */
interface UserFunctionVia {
  /** A backend function that reads the app's secrets. */
  function: {
    /** The app's secrets, by the names of the spec's security schemes. */
    secrets?: Record<string, Secret>;
  };
}

/** Calls go through a backend function with the app's secrets. */
interface FunctionVia {
  function: { secrets: Record<string, Secret> };
}

/** {@link Via}, as the user writes it. */
export type UserVia = "integration" | ConnectorVia | UserFunctionVia;

/** How calls reach an API: a custom integration, a connector, or a backend function. */
export type Via = "integration" | ConnectorVia | FunctionVia;
