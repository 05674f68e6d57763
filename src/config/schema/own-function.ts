import * as z from "zod";
import { isAddress } from "../../files/index.js";
import { access } from "./access.js";
import { jsonObject } from "./json.js";
import { keyNotes } from "./notes.js";

const reference = () =>
  z
    .string()
    .refine((value) => !isAddress(value), {
      error: "must be a path relative to the config, not a URL: copy the file into the project",
      abort: true,
    })
    .regex(/^[^#]+#\/[^#]+$/, {
      error: "must be a file and a JSON pointer, for example `./specs/own.yaml#/components/schemas/Invoice`",
    });

const schemaOrReference = (description: string) =>
  z.union([reference(), jsonObject()]).optional().register(keyNotes, {
    type: "string | object",
    wanted: "a JSON schema (an object), or a reference such as `./specs/own.yaml#/components/schemas/Invoice`",
    description,
  });

/** One of the app's own functions. */
export const ownFunction = z.strictObject({
  input: schemaOrReference(
    "Schema of the argument: inline, or a reference such as `./specs/own.yaml#/components/schemas/Invoice`.",
  ),
  output: schemaOrReference("Schema of the result: inline, or a reference."),
  access: access().default("user").register(keyNotes, {
    type: '"user" | "admin" | "public"',
    wanted: '"user", "admin" or "public"',
    description: "Who may call the function: signed-in users, admins, or everyone.",
  }),
});
