import definitionTemplate from "../../../templates/function/definition.ts.hbs";
import entryTemplate from "../../../templates/function/entry.ts.hbs";
import handlerTemplate from "../../../templates/function/handler.ts.hbs";
import type { Api } from "../../ir/index.js";
import { type BackendPlan, fetchesTokens } from "../../plan/index.js";
import type { PlacedFile } from "../output.js";
import { apiDefinition } from "./definition.js";
import { SDK_MODULE } from "./sdk.js";

/** How the function of an API is written. */
export interface FunctionOptions {
  /** The function's name, which is its folder's. */
  functionName: string;
  /** Where what the function knows of the API stands: beside it, or where other functions can import it too. */
  isDefinitionShared: boolean;
  /** Whether a new entry calls `Deno.serve`, as older apps do, instead of exporting a handler. */
  isLegacy: boolean;
}

/** Emits the function of an API: what it knows of it, the handler, and an entry for the user to go on from. */
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
