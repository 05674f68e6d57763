import type { CatalogueEntry } from "./entry.js";

/** B44-3xx: what a transport can and cannot carry, and what has to be set up for it. */
export const operationCatalogue = {
  "B44-301": {
    severity: "warning",
    title: "A custom integration cannot call the operation",
    cause:
      "custom.call sends only JSON and puts `method:/path` into a URL. It cannot handle this operation's body, path or credentials.",
    help: "Remove the operation from the selection, or call the API through a backend function or a connector.",
  },
  "B44-302": {
    severity: "warning",
    title: "Headers the admin must set",
    cause: "Selected operations declare required header parameters, which custom.call does not send.",
    help: "Ask the workspace admin to set these headers in the integration.",
  },
  "B44-303": {
    severity: "info",
    title: "Headers the admin may set",
    cause: "Selected operations declare optional header or cookie parameters, which custom.call does not send.",
    help: "If every call needs one of them, the workspace admin can set it in the integration.",
  },
  "B44-304": {
    severity: "info",
    title: "Credentials the admin must set",
    cause: "The API requires credentials, which the integration stores for the app.",
    help: "The workspace admin sets these headers in the integration; they never reach the app.",
  },
  "B44-305": {
    severity: "info",
    title: "Response is not JSON",
    cause: "Base44 does not define what custom.call returns for a response that is empty or not JSON.",
    help: "The result's `data` is typed `unknown`. Check what your integration returns before you rely on it.",
  },
  "B44-306": {
    severity: "warning",
    title: "Path and parameters do not match",
    cause:
      "A path has a parameter that is not declared, or one whose name differs from the declaration in upper and lower case. Or a path parameter is declared but not in the path, is written in another form than `{name}` (`{+name}`, `{name=projects/*}`, `{name:int}`), or is in a query string in the path (`/search?q={q}`).",
    help: "There is nothing to do: b44-gen uses what the path says. Tell the spec's author.",
  },
  "B44-307": {
    severity: "warning",
    title: "More than 30 operations for an integration",
    cause: "--all selected more operations than a Base44 custom integration can expose.",
    help: "The admin can enable 30 of them; calls to the others return 404. Select only what the app uses.",
  },
  "B44-308": {
    severity: "warning",
    title: "Operation cannot be used",
    cause: "An operation is so broken that nothing can call it. The other operations are generated.",
    help: "Fix the operation in the spec, or remove it from the selection.",
  },
  "B44-309": {
    severity: "warning",
    title: "A function cannot call the operation",
    cause: "A backend function or a connector cannot call this operation.",
    help: "Remove the operation from the selection, or call the API another way.",
  },
  "B44-310": {
    severity: "error",
    title: "Base URL unknown",
    cause: "The spec names no server that a function can call, or one that a connector's token must not be sent to.",
    help: "Set `baseUrl` in the API's config entry.",
  },
  "B44-311": {
    severity: "error",
    title: "No secret for an operation",
    cause: "The spec says that an operation needs credentials, but the config names no secret that holds them.",
    help: "Name one of the app's secrets under via.function.secrets, by the name of the security scheme.",
  },
  "B44-312": {
    severity: "error",
    title: "Secrets do not match the spec",
    cause:
      "The config names a secret for a security scheme or parameter that the selected operations do not have, or in a form that the scheme does not accept.",
    help: "Use the name of the scheme or parameter from the spec. Basic authentication takes { username, password }, or one secret whose value is `user:password`.",
  },
  "B44-313": {
    severity: "info",
    title: "Secrets to set",
    cause: "A function reads secrets of the app. Set them once; they never belong in a file.",
    help: "Set them with `base44 secrets set NAME=value`.",
  },
  "B44-314": {
    severity: "info",
    title: "Connector to set up",
    cause: "A function uses an account that must be connected to Base44.",
    help: "Connect it as the message says.",
  },
  "B44-315": {
    severity: "info",
    title: "Connector file not written",
    cause:
      "A deploy applies the app's connector files and disconnects connectors without a file. So b44-gen writes the first connector file only with --write-connectors, and none if the spec does not say which scopes the operations need.",
    help: "Run `base44 connectors pull`, then b44-gen with --write-connectors. If the scopes are unknown, set `scopes` in the config.",
  },
  "B44-316": {
    severity: "warning",
    title: "Connector lacks scopes",
    cause: "A connector file of the project lacks scopes that selected operations need.",
    help: "Add the scopes shown to the file.",
  },
  "B44-317": {
    severity: "info",
    title: "Connector has more scopes than needed",
    cause: "A connector file of the project has scopes that no selected operation needs.",
    help: "Remove the scopes shown if nothing else uses them.",
  },
  "B44-318": {
    severity: "error",
    title: "Access for an operation that is not selected",
    cause: "`access` in the config names an operation that is not selected.",
    help: "Name operations as `method:/path`, as in the spec.",
  },
  "B44-319": {
    severity: "warning",
    title: "Connector without a file",
    cause: "A function uses a connector that has no file in the project, so a deploy would disconnect it.",
    help: "Run `base44 connectors pull`, or write the file.",
  },
  "B44-320": {
    severity: "error",
    title: "Invalid connector type or ID",
    cause: "The config names a connector type or connector ID that is not valid.",
    help: "A shared connector has a type, such as `googlecalendar`; a workspace's or app user's connector has an ID.",
  },
  "B44-321": {
    severity: "warning",
    title: "Many functions",
    cause: "A Base44 app can have about 50 functions; a deploy with more is refused.",
    help: "Remove functions that nothing calls, or put more operations into one API.",
  },
  "B44-322": {
    severity: "error",
    title: "Invalid schema of a function",
    cause:
      "The input or output of a function in the config is not a schema, or refers to something that does not exist.",
    help: "Give a schema, or a reference such as ./specs/own.yaml#/components/schemas/Invoice.",
  },
  "B44-323": {
    severity: "warning",
    title: "Scope to avoid",
    cause:
      "The only scopes that authorise an operation are known not to work through a connector, or grant far more than the operation needs.",
    help: "Remove the operation from the selection, or name other scopes under `scopes`.",
  },
  "B44-324": {
    severity: "warning",
    title: "Parameter looks like a key",
    cause:
      "Operations that a backend function calls take a parameter, or a property of the request body, that looks like an API key, and the config names no secret for it. Without one, the app has to hold the key.",
    help: "Name a secret for the parameter under `secrets`: the function adds its value, and the app never sees it. For a property, use the hook `before` in the function's entry.ts.",
  },
  "B44-325": {
    severity: "warning",
    title: "Credentials over plain http",
    cause:
      "The spec names no https server for operations that need credentials, so anyone on the network can read the credentials.",
    help: 'If the API supports https, set it in the API\'s config entry: baseUrl: "https://…".',
  },
  "B44-326": {
    severity: "info",
    title: "One of several content types chosen",
    cause:
      "A request body can have several media types, and b44-gen sends one: JSON if possible, else a multipart form, else a urlencoded one. Beside JSON, a function sends payloads with files as multipart/form-data; an integration and a metered connector do not. A response that may be JSON or a stream (of events or lines) is read as JSON, and one that may be a file or a stream of events as a file.",
    help: "There is nothing to do unless the app needs another type. To read a response as a stream, list the operation under `streams` in the API's config entry (not for metered connectors). For anything else, call the API from a function of your own.",
  },
  "B44-327": {
    severity: "warning",
    title: "Parameter that no request can carry",
    cause:
      "The spec declares a header or cookie whose name HTTP does not allow, for example with a space, or whose only value (`const`, or an `enum` of one) is not allowed, for example with a line break.",
    help: "If the API works without it, there is nothing to do. Otherwise fix its name or value in the spec.",
  },
  "B44-328": {
    severity: "info",
    title: "Authorization declared as a parameter",
    cause:
      "The spec declares the header `Authorization` as a parameter. Callers cannot pass it: it carries credentials, which OpenAPI 3 describes with security schemes.",
    help: "If the API needs it: for a function, set it with `headers` or a secret in the config; for an integration, the workspace admin sets it.",
  },
  "B44-329": {
    severity: "info",
    title: "Request body not sent",
    cause:
      "Selected operations with the method GET or HEAD declare an optional request body, which has no meaning for these methods (RFC 9110, section 9.3.1). `fetch` does not send it, and custom.call sends only JSON.",
    help: "If the API works without the body, there is nothing to do. Otherwise look for query parameters, or an operation with another method, that take the same values.",
  },
  "B44-330": {
    severity: "warning",
    title: "Nested arrays in a parameter",
    cause:
      "A parameter or form field of a Swagger 2.0 spec is an array of arrays with a `collectionFormat` for each level. b44-gen sends the inner arrays as JSON.",
    help: "If the API does not accept JSON there, do not pass the parameter, or declare its items as `type: string` in the spec and join the inner arrays into strings yourself.",
  },
  "B44-331": {
    severity: "warning",
    title: "Query string not sent",
    cause:
      "Selected operations declare an optional query string that is a single value and not a form (`in: querystring`, OpenAPI 3.2). custom.call sends only named parameters.",
    help: "If the API works without it, there is nothing to do. Otherwise call the API through a backend function or a connector, which send it.",
  },
  "B44-332": {
    severity: "info",
    title: "Content on a response that cannot have any",
    cause:
      "The spec declares content for responses that HTTP defines without content: informational ones, and those with status 204, 205 or 304 (RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5).",
    help: "There is nothing to do: they are typed as responses without content. If the API does return content, it uses another status; tell the spec's author.",
  },
  "B44-333": {
    severity: "info",
    title: "Accept or Content-Type declared as a parameter",
    cause:
      "A Swagger 2.0 spec declares the header `Accept` or `Content-Type` as a parameter that is required or has allowed values. As in OpenAPI 3, calls get these headers from the media types that the spec declares (`produces`, `consumes`).",
    help: "If these media types are right, there is nothing to do. Otherwise set the header with `headers` in the config for a function; for an integration, the workspace admin sets it.",
  },
  "B44-334": {
    severity: "info",
    title: "Calls without credentials",
    cause:
      "The spec makes credentials optional, and the config names no secret for them. Or the spec never says how calls are authorised, which is common even for APIs that need a key.",
    help: "If the API is open to everyone, there is nothing to do. Otherwise name a secret under via.function.secrets, or set the header: see docs/functions.md.",
  },
  "B44-335": {
    severity: "warning",
    title: "Secret that no call sends",
    cause:
      "The config names a secret for a security scheme that no selected operation uses: according to the spec, they use another secret in the config, or need it together with one that the config does not name.",
    help: "Remove the secret from the config, name the one that belongs to it, or set it as a header, which every call sends.",
  },
  "B44-336": {
    severity: "info",
    title: "Authorization without a prefix",
    cause:
      "The spec declares the header `Authorization` as an API key, so the secret's value is sent as it is. Most APIs expect a word before it (`Bearer`, `Basic`, `Token`), which such a scheme cannot express; Swagger 2.0 has no scheme for bearer tokens.",
    help: "Set the prefix in the config, { name, prefix }. An empty prefix confirms that there is none.",
  },
  "B44-337": {
    severity: "warning",
    title: "Placeholder server",
    cause:
      "Every server that the spec names for these operations is a placeholder: localhost, a reserved address such as those of `example.com` and `.local` (RFC 2606, RFC 6761), a name such as `your-domain` or `HOSTNAME`, an address of a local network (`192.168.1.5`), or a variable without a value. A backend function reaches no API there.",
    help: 'Set the API\'s address in its config entry: baseUrl: "https://…".',
  },
  "B44-338": {
    severity: "info",
    title: "One of several servers chosen",
    cause:
      "The spec names several servers, and calls go to the first that is not a placeholder. Or a server's host has variables, for example for a region, an account or a sandbox, and calls use their defaults.",
    help: 'If this is your server, there is nothing to do. Otherwise set yours in the API\'s config entry: baseUrl: "https://…".',
  },
  "B44-350": {
    severity: "error",
    title: "Token endpoint unknown",
    cause:
      "The config names a client ID and secret to fetch tokens with (OAuth 2.0 client credentials), but the spec has no usable address for it. Its scheme has no `clientCredentials` flow with a `tokenUrl`, or the `tokenUrl` is a placeholder or an address that no secret may be sent to, such as plain http.",
    help: 'Set it in the config, beside the client ID and secret: tokenUrl: "https://…".',
  },
  "B44-351": {
    severity: "info",
    title: "Relative token endpoint",
    cause:
      "The spec's `tokenUrl` is relative. It is resolved against the API's server like a link (OpenAPI 3.1, section 4.6): one that starts with a slash replaces the server's path. Some authors mean it to be appended to that path.",
    help: 'If the address shown is right, there is nothing to do. Otherwise set it in the config, beside the client ID and secret: tokenUrl: "https://…".',
  },
  "B44-352": {
    severity: "warning",
    title: "Scopes not available to client credentials",
    cause:
      "Selected operations need scopes that the `clientCredentials` flow of their security scheme does not declare, so by the spec only users can grant them. Token endpoints refuse unknown scopes, so b44-gen does not request them.",
    help: "Remove these operations from the selection, or list all scopes to request under `scopes` in the API's config entry.",
  },
  "B44-366": {
    severity: "error",
    title: "Operation without a stream",
    cause:
      "`streams` in the config names an operation that is not selected, or that has no success response in the spec.",
    help: "Name operations as `method:/path`, as in the spec.",
  },
  "B44-367": {
    severity: "error",
    title: "Invalid function name",
    cause:
      "`names` in the config names an operation that is not selected, or gives a name that another function, a generated type, the factory, JavaScript or the generated code already uses. Names that differ only in upper and lower case count as the same, because a name may become a file name.",
    help: "Name operations as `method:/path`, as in the spec, and give each a different name.",
  },
  "B44-368": {
    severity: "warning",
    title: "API key held by the app",
    cause:
      "A custom integration calls operations with a required query parameter that looks like an API key. An integration stores only headers, so the app has to hold the key, and everyone who uses the app can read it.",
    help: "Call the API through a backend function, and name a secret for the parameter under `secrets`. If it is not a key, there is nothing to do.",
  },
} satisfies Record<string, CatalogueEntry>;
