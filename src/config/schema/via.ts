import * as z from "zod";
import { isRecordId } from "../../connectors/index.js";
import { keyNotes } from "./notes.js";
import { secret } from "./secret.js";

const connectorType = () =>
  z
    .string()
    .refine((value) => !isRecordId(value), {
      error:
        'looks like the ID of a connector, but must be a type: an ID goes into `connector: { workspace: "…" }` or `connector: { appUser: "…" }`',
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
      description: "ID of a connector that the workspace registered, with one token for all users.",
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
      description: "Type of a metered connector: the account is Base44's own, called through `callApi`.",
    }),
  }),
]);

const connectorVia = z.strictObject({
  connector: connector.register(keyNotes, {
    type: "string | { workspace } | { appUser } | { metered }",
    wanted:
      'a connector type such as "googlecalendar", or one of `{ workspace: ID }`, `{ appUser: ID }` and `{ metered: TYPE }`',
    description: "A connector: its type if the app's builder connected an account, or one of the three other kinds.",
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
          wanted: "an object of secret names by security scheme",
          description: "The app's secrets, by the names of the spec's security schemes.",
          confidential: true,
        }),
    })
    .register(keyNotes, {
      type: "object",
      wanted: "an object, with `secrets` if the API needs credentials",
      description: "A backend function that reads the app's secrets.",
      confidential: true,
    }),
});

const INSTEAD = new Map<unknown, string>([
  ["connector", 'must name its connector, for example `via: { connector: "googlecalendar" }`'],
  [
    "function",
    'must name the secrets that it sends, for example `via: { function: { secrets: { bearerAuth: "MAIL_API_KEY" } } }` or `via: { function: {} }`',
  ],
]);

/** How calls reach an API. */
export const via = z.union([z.literal("integration"), connectorVia, functionVia], {
  error: ({ input }) => INSTEAD.get(input),
});
