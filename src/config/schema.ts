import * as z from "zod";
import type { Config, UserConfig } from "./model.js";

/** What the documentation and the error messages say about a key. */
export interface KeyNotes {
  /** Its type, as TypeScript would write it. */
  type: string;
  /** What a value of it has to be, to follow “must be”. */
  wanted: string;
  description: string;
  /** What holds without it, where that is not a value of the schema. */
  absent?: string;
}

/** The notes of every key, by its schema. */
export const keyNotes = z.registry<KeyNotes>();

/** What an API may be named. */
export const API_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

const text = () => z.string().regex(/\S/, { error: "must not be empty" });

const exportName = z
  .string()
  .regex(/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u, { error: "must be a name that a module can export" });

const patterns = z.array(text()).min(1, { error: "must name at least one operation" });

const clientModule = z.strictObject({
  module: text().register(keyNotes, {
    type: "string",
    wanted: "a module specifier (a string)",
    description: "Module specifier, as the generated code would import it.",
  }),
  export: exportName.default("base44").register(keyNotes, {
    type: "string",
    wanted: "the name of an export (a string)",
    description: "Name of the export that is the client, or `default`.",
  }),
});

const api = z.strictObject({
  spec: text().register(keyNotes, {
    type: "string",
    wanted: "a path or a URL (a string)",
    description: "The OpenAPI spec: a path relative to the config, or a URL.",
  }),
  via: z
    .union([
      z.literal("integration", {
        error: 'must be "integration": this version of b44-gen writes custom integrations only',
      }),
    ])
    .default("integration")
    .register(keyNotes, {
      type: '"integration"',
      wanted: '"integration"',
      description:
        "How calls reach the API: `integration` is a custom integration, which a workspace admin sets up from the spec.",
    }),
  operations: z.union([patterns, z.literal("all")]).register(keyNotes, {
    type: 'string[] | "all"',
    wanted: 'a list of patterns, for example ["tag:Contacts", "get:/deals/{id}"], or "all"',
    description:
      'The operations to generate: patterns such as `get:/deals/{id}`, `get:/deals/**`, `tag:Contacts` and `id:operationId`, or `"all"`.',
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

/**
 * The config. Everything known about its keys is here: what is accepted, the defaults, what messages and
 * documentation say. The interfaces in model.ts are the same for readers; they do not compile when they differ.
 * API names are checked in validate/names.ts.
 */
export const configSchema = z.strictObject({
  client: z
    .union([text(), clientModule, z.literal(false)])
    .optional()
    .register(keyNotes, {
      type: "string | { module, export } | false",
      wanted: "a module specifier (a string), `{ module, export }`, or false",
      description:
        "Where the app's Base44 client is: a module that exports it as `base44`, a module and an export, or `false` for none.",
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
    description: "What a call does with an error status: `result` returns it as a typed result, `throw` throws it.",
  }),
  lang: z.enum(["ts", "js"]).optional().register(keyNotes, {
    type: '"ts" | "js"',
    wanted: '"ts" or "js"',
    description: "Language of the generated code.",
    absent: "what the project is written in",
  }),
  apis: z
    .record(
      z.string(),
      api.register(keyNotes, {
        type: "object",
        wanted: "an object with `spec` and `operations`",
        description:
          "One API. Its name holds letters, digits, `-` and `_`, begins with a letter or digit, and has 64 characters at most.",
      }),
    )
    .register(keyNotes, {
      type: "object",
      wanted: "an object of APIs by name",
      description: "The APIs by name. For a custom integration the name is its slug, as the workspace admin sees it.",
    }),
});

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? ([keyof A] extends [keyof B] ? true : false) : false) : false;
type Checked = [
  Same<z.input<typeof configSchema>, UserConfig>,
  Same<z.output<typeof configSchema>, Config>,
  Same<z.input<typeof api>, UserConfig["apis"][string]>,
  Same<z.output<typeof api>, Config["apis"][string]>,
];
true satisfies Checked[number];
