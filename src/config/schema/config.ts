import * as z from "zod";
import type {
  ApiConfig,
  BasicSecrets,
  ClientCredentials,
  Config,
  OwnFunctionConfig,
  Secret,
  UserApiConfig,
  UserConfig,
  UserOwnFunctionConfig,
  UserVia,
  Via,
} from "../model/index.js";
import { api } from "./api.js";
import { clientModule } from "./client.js";
import type { clientCredentials } from "./client-credentials.js";
import { keyNotes, text } from "./notes.js";
import { ownFunction } from "./own-function.js";
import type { basicSecrets, secret } from "./secret.js";
import { targets } from "./targets.js";
import type { via } from "./via.js";

/**
 * The schema of the config. This folder has everything about its keys: what is accepted, the defaults, and the texts of
 * messages and documentation. The interfaces in model/ describe the same for readers; a difference does not compile.
 * Names of APIs and functions are checked in validate/names.ts and validate/folders.ts.
 */
export const configSchema = z.strictObject({
  client: z
    .union([text(), clientModule, z.literal(false)])
    .optional()
    .register(keyNotes, {
      type: "string | { module, export } | false",
      wanted: "a module specifier (a string), `{ module, export }`, or false",
      description:
        "The app's Base44 client: a module that exports it as `base44`, a module and an export, or `false` for none.",
      absent: "found in the project",
    }),
  output: text().default("src/api/generated").register(keyNotes, {
    type: "string",
    wanted: "the path of a folder (a string)",
    description: "Folder for the generated code, relative to the config.",
  }),
  errors: z.enum(["result", "throw"]).default("result").register(keyNotes, {
    type: '"result" | "throw"',
    wanted: '"result" or "throw"',
    description: "What a call does on an error status: `result` returns it as a typed result, `throw` throws an error.",
  }),
  lang: z.enum(["ts", "js"]).optional().register(keyNotes, {
    type: '"ts" | "js"',
    wanted: '"ts" or "js"',
    description: "Language of the generated code.",
    absent: "the project's language",
  }),
  apis: z
    .record(
      z.string(),
      api.register(keyNotes, {
        type: "object",
        wanted: "an object with `spec` and `operations`",
        description:
          "One API. Its name consists of letters, digits, `-` and `_`, starts with a letter or digit, and has at most 64 characters.",
      }),
    )
    .default(() => ({}))
    .register(keyNotes, {
      type: "object",
      wanted: "an object of APIs by name",
      description:
        "The APIs by name: at least one, unless there are `functions`. For a custom integration, the name is its slug as the workspace admin sees it.",
    }),
  functions: z
    .record(
      z.string(),
      ownFunction.register(keyNotes, {
        type: "object",
        wanted: "an object, for example `{ input: { … }, output: { … } }`",
        description:
          "One of the app's own functions. Its name consists of letters, digits, `-` and `_`, starts with a letter, and has at most 64 characters.",
      }),
    )
    .default(() => ({}))
    .register(keyNotes, {
      type: "object",
      wanted: "an object of the app's own functions by name",
      description: "The app's own functions by name, for typed stubs and typed calls.",
    }),
  targets: targets.default(["app"]).register(keyNotes, {
    type: '("app" | "functions")[]',
    wanted: 'an array of "app" and "functions"',
    description: "Where to write calls for: the app, and backend functions, which import them from the shared folder.",
  }),
});

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? ([keyof A] extends [keyof B] ? true : false) : false) : false;
type Checked = [
  Same<z.input<typeof configSchema>, UserConfig>,
  Same<z.output<typeof configSchema>, Config>,
  Same<z.input<typeof api>, UserApiConfig>,
  Same<z.output<typeof api>, ApiConfig>,
  Same<z.input<typeof via>, UserVia>,
  Same<z.output<typeof via>, Via>,
  Same<z.output<typeof secret>, Secret>,
  Same<z.output<typeof basicSecrets>, BasicSecrets>,
  Same<z.output<typeof clientCredentials>, ClientCredentials>,
  Same<z.input<typeof ownFunction>, UserOwnFunctionConfig>,
  Same<z.output<typeof ownFunction>, OwnFunctionConfig>,
];
true satisfies Checked[number];
