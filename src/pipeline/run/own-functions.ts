import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { locateSettings, type OwnFunctionConfig, type SchemaOrReference } from "../../config/index.js";
import {
  catalogue,
  type Diagnostic,
  type DiagnosticDetails,
  DiagnosticError,
  diagnostic,
} from "../../diagnostics/index.js";
import { type TypedFunction, withTypes } from "../../emit/own-function/index.js";
import { type JsonObject, pointerTokens } from "../../json/index.js";
import { declaredFamily } from "../../spec/load/index.js";
import { isBefore31, type LoadedSpec, type SourceDocument } from "../../spec/model.js";
import { type CompiledApi, compileRead } from "../api/compile-read.js";
import { SpecReader } from "../api/read-spec.js";
import type { Progress } from "../progress.js";

/** An own function, the documents that it was compiled from, and the diagnostics about them, with lines and columns. */
export interface CompiledFunction extends TypedFunction {
  documents: SourceDocument[];
  diagnostics: Diagnostic[];
}

/** The context in which own functions are compiled. */
interface OwnFunctionContext {
  /** The config's folder. */
  folder: string;
  /** Absolute path of the config. */
  configFile: string | undefined;
  progress: Progress;
}

/**
 * Compiles the app's own functions. Each goes through the same stages as an API, as the only operation of a document
 * created here. Throws B44-322 if a schema is not valid.
 */
export async function compileOwnFunctions(
  functions: Record<string, OwnFunctionConfig>,
  context: OwnFunctionContext,
): Promise<CompiledFunction[]> {
  const compiled: CompiledFunction[] = [];
  for (const [name, config] of Object.entries(functions)) compiled.push(await compileFunction(name, config, context));
  return compiled;
}

async function compileFunction(
  name: string,
  { input, output, access }: OwnFunctionConfig,
  { folder, configFile, progress }: OwnFunctionContext,
): Promise<CompiledFunction> {
  // The config itself names the files: these, and everything below their folders, may be read.
  const files = referencedFiles([input, output], folder);
  const options = { cwd: process.cwd(), allowFiles: files.map((file) => dirname(file)) };
  const schemas = { input, output, folder };
  const asNew = await SpecReader.of(documentOf(name, schemas, "3.1"), options);
  const isOld = await readsOldDocument(asNew, files);
  const reader = isOld ? await SpecReader.of(documentOf(name, schemas, "3.0"), options) : asNew;
  const entry = configFile === undefined ? undefined : { file: configFile, path: ["functions", name] };
  const fault = (details: DiagnosticDetails) =>
    new DiagnosticError(locateSettings([diagnostic("B44-322", details)], entry));
  let result: CompiledApi;
  try {
    result = await compileRead(reader, { source: { name, operations: "all" }, progress });
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    throw fault(notUnderstood(name, error.diagnostics[0], reader.spec.document));
  }
  const [operation] = result.api.operations;
  if (!operation)
    throw fault({ message: `The input or output of the function ${name} is not a valid schema.`, setting: [] });
  const has = { hasInput: input !== undefined, hasOutput: output !== undefined };
  const { typed, diagnostics } = withTypes({ name, access, api: result.api, operation, ...has });
  const said = [...result.diagnostics, ...result.locate(diagnostics)];
  const found = said.map((item) => atSetting(item, reader.spec.document));
  return {
    ...typed,
    documents: result.documents.slice(1),
    diagnostics: locateSettings(found, entry),
  };
}

/**
 * Converts a diagnostic about the document created here to one about the setting that the document was created from.
 */
function atSetting(found: Diagnostic, own: SourceDocument): Diagnostic {
  const { location, ...said } = found;
  if (location?.file !== own.display) return found;
  const key = keyOf(found);
  return { ...said, setting: key ? [key] : [] };
}

/**
 * Returns the diagnostic for the first error in the schemas of a function.
 * @param own the document created here, which no message may name
 */
function notUnderstood(name: string, first: Diagnostic | undefined, own: SourceDocument): DiagnosticDetails {
  const key = first && keyOf(first);
  const message = `The ${key ?? "input or output"} of the function ${name} is not a valid schema: ${first?.message ?? ""}`;
  // A fault in a document that the config refers to has a location of its own.
  const isElsewhere = first?.location !== undefined && first.location.file !== own.display;
  if (isElsewhere) return { message, location: first.location };
  // The usual help of its code is about specs and their operations.
  const help = first && first.help !== catalogue[first.code].help ? first.help : undefined;
  return { message, setting: key ? [key] : [], help };
}

/** Returns which part, input or output, a diagnostic about the document created here concerns. */
function keyOf({ location }: Diagnostic): "input" | "output" | undefined {
  const [, , , part] = pointerTokens(location?.pointer ?? "");
  if (part === "requestBody") return "input";
  return part === "responses" ? "output" : undefined;
}

interface FunctionSchemas {
  input: SchemaOrReference | undefined;
  output: SchemaOrReference | undefined;
  folder: string;
}

/** Creates a document with the function as its only operation. References are relative to the config's folder. */
function documentOf(name: string, { input, output, folder }: FunctionSchemas, family: "3.0" | "3.1"): LoadedSpec {
  const content = (schema: SchemaOrReference): JsonObject => ({ "application/json": { schema: schemaOf(schema) } });
  const root: JsonObject = {
    openapi: family === "3.0" ? "3.0.3" : "3.1.0",
    info: { title: name, version: "1" },
    paths: {
      [`/${name}`]: {
        post: {
          operationId: name,
          ...(input === undefined ? {} : { requestBody: { required: true, content: content(input) } }),
          responses: { 200: { description: "", ...(output === undefined ? {} : { content: content(output) }) } },
        },
      },
    },
  };
  const text = JSON.stringify(root);
  const uri = pathToFileURL(join(folder, "b44-gen.functions.json")).href;
  const display = `functions.${name} in the config`;
  const document: SourceDocument = { uri, display, text, format: "json", value: root, hash: "" };
  return { document, root, family, diagnostics: [] };
}

function schemaOf(schema: SchemaOrReference): JsonObject {
  return typeof schema === "string" ? { $ref: schema } : (schema as JsonObject);
}

function referencedFiles(schemas: readonly (SchemaOrReference | undefined)[], folder: string): string[] {
  return schemas.flatMap((schema) =>
    typeof schema === "string" ? [resolve(folder, schema.replace(/#.*$/s, ""))] : [],
  );
}

/**
 * Whether one of these files is a document of OpenAPI 3.0 or older, in which siblings of a `$ref` are ignored. Files
 * that cannot be read are reported when the function is compiled.
 */
async function readsOldDocument(reader: SpecReader, files: readonly string[]): Promise<boolean> {
  try {
    await reader.bundle(reader.select(reader.operations(), "all").selected);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
  }
  const uris = new Set(files.map((file) => pathToFileURL(file).href));
  return reader.documents.some(({ uri, value }) => {
    const family = uris.has(uri) ? declaredFamily(value) : undefined;
    return family !== undefined && isBefore31(family);
  });
}
