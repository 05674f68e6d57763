import * as z from "zod";
import { isIdentifier } from "../../identifiers/index.js";
import { keyNotes, text } from "./notes.js";

const exportName = z
  .string()
  .regex(/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u, { error: "must be a name that a module can export", abort: true })
  .refine(isIdentifier, { error: "must not contain accented Latin letters, rare letters or look-alike characters" });

/** A module and the name under which it exports the app's client. */
export const clientModule = z.strictObject({
  module: text().register(keyNotes, {
    type: "string",
    wanted: "a module specifier (a string)",
    description: "Module specifier. One that starts with `./` or `../` is relative to the config.",
  }),
  export: exportName.default("base44").register(keyNotes, {
    type: "string",
    wanted: "the name of an export (a string)",
    description: "Name of the client's export, or `default`.",
  }),
});
