import type { CatalogueEntry } from "./entry.js";

/** B44-80x to B44-83x: misuse of Base44 in the app's own code, which `check --usage` finds. */
export const usageCatalogue = {
  "B44-801": {
    severity: "error",
    title: "operationId instead of method:/path",
    cause:
      "A custom.call names the operation by the spec's operationId. Base44 knows operations only by method and path, so the call fails.",
    help: 'Write the method in lower case, a colon, and the path as in the spec: "get:/contacts/{id}".',
  },
  "B44-802": {
    severity: "error",
    title: "Operation not written as method:/path",
    cause:
      "The operation of a custom.call is not a lower-case method, a colon, and the path as in the spec. The method is in upper case, the colon is missing, or the path contains a value or a query string.",
    help: 'Write it as in the spec, with its braces: "get:/contacts/{id}". Pass values in pathParams and queryParams.',
  },
  "B44-803": {
    severity: "warning",
    title: "Integration not in the config",
    cause: "A custom.call uses a slug that b44-gen's config does not have, so b44-gen cannot check the call.",
    help: "Correct the slug, or add the integration to `apis` in b44-gen's config.",
  },
  "B44-804": {
    severity: "warning",
    title: "Operation not selected",
    cause: "A call names an operation that is not selected from the integration's spec.",
    help: "Correct the operation, or select it in b44-gen's config.",
  },
  "B44-805": {
    severity: "error",
    title: "Slug or operation is not a string",
    cause: "A custom.call gets an object, or nothing, as its slug or operation.",
    help: 'Write call("slug", "get:/path", { pathParams, queryParams, payload }).',
  },
  "B44-806": {
    severity: "error",
    title: "Wrong argument name",
    cause:
      "A custom.call, or a call of a generated function, has an argument with a name that other libraries use, such as body or params, or a query parameter outside `queryParams`. It does not reach the API.",
    help: "Use pathParams, queryParams and payload.",
  },
  "B44-807": {
    severity: "error",
    title: "Unknown path parameter",
    cause: "A call passes a path parameter that the operation's path does not have.",
    help: "Remove it, or pass it in queryParams if it belongs there.",
  },
  "B44-808": {
    severity: "error",
    title: "Path parameter missing",
    cause: "A call does not pass a parameter that the operation's path has.",
    help: "Add it to pathParams.",
  },
  "B44-809": {
    severity: "warning",
    title: "success never checked",
    cause:
      "The code uses the data of a result without checking whether the call succeeded. An error from the API does not reject, so the code treats it as data.",
    help: "Check `success` before using `data`, or use unwrap(), which throws if the API returned an error.",
  },
  "B44-810": {
    severity: "error",
    title: "Service name instead of a connector ID",
    cause: "The method takes the ID of a connector that the workspace registered, but gets an integration type.",
    help: "Pass the connector's ID, as shown in Base44's dashboard.",
  },
  "B44-811": {
    severity: "error",
    title: "Connector ID instead of an integration type",
    cause: "The method takes an integration type, such as googlecalendar, but gets the ID of a connector.",
    help: "Pass the type, or use getWorkspaceConnection or getCurrentAppUserConnection, which take an ID.",
  },
  "B44-812": {
    severity: "error",
    title: "Method does not exist",
    cause: "The code calls a method that Base44's SDK does not have on that object.",
    help: "Use one of the methods that the SDK has.",
  },
  "B44-813": {
    severity: "warning",
    title: "Argument ignored",
    cause: "getCurrentAppUserConnection takes only the connector's ID and ignores further arguments.",
    help: "Remove the argument. The connection is always that of the user who sent the request.",
  },
  "B44-814": {
    severity: "warning",
    title: "Connector not declared",
    cause: "A function uses a connector that has no connector file. A deploy disconnects connectors without a file.",
    help: "Run `base44 connectors pull`, or add the connector's file.",
  },
  "B44-815": {
    severity: "error",
    title: "Function does not exist",
    cause: "The code invokes a function that the project does not have.",
    help: "Correct the name, or write the function.",
  },
  "B44-816": {
    severity: "error",
    title: "String passed to a function",
    cause: "functions.invoke takes an object as data and rejects a string.",
    help: "Pass an object with named members.",
  },
  "B44-817": {
    severity: "warning",
    title: "Fallback from data to the whole response",
    cause:
      "`res.data || res` is the whole response if the data is empty, 0, false or null. The data is always in `data`.",
    help: "Use `.data` alone.",
  },
  "B44-818": {
    severity: "warning",
    title: "response.ok never checked",
    cause:
      "A function reads the body of a fetched response without checking its status, so it treats an error as data.",
    help: "Check `response.ok` or `response.status` before reading the body.",
  },
  "B44-819": {
    severity: "error",
    title: "Import cannot be deployed",
    cause:
      "A function imports something that is not uploaded with it or that cannot be resolved there. One function that does not load makes the whole deploy fail.",
    help: "Import from the function's own folder or the shared folder, by a relative path with its extension, or from npm: or jsr:.",
  },
  "B44-820": {
    severity: "error",
    title: "Service role in the browser",
    cause: "Connector tokens are for backend functions only; the app's own client has no service role.",
    help: "Move the call to a backend function, and invoke that function.",
  },
  "B44-821": {
    severity: "warning",
    title: "Secret read when the module loads",
    cause: "A function reads a secret outside its handler, where it may not be set yet.",
    help: "Read the secret inside the handler.",
  },
  "B44-830": {
    severity: "error",
    title: "File not fixed",
    cause: "A file could not be rewritten: it changed during the run, or the operating system refused.",
    help: "Run again.",
  },
} satisfies Record<string, CatalogueEntry>;
