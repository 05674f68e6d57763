import * as z from "zod";
import { isHandedOn } from "../../runtime/functions/b44-response-headers.js";
import { apiAccess } from "./access.js";
import { headerName, headers, isCallers } from "./headers.js";
import { keyNotes, text } from "./notes.js";
import { operationId } from "./operation-id.js";
import { baseUrl } from "./url.js";
import { via } from "./via.js";

const functionName = z.string().regex(/^[a-z_$][\w$]*$/i, {
  error: "is no name for a function: write letters, digits, `_` and `$`, and no digit first",
});

const patterns = z.array(text()).min(1, { error: "must name at least one operation" });

/** One API. */
export const api = z.strictObject({
  spec: text()
    .refine((value) => value !== "-", { error: "must be a path or a URL: standard input is not there for a later run" })
    .register(keyNotes, {
      type: "string",
      wanted: "a path or a URL (a string)",
      description: "The OpenAPI spec: a path relative to the config, or a URL.",
    }),
  via: via.default("integration").register(keyNotes, {
    type: '"integration" | { connector } | { function }',
    wanted: '"integration", `{ connector: … }` or `{ function: … }`',
    description:
      "How calls reach the API: `integration` is a custom integration, which a workspace admin sets up from the spec; `connector` is an account that was connected, `function` a backend function with secrets.",
  }),
  operations: z.union([patterns, z.literal("all")]).register(keyNotes, {
    type: 'string[] | "all"',
    wanted: 'a list of patterns, for example ["tag:Contacts", "get:/deals/{id}"], or "all"',
    description:
      'The operations to generate: patterns such as `get:/deals/{id}`, `get:/deals/**`, `tag:Contacts` and `id:operationId`, or `"all"`.',
  }),
  names: z
    .record(
      operationId,
      functionName.register(keyNotes, {
        type: "string",
        wanted: "the name of a function (a string)",
        description: "What the function of the operation that the key names is called, for example `getContact`.",
      }),
    )
    .default(() => ({}))
    .register(keyNotes, {
      type: "object",
      wanted: "an object from operation ids to the names of functions",
      description: "What functions are called, by operation id, in place of the names that the spec gives.",
    }),
  scopes: z
    .union([z.literal("least"), z.array(text())])
    .default("least")
    .register(keyNotes, {
      type: '"least" | string[]',
      wanted: '"least" or a list of scopes (strings)',
      description:
        "For connectors and OAuth client credentials, the scopes to ask for: the least that the operations need, or these.",
    }),
  access: apiAccess.default("user").register(keyNotes, {
    type: '"user" | "admin" | "public" | object',
    wanted: '"user", "admin" or "public", or an object of these by operation id',
    description:
      "For connectors and functions, who may call: signed-in users, admins, or the public; for all operations or by operation id, where those not named are for users.",
  }),
  headers: headers
    .default(() => ({}))
    .register(keyNotes, {
      type: "object",
      wanted: "an object of values by the headers' names",
      description: "For connectors and functions, headers that are sent with every request.",
      confidential: true,
    }),
  requestHeaders: z
    .array(
      headerName("must be the name of a header").refine(isCallers, {
        error: "must be another header than those of the function's own connection, content or credentials",
      }),
    )
    .default(() => [])
    .register(keyNotes, {
      type: "string[]",
      wanted: "a list of headers' names (strings)",
      description: "For connectors and functions, headers that callers may give besides those that the spec declares.",
    }),
  responseHeaders: z
    .array(
      headerName("must be the name of a header").refine(isHandedOn, {
        error: "must be another header than those of the function's own connection or session",
      }),
    )
    .default(() => [])
    .register(keyNotes, {
      type: "string[]",
      wanted: "a list of headers' names (strings)",
      description:
        "For connectors and functions, headers of answers that results carry besides those that the spec declares.",
    }),
  streams: z
    .array(operationId)
    .default(() => [])
    .register(keyNotes, {
      type: "string[]",
      wanted: "a list of operation ids (strings)",
      description:
        "For connectors and functions, the operations, by operation id, whose answer is taken as a stream although the spec has JSON or a file there, beside a stream or alone.",
    }),
  baseUrl: baseUrl().optional().register(keyNotes, {
    type: "string",
    wanted: "a URL (a string)",
    description:
      "For connectors and functions, the URL that the spec's paths are appended to, in place of its servers; `{name}` stands for a value of the connection.",
    absent: "the connector's or the spec's",
    confidential: true,
  }),
  timeout: z.int().min(1).max(300_000).default(60_000).register(keyNotes, {
    type: "number",
    wanted: "a whole number of milliseconds from 1 to 300000",
    description:
      "For connectors and functions, how long an API may take, in milliseconds: until its answer is there whole, or begins where it is a stream.",
  }),
  validate: z.boolean().default(true).register(keyNotes, {
    type: "boolean",
    wanted: "true or false",
    description:
      "For connectors and functions, whether arguments are checked against the spec before a request is sent.",
  }),
  allowFile: z
    .array(text())
    .default(() => [])
    .register(keyNotes, {
      type: "string[]",
      wanted: "a list of paths (strings)",
      description: "Files and folders outside the spec's own folder that its `$ref`s may read, relative to the config.",
    }),
  allowHost: z
    .array(text())
    .default(() => [])
    .register(keyNotes, {
      type: "string[]",
      wanted: "a list of host names (strings)",
      description: "Hosts other than the spec's own that its `$ref`s may fetch from.",
    }),
});
