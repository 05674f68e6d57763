import type { CatalogueEntry } from "./entry.js";

/** B44-3xx: what a transport can and cannot carry, and what has to be set up for it. */
export const operationCatalogue = {
  "B44-301": {
    severity: "warning",
    title: "Operation not carried by a custom integration",
    cause:
      "custom.call sends JSON only and puts `method:/path` into a URL, so it cannot carry this operation's body, path or credentials.",
    help: "Leave the operation out, or reach it through a backend function or a connector.",
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
    help: "Where one is wanted for every call, the workspace admin can set it in the integration.",
  },
  "B44-304": {
    severity: "info",
    title: "Credentials the admin must set",
    cause: "The API asks for credentials, which an integration holds for the app.",
    help: "The workspace admin sets these headers in the integration; they never reach the app.",
  },
  "B44-305": {
    severity: "info",
    title: "Answer is not JSON",
    cause: "custom.call has no defined form for an answer without content or with content that is not JSON.",
    help: "The result's `data` is typed `unknown`; look at what your integration really answers before you rely on it.",
  },
  "B44-306": {
    severity: "warning",
    title: "Parameter does not fit its path",
    cause:
      "A path has a parameter that is not declared, declares one that is not in the path, or by a name of other case, or writes one in another way than `{name}`, as URI templates and routers do (`{+name}`, `{name=projects/*}`, `{name:int}`), or has one of the query (`/search?q={q}`).",
    help: "Nothing to do: what the path says is used. Tell the spec's author.",
  },
  "B44-307": {
    severity: "warning",
    title: "More than 30 operations for an integration",
    cause: "--all took in more operations than a Base44 custom integration can expose.",
    help: "The admin can enable 30 of them; calls to the others answer 404. Select what the app uses.",
  },
  "B44-308": {
    severity: "warning",
    title: "Operation cannot be used",
    cause: "An operation is broken in a way that leaves nothing to call; the others are written.",
    help: "Mend the operation in the spec, or leave it out.",
  },
  "B44-309": {
    severity: "warning",
    title: "Operation not carried by a function",
    cause: "A backend function or a connector cannot make this operation's calls.",
    help: "Leave the operation out, or reach the API another way.",
  },
  "B44-310": {
    severity: "error",
    title: "Base URL not known",
    cause: "The spec names no server that a function could call, or one that a connector's token must not be sent to.",
    help: "Say where the API is: baseUrl in the API's entry of the config.",
  },
  "B44-311": {
    severity: "error",
    title: "No secret for an operation",
    cause: "The spec says that an operation needs credentials, and the config names no secret that holds them.",
    help: "Name the app's secret under via.function.secrets, by the security scheme.",
  },
  "B44-312": {
    severity: "error",
    title: "Secrets do not fit the spec",
    cause:
      "The config names a secret for a security scheme or parameter that the selected operations do not have, or in a form that the scheme does not take.",
    help: "Name the scheme, or the parameter that the key is, as the spec does; basic authentication takes { username, password } or one secret that holds `user:password`.",
  },
  "B44-313": {
    severity: "info",
    title: "Secrets to set",
    cause: "A function reads secrets of the app, which are set once and never stand in a file.",
    help: "Set them with `base44 secrets set NAME=value`.",
  },
  "B44-314": {
    severity: "info",
    title: "Connector to set up",
    cause: "A function uses the account that somebody connected to Base44.",
    help: "Connect it as the message says.",
  },
  "B44-315": {
    severity: "info",
    title: "Connector file not written",
    cause:
      "A deploy makes the app's connectors what the files say, and disconnects those without a file. So the first file is written only when asked for, and none where the spec does not say which scopes operations need.",
    help: "Run `base44 connectors pull` first, then b44-gen with --write-connectors; where scopes are not known, give them as `scopes` in the config.",
  },
  "B44-316": {
    severity: "warning",
    title: "Connector lacks scopes",
    cause: "A connector file of the project does not have scopes that selected operations need.",
    help: "Add the scopes shown to the file.",
  },
  "B44-317": {
    severity: "info",
    title: "Connector has more scopes than needed",
    cause: "A connector file of the project has scopes that no selected operation needs.",
    help: "Remove the scopes shown, if nothing else uses them.",
  },
  "B44-318": {
    severity: "error",
    title: "Access of an operation that is not selected",
    cause: "`access` in the config names an operation that is not among the selected ones.",
    help: "Name operations as `method:/path`, as the spec has them.",
  },
  "B44-319": {
    severity: "warning",
    title: "Connector without a file",
    cause: "A function uses a connector for which the project has no file, so a deploy would disconnect it.",
    help: "Run `base44 connectors pull`, or write the file.",
  },
  "B44-320": {
    severity: "error",
    title: "Not this kind of connector",
    cause: "The config names something that is no integration type, or no ID of a connector.",
    help: "Shared connectors have a type, such as `googlecalendar`; a workspace's or user's connector has an ID.",
  },
  "B44-321": {
    severity: "warning",
    title: "Many functions",
    cause: "A Base44 app can have about 50 functions; a deploy with more is refused.",
    help: "Remove functions that nothing calls, or put more operations behind one API.",
  },
  "B44-322": {
    severity: "error",
    title: "Schema of a function not understood",
    cause: "The input or output of a function in the config is no schema, or refers to something that is not there.",
    help: "Give a schema, or a reference such as ./specs/own.yaml#/components/schemas/Invoice.",
  },
  "B44-323": {
    severity: "warning",
    title: "Scope that is better avoided",
    cause:
      "An operation can be authorised only by a scope that is known not to work over a connector, or that gives away far more than the operation needs.",
    help: "Leave the operation out, or name other scopes under `scopes`.",
  },
  "B44-324": {
    severity: "warning",
    title: "Parameter looks like a key",
    cause:
      "Operations that a backend function calls take a parameter, or a property of the request body, that looks like an API key, and no secret is named for it: the app would have to hold the key.",
    help: "Name a secret for the parameter under `secrets`: the function puts its value in, and the app never sees it. A property is put in by the hook `before` of the function's entry.ts.",
  },
  "B44-325": {
    severity: "warning",
    title: "Credentials over plain http",
    cause:
      "The spec names no https server for operations that a function authorises, so everybody on the way to the API can read the credentials.",
    help: 'If the API answers by https, say so in its entry of the config: baseUrl: "https://…".',
  },
  "B44-326": {
    severity: "info",
    title: "One form of a body of several",
    cause:
      "A request body is offered in several forms, and one is what is sent: JSON of one media type, else a multipart form before a urlencoded one. Beside JSON, a function sends payloads with files as multipart/form-data; an integration and a metered connector do not. An answer that may be JSON or a stream, of events or of lines, is taken as JSON; one that may be a file or a stream of events, as the file.",
    help: "Nothing to do, unless the app needs the other form. A stream is taken where `streams` in the API's entry of the config names the operation (a metered connector has none); for anything else call the API from a function of your own.",
  },
  "B44-327": {
    severity: "warning",
    title: "Parameter that no request can hold",
    cause:
      "The spec declares a header or cookie with a name that HTTP does not allow, such as one with a space in it, or with one value only (`const`, or an `enum` of one) that none can hold, such as one with a line break.",
    help: "Nothing to do if the API works without it. Else mend its name or value in the spec.",
  },
  "B44-328": {
    severity: "info",
    title: "Authorization is a parameter",
    cause:
      "The spec declares the header `Authorization` as a parameter, which callers cannot give: it holds credentials, and OpenAPI 3 leaves it to security schemes.",
    help: "If the API wants it: a function sends what `headers` or a secret in the config says; in an integration the workspace admin sets it.",
  },
  "B44-329": {
    severity: "info",
    title: "Request body not sent",
    cause:
      "Selected operations with the method GET or HEAD may have a request body, which has no meaning with these (RFC 9110, section 9.3.1): `fetch` sends none, and custom.call nothing but JSON.",
    help: "Nothing to do where the API gets along without it, as the spec says. What it tells may have a place in query parameters, or in an operation with another method.",
  },
  "B44-330": {
    severity: "warning",
    title: "Lists in a list",
    cause:
      "A parameter or form field of a Swagger 2.0 spec is a list of lists, which `collectionFormat` says how to write within each other. The inner ones are written as JSON.",
    help: "Where the API reads no JSON there, leave the parameter out, or join the inner lists to texts: declare the items as `type: string` in the spec.",
  },
  "B44-331": {
    severity: "warning",
    title: "Query string not sent",
    cause:
      "Selected operations may have a query string that is one value and no form (`in: querystring`, OpenAPI 3.2). custom.call sends parameters, each with a name.",
    help: "Nothing to do where the API gets along without it, as the spec says. Else reach it through a backend function or a connector, which send it.",
  },
  "B44-332": {
    severity: "info",
    title: "Content that no answer has",
    cause:
      "The spec declares content for answers that HTTP gives none: those with the status 204, 205 or 304, or an informational one (RFC 9110, sections 15.3.5, 15.3.6, 15.4.5 and 15.2).",
    help: "Nothing to do: they are typed as answers without content. Where the API does answer with content, its status is another one; tell the spec's author.",
  },
  "B44-333": {
    severity: "info",
    title: "Accept and Content-Type are no parameters",
    cause:
      "A Swagger 2.0 spec declares the header `Accept` or `Content-Type` as a parameter that is required or says what it may be. Calls have these headers by the media types that the spec declares (`produces`, `consumes`), as OpenAPI 3 wants it.",
    help: "Nothing to do where these media types are right. Else a function sends what `headers` in the config says; in an integration the workspace admin sets the header.",
  },
  "B44-334": {
    severity: "info",
    title: "Calls without credentials",
    cause:
      "The spec offers credentials for operations and lets calls go without, and the config names no secret for them; or it never says what authorises a call, as many specs of APIs that do want a key.",
    help: "Nothing to do where the API is open to everybody. Else name a secret under via.function.secrets, or give the header: see docs/functions.md.",
  },
  "B44-335": {
    severity: "warning",
    title: "Secret that no call sends",
    cause:
      "The config names a secret for a security scheme that no call of the selected operations needs: by the spec, another of the named ones will do, or it goes together with one that is not named.",
    help: "Leave the secret out of the config, name the one that goes together with it, or give it as a header, which goes with every call.",
  },
  "B44-336": {
    severity: "info",
    title: "Authorization without a prefix",
    cause:
      "The spec declares the header `Authorization` as an API key, whose value is sent as it is. Most APIs want a word before it (`Bearer`, `Basic`, `Token`), which such a scheme cannot say: Swagger 2.0 has no other for a bearer token.",
    help: "Say in the config what is sent before the secret, { name, prefix }; an empty prefix says that it is nothing.",
  },
  "B44-337": {
    severity: "warning",
    title: "Server that only stands for one",
    cause:
      "Every server of the spec for these operations is a placeholder: the machine itself, an address that nobody can have, such as those of `example.com` and `.local` (RFC 2606, RFC 6761), `your-domain` or `HOSTNAME` in the place of a name, an address of a local network (`192.168.1.5`), or a variable that has no value. A backend function reaches no API there.",
    help: 'Say where the API is, in its entry of the config: baseUrl: "https://…".',
  },
  "B44-338": {
    severity: "info",
    title: "One server of several",
    cause:
      "The spec names several servers, of which the first is called that is no placeholder, or the host of a server has variables, which stand at their defaults: a region, an account, a sandbox.",
    help: 'Nothing to do where that is yours. Else say which one is, in the API\'s entry of the config: baseUrl: "https://…".',
  },
  "B44-350": {
    severity: "error",
    title: "Token endpoint not known",
    cause:
      "The config names a client's id and secret, with which a function fetches tokens (OAuth 2.0 client credentials), and the spec does not say where from: its scheme has no flow `clientCredentials` with a `tokenUrl`, or that only stands for an address, or is one that no secret may be sent to, such as one of plain http.",
    help: 'Say it in the config, beside the two names: tokenUrl: "https://…".',
  },
  "B44-351": {
    severity: "info",
    title: "Token endpoint by a relative address",
    cause:
      "The spec's `tokenUrl` is relative. That is relative to the API's server as links are (OpenAPI 3.1, section 4.6): one that begins with a slash to its host, without the path that the server has. Some authors mean it to be appended to that path.",
    help: 'Nothing to do where tokens come from there. Else say it in the config, beside the two names: tokenUrl: "https://…".',
  },
  "B44-352": {
    severity: "warning",
    title: "Scopes that client credentials do not have",
    cause:
      "Selected operations need scopes that the flow `clientCredentials` of their security scheme does not declare: by the spec only users can grant them. A token endpoint refuses scopes that it does not know, so they are not asked for.",
    help: "Leave these operations out, or name all scopes to ask for under `scopes` in the API's entry of the config.",
  },
  "B44-366": {
    severity: "error",
    title: "Stream of an operation that has none",
    cause:
      "`streams` in the config names an operation that is not among the selected ones, or one for which the spec declares no answer of success.",
    help: "Name operations as `method:/path`, as the spec has them.",
  },
  "B44-367": {
    severity: "error",
    title: "Name that a function cannot have",
    cause:
      "`names` in the config names an operation that is not among the selected ones, or gives a name that another function, a generated type, the factory, JavaScript or the generated code has. Names that differ by case alone count as the same, for a name may become a file's.",
    help: "Name operations as `method:/path`, as the spec has them, and give each another name.",
  },
  "B44-368": {
    severity: "warning",
    title: "Key that the app gives",
    cause:
      "Operations that a custom integration calls take a query parameter that looks like an API key, and that has to be given. An integration holds headers only, so the app holds the key, and everybody who uses the app can read it.",
    help: "Reach the API through a backend function, and name a secret for the parameter under `secrets`. Nothing to do where it is no key.",
  },
} satisfies Record<string, CatalogueEntry>;
