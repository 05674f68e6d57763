import customCallTemplate from "../../../templates/integration/custom-call.d.ts.hbs";
import type { Api } from "../../ir/index.js";
import type { OutputFile } from "../output.js";
import { argumentShape } from "../types/index.js";

/**
 * Emits the declarations that type the SDK's own `custom.call` for the known slugs, with no code at all: a first
 * overload over a map of operations, and one for any other string that answers a type nobody can use.
 */
export function emitCustomCall(apis: readonly Api[]): OutputFile {
  const text = customCallTemplate({ apis: apis.map(apiModel) });
  return { path: "b44.custom-call.d.ts", text, language: "dts", api: null };
}

function apiModel(api: Api) {
  const operations = api.operations.map((operation) => ({
    id: operation.id,
    argumentsName: operation.argumentsTypeName,
    resultName: operation.resultTypeName,
    ...argumentShape(operation),
  }));
  return { slug: api.name, types: `${api.typeName}Types`, typesModule: `./${api.fileName}.types.js`, operations };
}
