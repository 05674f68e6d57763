import typesTemplate from "../../../templates/types/types.d.ts.hbs";
import type { Diagnostic } from "../../diagnostics/index.js";
import type { Api, Operation, Schema } from "../../ir/index.js";
import type { Doc, TypeCode } from "../code/index.js";
import type { OutputFile } from "../output.js";
import { argumentShape, argumentsType } from "./arguments.js";
import { TypeEngine } from "./engine.js";
import { type NamedType, namedTypes } from "./named-types.js";
import { type ResultVariant, resultVariants, statusTypes } from "./result.js";
import { Schemas } from "./schemas.js";
import { printAssigned, printBody } from "./syntax/print.js";

export { type ArgumentShape, argumentShape } from "./arguments.js";

/**
 * Emits `API.types.d.ts`: every schema under its plain name, and for each operation the types of its arguments and
 * of its result.
 */
export function emitTypes(api: Api): { file: OutputFile; diagnostics: Diagnostic[] } {
  const schemas = new Schemas(api);
  const engine = new TypeEngine(schemas);
  const inRequests = schemas.reachedFrom(api.operations.flatMap(requestSchemas));
  const { types, diagnostics } = namedTypes(api.schemas, schemas, inRequests, engine);
  const operations = api.operations.map((operation) => operationTypes(operation, engine));
  const text = typesTemplate({
    statuses: statusTypes(operations.flatMap((operation) => operation.variants)),
    schemas: types.map(declaration),
    components: api.schemas.map(({ key, name }) => ({ key, name })),
    operations,
    needsWithRequired: engine.helpers.length > 0,
  });
  return { file: { path: `${api.fileName}.types.d.ts`, text, language: "dts", api: api.name }, diagnostics };
}

function requestSchemas(operation: Operation): Schema[] {
  const bodies = operation.requestBody?.content.filter((content) => content.isJson) ?? [];
  return [...operation.parameters, ...bodies].flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
}

interface Declaration {
  doc: Doc;
  name: string;
  /** The braces of an interface; null for an alias, which has what it stands for. */
  body: TypeCode | null;
  type: TypeCode | null;
}

function declaration({ name, schema, direction, type }: NamedType): Declaration {
  const parts: string[] = [];
  if (typeof schema.schema === "object") {
    const { description, title, deprecated } = schema.schema;
    const text = typeof description === "string" && description.trim() !== "" ? description : title;
    if (typeof text === "string") parts.push(text);
    if (deprecated === true) parts.push("@deprecated");
  }
  if (direction === "request") parts.push(`As a request takes it; see {@link ${schema.name}}.`);
  const isInterface = type.kind === "TypeLiteral" && type.members.length > 0;
  return {
    doc: { parts },
    name,
    body: isInterface ? printBody(type) : null,
    type: isInterface ? null : printAssigned(type),
  };
}

interface OperationTypes {
  argumentsDoc: Doc;
  argumentsName: string;
  /** Null where the operation takes no arguments. */
  argumentsBody: TypeCode | null;
  resultDoc: Doc;
  resultName: string;
  variants: ResultVariant[];
}

function operationTypes(operation: Operation, engine: TypeEngine): OperationTypes {
  const { hasArguments } = argumentShape(operation);
  const unknownNote = answersUnknown(operation)
    ? ["`data` is `unknown` where the spec declares no JSON: what Base44 makes of such an answer is not defined."]
    : [];
  return {
    argumentsDoc: { parts: [`What \`${operation.name}\` takes.`] },
    argumentsName: operation.argumentsTypeName,
    argumentsBody: hasArguments ? printBody(argumentsType(operation, engine)) : null,
    resultDoc: { parts: [`What \`${operation.name}\` resolves to.`, ...unknownNote] },
    resultName: operation.resultTypeName,
    variants: resultVariants(operation, engine),
  };
}

function answersUnknown(operation: Operation): boolean {
  return operation.responses.some(
    ({ status, content }) =>
      (status === "2XX" || (typeof status === "number" && status >= 200 && status < 300)) &&
      !content.some((item) => item.isJson),
  );
}
