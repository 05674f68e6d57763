import registriesTemplate from "../../../templates/own-function/registries.d.ts.hbs";
import type { OutputFile } from "../output.js";
import type { OwnFunction, Registries } from "./model.js";
import { typeParts } from "./type-parts.js";

/**
 * Emits `b44.functions.d.ts`: the SDK's registries of function names and integration types, and typed overloads of
 * `functions.invoke` for own functions. Leaves out registries that cannot be complete (`registries` is null).
 */
export function emitRegistries(own: readonly OwnFunction[], registries: Registries | null): OutputFile[] {
  if (!registries && own.length === 0) return [];
  const text = registriesTemplate({
    functions: own.map((item) => {
      const { inputName, outputName } = typeParts(item);
      const typesModule = `./functions/${item.name}.types.js`;
      return { name: item.name, inputName, outputName, hasInput: item.hasInput, typesModule };
    }),
    hasOwn: own.length > 0,
    functionNames: registries?.functions ?? [],
    connectorTypes: registries?.connectors ?? [],
  });
  return [{ path: "b44.functions.d.ts", text, language: "dts", api: null }];
}
