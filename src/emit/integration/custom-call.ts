import customCallTemplate from "../../../templates/integration/custom-call.d.ts.hbs";
import type { Api, Operation } from "../../ir/index.js";
import type { Json } from "../../json/index.js";
import type { OutputFile } from "../output.js";

/**
 * Emits declarations, without any code, that type the SDK's own `custom.call` for the known slugs: a first overload
 * over a map of operations, and one for any other string whose result has a type that cannot be used. The types are
 * those of the functions in the APIs' own modules, which have to exist.
 */
export function emitCustomCall(apis: readonly Api[]): OutputFile {
  const models = apis.map(apiModel);
  const hasKeys = models.some(({ operations }) => operations.some(({ keys }) => keys !== null));
  const text = customCallTemplate({ apis: models, hasKeys, runtimeModule: "./b44.runtime.js" });
  return { path: "b44.custom-call.d.ts", text, language: "dts", api: null };
}

function apiModel({ name, typeName, fileName, operations }: Api) {
  return {
    slug: name,
    name: `${typeName}Module`,
    module: `./${fileName}.js`,
    operations: operations.map((operation) => ({ id: operation.id, name: operation.name, keys: pathKeys(operation) })),
  };
}

/**
 * Returns the expressions in the path's braces by parameter name, for expressions that are more than the name; null if
 * there are none.
 */
function pathKeys({ parameters }: Operation): Json {
  const entries = parameters.flatMap(({ name, expression }) => (expression === undefined ? [] : [[name, expression]]));
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
