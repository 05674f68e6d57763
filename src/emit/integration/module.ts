import moduleDeclarationTemplate from "../../../templates/integration/module.d.ts.hbs";
import moduleJavaScriptTemplate from "../../../templates/integration/module.js.hbs";
import moduleTypeScriptTemplate from "../../../templates/integration/module.ts.hbs";
import type { Api, Operation } from "../../ir/index.js";
import type { OutputFile } from "../output.js";
import { argumentShape } from "../types/index.js";
import { operationDoc } from "./documentation.js";
import { operationEncoders } from "./encoders.js";
import type { IntegrationOptions } from "./index.js";

/** Emits an API's own module: a function an operation, and the factory that binds them. */
export function emitModule(api: Api, options: IntegrationOptions): OutputFile[] {
  const operations = api.operations.map((operation) => operationModel(operation, api, options));
  const throws = options.errors === "throw";
  const model = {
    slug: api.name,
    throws,
    typesModule: `./${api.fileName}.types.js`,
    types: api.operations.flatMap(typeNames).sort(),
    imports: imports(operations, throws),
    operations,
    factoryName: api.factoryName,
    factoryDoc: { parts: [`All operations of \`${api.name}\`, bound to a client.`] },
  };
  const file = (extension: string, language: OutputFile["language"], text: string): OutputFile => ({
    path: `${api.fileName}.${extension}`,
    text,
    language,
    api: api.name,
  });
  if (options.language === "ts") return [file("ts", "ts", moduleTypeScriptTemplate(model))];
  return [file("js", "js", moduleJavaScriptTemplate(model)), file("d.ts", "dts", moduleDeclarationTemplate(model))];
}

type OperationModel = ReturnType<typeof operationModel>;

function operationModel(operation: Operation, api: Api, { language, errors }: IntegrationOptions) {
  const encoders = operationEncoders(operation);
  return {
    id: operation.id,
    name: operation.name,
    argumentsName: operation.argumentsTypeName,
    resultName: operation.resultTypeName,
    doc: { parts: operationDoc(operation, api, errors === "throw") },
    shortDoc: { parts: shortDoc(operation), indent: language === "ts" ? 4 : 2 },
    ...argumentShape(operation),
    ...encoders,
    encodes: encoders.hasPath || encoders.hasQuery,
  };
}

function shortDoc(operation: Operation): string[] {
  return [operation.summary ?? `\`${operation.id}\``, ...(operation.deprecated ? ["@deprecated"] : [])];
}

function typeNames(operation: Operation): string[] {
  const { hasArguments } = argumentShape(operation);
  return hasArguments ? [operation.argumentsTypeName, operation.resultTypeName] : [operation.resultTypeName];
}

function imports(operations: OperationModel[], throws: boolean): string[] {
  const used = new Set<string>(["bind", "call"]);
  for (const { hasPath, hasQuery, pathStyles, queryStyles } of operations) {
    if (hasPath) used.add(pathStyles === null ? "path" : "pathWith");
    if (hasQuery) used.add(queryStyles === null ? "query" : "queryWith");
  }
  if (throws) used.add("unwrap");
  return [...used].sort();
}
