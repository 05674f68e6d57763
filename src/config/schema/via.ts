import * as z from "zod";
import { isRecordId } from "../../connectors/index.js";
import { keyNotes } from "./notes.js";
import { secret } from "./secret.js";

const connectorType = () =>
  z
    .string()
    .refine((value) => !isRecordId(value), {
      error:
        'looks like the ID of a connector, but a type is wanted: an ID goes into `connector: { workspace: "…" }` or `connector: { appUser: "…" }`',
      abort: true,
    })
    .regex(/^[a-z0-9_-]+$/, {
      error: 'must be a connector type such as "googlecalendar": lower-case letters, digits, `_` and `-`',
    });

const connectorId = () => z.string().regex(/^[^\s/]+$/, { error: "must be the ID of a connector" });

const connector = z.union([
  connectorType(),
  z.strictObject({
    workspace: connectorId().register(keyNotes, {
      type: "string",
      wanted: "the ID of a connector (a string)",
      description: "ID of a connector that the workspace registered, with one token for all.",
    }),
  }),
  z.strictObject({
    appUser: connectorId().register(keyNotes, {
      type: "string",
      wanted: "the ID of a connector (a string)",
      description: "ID of a connector to which each signed-in user connects an account.",
    }),
  }),
  z.strictObject({
    metered: connectorType().register(keyNotes, {
      type: "string",
      wanted: "a connector type (a string)",
      description: "Type of a connector whose account is Base44's own, called through `callApi`.",
    }),
  }),
]);

const connectorVia = z.strictObject({
  connector: connector.register(keyNotes, {
    type: "string | { workspace } | { appUser } | { metered }",
    wanted:
      'a connector type such as "googlecalendar", or one of `{ workspace: ID }`, `{ appUser: ID }` and `{ metered: TYPE }`',
    description: "A connector: its type where the app's builder connected an account, or one of the three other kinds.",
  }),
});

const functionVia = z.strictObject({
  function: z
    .strictObject({
      secrets: z
        .record(z.string(), secret)
        .default(() => ({}))
        .register(keyNotes, {
          type: "object",
          wanted: "an object of secrets' names by security scheme",
          description: "The app's secrets, by the names that the security schemes have in the spec.",
          confidential: true,
        }),
    })
    .register(keyNotes, {
      type: "object",
      wanted: "an object, with `secrets` where the API wants them",
      description: "A backend function, which holds the app's secrets.",
      confidential: true,
    }),
});

const INSTEAD = new Map<unknown, string>([
  ["connector", 'must name its connector, as in `via: { connector: "googlecalendar" }`'],
  [
    "function",
    'must name the secrets that it sends, as in `via: { function: { secrets: { bearerAuth: "MAIL_API_KEY" } } }` or `via: { function: {} }`',
  ],
]);

/** How calls reach an API. */
export const via = z.union([z.literal("integration"), connectorVia, functionVia], {
  error: ({ input }) => INSTEAD.get(input),
});
