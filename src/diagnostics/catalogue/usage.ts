import type { CatalogueEntry } from "./entry.js";

/** B44-80x to B44-83x: misuse of Base44 in the app's own code, which `check --usage` finds. */
export const usageCatalogue = {
  "B44-801": {
    severity: "error",
    title: "operationId in place of method:/path",
    cause:
      "A call of a custom integration names the operation by the spec's operationId. Base44 knows operations by method and path only, so the call fails.",
    help: 'Write the method in lower case, a colon and the path as in the spec: "get:/contacts/{id}".',
  },
  "B44-802": {
    severity: "error",
    title: "Operation not written as method:/path",
    cause:
      "The operation of a custom integration is not a method in lower case, a colon and a path as in the spec: the method is in upper case, the colon is missing, a value stands in the path, or a query string behind it.",
    help: 'Write it as in the spec, with its braces: "get:/contacts/{id}", and give values in pathParams and queryParams.',
  },
  "B44-803": {
    severity: "warning",
    title: "Integration not in the config",
    cause: "A call names a custom integration that b44-gen's config does not have, so nothing about the call is known.",
    help: "Correct the slug, or add the integration to `apis` in b44-gen's config.",
  },
  "B44-804": {
    severity: "warning",
    title: "Operation not known",
    cause: "A call names an operation that is not among those selected from the integration's spec.",
    help: "Correct the operation, or select it in b44-gen's config.",
  },
  "B44-805": {
    severity: "error",
    title: "No text where slug or operation belongs",
    cause: "A call of a custom integration has an object, or nothing, in place of the slug or the operation.",
    help: 'Write call("slug", "get:/path", { pathParams, queryParams, payload }).',
  },
  "B44-806": {
    severity: "error",
    title: "Argument of another name",
    cause:
      "A call of a custom integration has an argument under a name that other libraries use, such as body or params. Such arguments do not reach the API.",
    help: "The arguments are pathParams, queryParams and payload.",
  },
  "B44-807": {
    severity: "error",
    title: "No such path parameter",
    cause: "A call gives a path parameter that the operation's path does not have.",
    help: "Remove it, or give it in queryParams if it belongs there.",
  },
  "B44-808": {
    severity: "error",
    title: "Path parameter missing",
    cause: "A call does not give a parameter that the operation's path has.",
    help: "Add it to pathParams.",
  },
  "B44-809": {
    severity: "warning",
    title: "success never looked at",
    cause:
      "The data of an answer is used and nobody asks whether the call succeeded. An error of the API, which does not reject, is taken for data.",
    help: "Look at `success` before `data`, or use unwrap(), which throws where the API answered an error.",
  },
  "B44-810": {
    severity: "error",
    title: "Name of a service where a connector's ID belongs",
    cause: "The method takes the ID of a connector that the workspace registered, and gets an integration type.",
    help: "Give the connector's ID, as Base44's dashboard shows it.",
  },
  "B44-811": {
    severity: "error",
    title: "ID of a connector where an integration type belongs",
    cause: "The method takes an integration type, such as googlecalendar, and gets the ID of a connector.",
    help: "Give the type, or use getWorkspaceConnection or getCurrentAppUserConnection, which take an ID.",
  },
  "B44-812": {
    severity: "error",
    title: "Method does not exist",
    cause: "The code calls a method that Base44's SDK does not have there.",
    help: "Use one of the methods that the SDK has.",
  },
  "B44-813": {
    severity: "warning",
    title: "Argument ignored",
    cause: "getCurrentAppUserConnection takes the connector's ID only; what comes after it is ignored.",
    help: "Remove the argument. The user is the one who sent the request.",
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
    title: "Text given to a function",
    cause: "functions.invoke refuses a string as data: it takes an object.",
    help: "Give an object with named members.",
  },
  "B44-817": {
    severity: "warning",
    title: "Data, or the whole answer",
    cause:
      "`answer.data || answer` is the whole answer wherever the data is empty, 0, false or null. The answer always has its data in `data`.",
    help: "Use `.data` alone.",
  },
  "B44-818": {
    severity: "warning",
    title: "response.ok never looked at",
    cause: "A function reads the body of a fetched response without asking for its status. An error is taken for data.",
    help: "Look at `response.ok` or `response.status` before the body.",
  },
  "B44-819": {
    severity: "error",
    title: "Import cannot be deployed",
    cause:
      "A function imports what is not uploaded with it or cannot be resolved there. One function that does not load stops the whole deploy.",
    help: "Import from the function's own folder or the shared folder, by a relative path with its extension, or from npm: or jsr:.",
  },
  "B44-820": {
    severity: "error",
    title: "Service role in the browser",
    cause: "Tokens of connectors are for backend functions only; the app's own client has no service role.",
    help: "Move the call to a backend function and invoke that.",
  },
  "B44-821": {
    severity: "warning",
    title: "Secret read when the module loads",
    cause: "A function reads a secret outside of its handler, where it may not be set yet.",
    help: "Read the secret inside the handler.",
  },
  "B44-830": {
    severity: "error",
    title: "File not fixed",
    cause: "A file could not be rewritten: it was changed meanwhile, or the operating system refused.",
    help: "Run again.",
  },
} satisfies Record<string, CatalogueEntry>;
