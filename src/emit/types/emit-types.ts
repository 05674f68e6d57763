import typesTemplate from "../../../templates/types/types.d.ts.hbs";
import type { Diagnostic } from "../../diagnostics/index.js";
import { type Api, isSuccess, type Operation, type Response } from "../../ir/index.js";
import type { BackendPlan } from "../../plan/index.js";
import type { Doc, TypeCode } from "../code/index.js";
import type { OutputFile } from "../output.js";
import { ArgumentTypes, argumentShape } from "./arguments.js";
import { declarations } from "./declaration.js";
import { TypeEngine } from "./engine.js";
import { leftOpen, namedTypes } from "./named-types.js";
import { shareParameterGroups } from "./parameter-groups.js";
import { ResultTypes } from "./result.js";
import { formSchemas, Schemas } from "./schemas/index.js";
import type { TypeLiteralNode } from "./syntax/node.js";
import { printBody } from "./syntax/print.js";
import { SchemaTransform } from "./transform.js";

/** The options of {@link emitTypes}, which depend on how the API is called. */
interface TypesOptions {
  /** How a backend function calls the API, if calls go through one. */
  backend?: BackendPlan | undefined;
  /**
   * The extension in imports of other files in the same folder: `.js` for bundlers, `.ts` for functions, which must
   * write it.
   */
  importExtension?: "js" | "ts";
}

/**
 * Emits `API.types.d.ts`: every schema under its plain name, and for each operation the types of its arguments and its
 * result. The API must have been planned, so that its operations have only what their transport carries.
 */
export function emitTypes(api: Api, options: TypesOptions = {}): { file: OutputFile; diagnostics: Diagnostic[] } {
  const schemas = new Schemas(api);
  const transform = new SchemaTransform(schemas, formSchemas(api, schemas));
  const { types, combinations, diagnostics } = namedTypes(api.schemas, schemas, transform);
  const engine = new TypeEngine(transform, combinations);
  const names = typeNames(api);
  const declared = declarations(types, names);
  const argumentTypes = new ArgumentTypes(engine);
  const results = new ResultTypes(engine, names);
  const open = new Set<Operation>();
  const watched = <Made>(operation: Operation, make: () => Made): Made => {
    const before = combinations.leftOpen;
    const made = make();
    if (combinations.leftOpen !== before) open.add(operation);
    return made;
  };
  const taken = api.operations.map((operation) => watched(operation, () => argumentTypes.typeOf(operation)));
  const parameterGroups = shareParameterGroups(taken, names);
  const operations = api.operations.map((operation, index) => ({
    ...argumentsModel(operation, taken[index] as TypeLiteralNode),
    ...watched(operation, () => resultModel(operation, results, options)),
  }));
  const extension = options.importExtension ?? "js";
  const hasEvents = api.operations.some(({ responses }) => responses.some(isEventStream));
  const text = typesTemplate({
    runtimeModule: `./b44.runtime.${extension}`,
    runtimeTypes: results.mentioned(),
    eventsModule: hasEvents ? `./b44.stream.${extension}` : null,
    schemas: declared,
    components: api.schemas.map(({ key, name }) => ({ key, name })),
    parameterGroups,
    operations,
    needsWithRequired: transform.helpers.length > 0,
    keepsTypes: parameterGroups.length > 0 || declared.some(({ part }) => part !== null),
  });
  const file: OutputFile = { path: `${api.fileName}.types.d.ts`, text, language: "dts", api: api.name };
  const said = [...open].map(({ id, source }) => leftOpen(`The operation ${id}`, source));
  return { file, diagnostics: [...diagnostics, ...said] };
}

/** Returns the type names of an API's schemas and operations. */
function typeNames({ schemas, operations }: Api): Set<string> {
  return new Set([
    ...schemas.flatMap(({ name, requestName }) => [name, requestName]),
    ...operations.flatMap(({ argumentsTypeName, resultTypeName }) => [argumentsTypeName, resultTypeName]),
  ]);
}

/** Returns the type of an operation's arguments for the template; the body is null if it takes none. */
function argumentsModel(
  operation: Operation,
  type: TypeLiteralNode,
): { argumentsName: string; argumentsBody: TypeCode | null } {
  const { hasArguments } = argumentShape(operation);
  return { argumentsName: operation.argumentsTypeName, argumentsBody: hasArguments ? printBody(type) : null };
}

function resultModel(
  operation: Operation,
  results: ResultTypes,
  { backend }: TypesOptions,
): { resultDoc: Doc; resultName: string; result: TypeCode } {
  return {
    resultDoc: { parts: answersUnknown(operation) ? [backend ? EMPTY_ANSWER : UNDEFINED_ANSWER] : [] },
    resultName: operation.resultTypeName,
    result: results.typeOf(operation, backend?.connection?.kind === "metered"),
  };
}

const UNDEFINED_ANSWER =
  "`data` is `unknown` if the spec declares no JSON: Base44 does not define what it returns then.";
const EMPTY_ANSWER = "`data` is null if the API responds without content, as the spec declares.";

function answersUnknown(operation: Operation): boolean {
  return operation.responses.some((response) => isSuccess(response) && response.content.length === 0);
}

function isEventStream({ content }: Response): boolean {
  return content[0]?.kind === "events" && !content.some((item) => item.isJson);
}
