import definitionTemplate from "../../../templates/function/definition.ts.hbs";
import entryTemplate from "../../../templates/function/entry.ts.hbs";
import handlerTemplate from "../../../templates/function/handler.ts.hbs";
import type { Api } from "../../ir/index.js";
import { type BackendPlan, fetchesTokens } from "../../plan/index.js";
import type { PlacedFile } from "../output.js";
import { apiDefinition } from "./definition.js";
import { SDK_MODULE } from "./sdk.js";

/** The options of {@link emitFunction}. */
export interface FunctionOptions {
  /** The name of the function and of its folder. */
  functionName: string;
  /**
   * True to write the API's definition to the shared folder, where other functions can import it; false to write it
   * beside the function.
   */
  isDefinitionShared: boolean;
  /** True if a new entry calls `Deno.serve`, as in older apps, instead of exporting a handler. */
  isLegacy: boolean;
}

/** Emits the function of an API: the API's definition, the handler, and an entry for the user to continue from. */
export function emitFunction(api: Api, backend: BackendPlan, options: FunctionOptions): PlacedFile[] {
  const { functionName, isDefinitionShared, isLegacy } = options;
  const shared = isDefinitionShared ? "." : "../../shared";
  const definition: PlacedFile = {
    place: isDefinitionShared ? "shared" : "functions",
    path: isDefinitionShared ? `${api.fileName}.api.ts` : `${functionName}/api.ts`,
    text: definitionTemplate({
      definitionTypes: `${shared}/b44-definition.ts`,
      ...(fetchesTokens(backend) ? { clientCredentials: `${shared}/b44-client-credentials.ts` } : {}),
      doc: { parts: [`The operations of ${api.title ?? api.name} that may be called, and how to call them.`] },
      definition: apiDefinition(api, backend),
    }),
    language: "ts",
    api: api.name,
  };
  const handler: PlacedFile = {
    place: "functions",
    path: `${functionName}/handler.ts`,
    text: handlerTemplate({
      sdk: SDK_MODULE,
      handlerModule: "../../shared/b44-handler.ts",
      apiModule: isDefinitionShared ? `../../shared/${api.fileName}.api.ts` : "./api.ts",
      doc: { parts: [`Handles the requests of the function \`${functionName}\`.`] },
    }),
    language: "ts",
    api: api.name,
  };
  const entry: PlacedFile = {
    place: "functions",
    path: `${functionName}/entry.ts`,
    text: entryTemplate({ isLegacy }),
    language: "ts",
    api: api.name,
    kind: "scaffold",
    keeps: [handler, definition].map(({ place, path }) => ({ place, path })),
    marker: '"./handler.ts"',
  };
  return [definition, handler, entry];
}
