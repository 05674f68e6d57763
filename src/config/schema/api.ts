import * as z from "zod";
import { isHandedOn } from "../../runtime/functions/b44-response-headers.js";
import { apiAccess } from "./access.js";
import { headerName, headers, isCallers } from "./headers.js";
import { keyNotes, text } from "./notes.js";
import { operationId } from "./operation-id.js";
import { baseUrl } from "./url.js";
import { via } from "./via.js";

const functionName = z.string().regex(/^[a-z_$][\w$]*$/i, {
  error: "is not a valid function name: use letters, digits, `_` and `$`, and do not start with a digit",
});

const patterns = z.array(text()).min(1, { error: "must name at least one operation" });

/** One API. */
export const api = z.strictObject({
  spec: text()
    .refine((value) => value !== "-", {
      error: "must be a path or a URL: a later run cannot read standard input again",
    })
    .register(keyNotes, {
      type: "string",
      wanted: "a path or a URL (a string)",
      description: "The OpenAPI spec: a path relative to the config, or a URL.",
    }),
  via: via.default("integration").register(keyNotes, {
    type: '"integration" | { connector } | { function }',
    wanted: '"integration", `{ connector: … }` or `{ function: … }`',
    description:
      "How to call the API: `integration` (a custom integration that a workspace admin creates from the spec), `connector` (a connected account) or `function` (a backend function with secrets).",
  }),
  operations: z.union([patterns, z.literal("all")]).register(keyNotes, {
    type: 'string[] | "all"',
    wanted: 'an array of patterns, for example ["tag:Contacts", "get:/deals/{id}"], or "all"',
    description:
      'The operations to generate: patterns such as `get:/deals/{id}`, `get:/deals/**`, `tag:Contacts` and `id:operationId`, or `"all"`.',
  }),
  names: z
    .record(
      operationId,
      functionName.register(keyNotes, {
        type: "string",
        wanted: "the name of a function (a string)",
        description: "Name of the function for this operation, for example `getContact`.",
      }),
    )
    .default(() => ({}))
    .register(keyNotes, {
      type: "object",
      wanted: "an object of function names by operation id",
      description: "Names of functions by operation id, overriding the names from the spec.",
    }),
  scopes: z
    .union([z.literal("least"), z.array(text())])
    .default("least")
    .register(keyNotes, {
      type: '"least" | string[]',
      wanted: '"least" or an array of scopes (strings)',
      description:
        "For connectors and OAuth client credentials: the scopes to request. `least` requests the fewest that the operations need.",
    }),
  access: apiAccess.default("user").register(keyNotes, {
    type: '"user" | "admin" | "public" | object',
    wanted: '"user", "admin" or "public", or an object of them by operation id',
    description:
      "For connectors and functions: who may call the operations (signed-in users, admins, or everyone). One value for all operations, or an object by operation id; operations that it does not list are for users.",
  }),
  headers: headers
    .default(() => ({}))
    .register(keyNotes, {
      type: "object",
      wanted: "an object of values by header name",
      description: "For connectors and functions: headers to send with every request.",
      confidential: true,
    }),
  requestHeaders: z
    .array(
      headerName("must be a valid header name").refine(isCallers, {
        error: "must not be a header that the function sets for its connection, content or credentials",
      }),
    )
    .default(() => [])
    .register(keyNotes, {
      type: "string[]",
      wanted: "an array of header names (strings)",
      description: "For connectors and functions: headers that callers may pass in addition to those in the spec.",
    }),
  responseHeaders: z
    .array(
      headerName("must be a valid header name").refine(isHandedOn, {
        error: "must not be a header of the function's connection or session",
      }),
    )
    .default(() => [])
    .register(keyNotes, {
      type: "string[]",
      wanted: "an array of header names (strings)",
      description:
        "For connectors and functions: response headers to include in results in addition to those in the spec.",
    }),
  streams: z
    .array(operationId)
    .default(() => [])
    .register(keyNotes, {
      type: "string[]",
      wanted: "an array of operation ids (strings)",
      description:
        "For connectors and functions: operation ids whose response is read as a stream, although the spec declares JSON or a file, alone or beside a stream.",
    }),
  baseUrl: baseUrl().optional().register(keyNotes, {
    type: "string",
    wanted: "a URL (a string)",
    description:
      "For connectors and functions: the URL that the spec's paths are appended to, overriding its servers. `{name}` is replaced by a value from the connection.",
    absent: "the connector's or the spec's",
    confidential: true,
  }),
  timeout: z.int().min(1).max(300_000).default(60_000).register(keyNotes, {
    type: "number",
    wanted: "a whole number of milliseconds from 1 to 300000",
    description:
      "For connectors and functions: how long a call may take, in milliseconds, until the response is complete, or until a stream starts.",
  }),
  validate: z.boolean().default(true).register(keyNotes, {
    type: "boolean",
    wanted: "true or false",
    description: "For connectors and functions: whether to check arguments against the spec before sending a request.",
  }),
  allowFile: z
    .array(text())
    .default(() => [])
    .register(keyNotes, {
      type: "string[]",
      wanted: "an array of paths (strings)",
      description: "Files and folders outside the spec's own folder that its `$ref`s may read, relative to the config.",
    }),
  allowHost: z
    .array(text())
    .default(() => [])
    .register(keyNotes, {
      type: "string[]",
      wanted: "an array of host names (strings)",
      description: "Hosts other than the spec's own that its `$ref`s may fetch from.",
    }),
});
