import callsDeclarationTemplate from "../../../templates/own-function/calls.d.ts.hbs";
import callsJavaScriptTemplate from "../../../templates/own-function/calls.js.hbs";
import callsTypeScriptTemplate from "../../../templates/own-function/calls.ts.hbs";
import entryTemplate from "../../../templates/own-function/entry.ts.hbs";
import handlerTemplate from "../../../templates/own-function/handler.ts.hbs";
import type { Diagnostic } from "../../diagnostics/index.js";
import type { OwnFunctionDefinition } from "../../runtime/functions/b44-definition.js";
import { CheckCompiler, SDK_MODULE } from "../function/index.js";
import { moduleFiles } from "../module-files.js";
import type { OutputFile, PlacedFile } from "../output.js";
import { emitValueTypes } from "../types/index.js";
import type { OwnFunction, TypedFunction } from "./model.js";
import { typeParts } from "./type-parts.js";

/** Returns an own function with the text of its types, and the diagnostics from making them. */
export function withTypes(item: OwnFunction): { typed: TypedFunction; diagnostics: Diagnostic[] } {
  const { text, diagnostics } = emitValueTypes(typeParts(item));
  return { typed: { ...item, types: text }, diagnostics };
}

/** Emits the app's calls of own functions: `functions/index`, and the types of each function beside it. */
export function emitOwnCalls(own: readonly TypedFunction[], options: { language: "ts" | "js" }): OutputFile[] {
  if (own.length === 0) return [];
  const model = { functions: own.map(callModel) };
  const types = own.map((item): OutputFile => {
    return { path: `functions/${item.name}.types.d.ts`, text: item.types, language: "dts", api: null };
  });
  const index = moduleFiles({ path: "functions/index", ...options }, (language) => CALLS[language](model));
  return [...types, ...index];
}

const CALLS = { ts: callsTypeScriptTemplate, js: callsJavaScriptTemplate, dts: callsDeclarationTemplate };

function callModel(item: OwnFunction) {
  const { inputName, outputName } = typeParts(item);
  return {
    name: item.operation.name,
    functionName: item.name,
    hasInput: item.hasInput,
    inputName,
    outputName,
    types: item.hasInput ? [inputName, outputName] : [outputName],
    typesModule: `./${item.name}.types.js`,
    doc: { parts: [`Calls the app's function \`${item.name}\`.`] },
  };
}

/**
 * Emits one own function: its types, a handler that authorises callers and checks input, and an entry for the user to
 * continue from.
 */
export function emitOwnFunction(item: TypedFunction, { isLegacy }: { isLegacy: boolean }): PlacedFile[] {
  const parts = typeParts(item);
  const base = { place: "functions", language: "ts", api: null } as const;
  const path = (name: string) => `${item.name}/${name}`;
  const types: PlacedFile = { ...base, path: path("types.d.ts"), text: item.types, language: "dts" };
  const handler: PlacedFile = {
    ...base,
    path: path("handler.ts"),
    text: handlerTemplate({
      sdk: SDK_MODULE,
      types: item.hasInput ? [parts.inputName, parts.outputName] : [parts.outputName],
      inputName: item.hasInput ? parts.inputName : null,
      outputName: parts.outputName,
      definition: definitionOf(item),
      doc: { parts: [`Handles the requests of the function \`${item.name}\`.`] },
    }),
  };
  const entry: PlacedFile = {
    ...base,
    path: path("entry.ts"),
    text: entryTemplate({ isLegacy, hasInput: item.hasInput }),
    kind: "scaffold",
    keeps: [types, handler].map((file) => ({ place: file.place, path: file.path })),
    marker: '"./handler.ts"',
  };
  return [types, handler, entry];
}

function definitionOf({ name, access, api, operation, hasOutput }: OwnFunction): OwnFunctionDefinition {
  const ofInput = new CheckCompiler(api.schemas);
  const ofOutput = new CheckCompiler(api.schemas, { direction: "response" });
  const input = ofInput.check(operation.requestBody?.content[0]?.schema);
  const output = hasOutput ? ofOutput.check(operation.responses[0]?.content[0]?.schema) : undefined;
  const outputChecks = ofOutput.named;
  return {
    name,
    access,
    ...(input ? { input } : {}),
    ...(output ? { output } : {}),
    checks: ofInput.named,
    ...(Object.keys(outputChecks).length > 0 ? { outputChecks } : {}),
  };
}
