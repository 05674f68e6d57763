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

/** How the types of an API depend on the way to it. */
interface TypesOptions {
  /** How a function calls the API, for the ways that go through one. */
  backend?: BackendPlan | undefined;
  /** How the file imports others of its folder: `.js` as bundlers have it, `.ts` as functions must write it. */
  importExtension?: "js" | "ts";
}

/**
 * Emits `API.types.d.ts`: every schema under its plain name, and for each operation the types of its arguments and
 * of its result. The API is one that was planned: what its operations have is what their transport carries.
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

/** The names that an API's schemas and operations have among the types. */
function typeNames({ schemas, operations }: Api): Set<string> {
  return new Set([
    ...schemas.flatMap(({ name, requestName }) => [name, requestName]),
    ...operations.flatMap(({ argumentsTypeName, resultTypeName }) => [argumentsTypeName, resultTypeName]),
  ]);
}

/** The type of an operation's arguments as the template declares it: no body where it takes none. */
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
