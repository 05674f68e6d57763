import indexDeclarationTemplate from "../../../templates/integration/index.d.ts.hbs";
import indexTemplate from "../../../templates/integration/index.ts.hbs";
import type { Api } from "../../ir/index.js";
import runtimeSource from "../../runtime/runtime.ts?source";
import type { OutputFile } from "../output.js";
import { emitCustomCall } from "./custom-call.js";
import { emitModule } from "./module.js";

export interface IntegrationOptions {
  language: "ts" | "js";
  /** `throw` makes the functions answer the data itself, and reject with an `ApiError` where the API answers a failure. */
  errors: "result" | "throw";
  /** The app's client module, where it has one: the bound objects (`myCrm`) come with it. */
  client: { module: string; exportName: string } | null;
}

/** Emits the module of an API that is called through a custom integration. */
export function emitIntegration(api: Api, options: IntegrationOptions): OutputFile[] {
  return emitModule(api, options);
}

/** Emits what the APIs of an output folder share: the runtime, the index, and the types of `custom.call` itself. */
export function emitShared(apis: readonly Api[], options: IntegrationOptions): OutputFile[] {
  const model = {
    client: options.client && clientImport(options.client, apis),
    apis: apis.map((api) => ({
      factoryName: api.factoryName,
      objectName: api.objectName,
      module: `./${api.fileName}.js`,
      doc: { parts: [api.title ? `${api.title}, bound to the app's client.` : "Bound to the app's client."] },
    })),
  };
  const shared = (path: string, language: OutputFile["language"], text: string): OutputFile => ({
    path,
    text,
    language,
    api: null,
  });
  if (options.language === "ts") {
    return [
      shared("b44.runtime.ts", "ts", runtimeSource.ts),
      shared("index.ts", "ts", indexTemplate(model)),
      emitCustomCall(apis),
    ];
  }
  return [
    shared("b44.runtime.js", "js", runtimeSource.js),
    shared("b44.runtime.d.ts", "dts", runtimeSource.dts),
    shared("index.js", "js", indexTemplate(model)),
    shared("index.d.ts", "dts", indexDeclarationTemplate(model)),
    emitCustomCall(apis),
  ];
}

/** The import of the app's client, renamed where its name is `default` or one of the index's own. */
function clientImport(client: NonNullable<IntegrationOptions["client"]>, apis: readonly Api[]) {
  const names = new Set(["default", ...apis.flatMap((api) => [api.objectName, api.factoryName])]);
  const isRenamed = names.has(client.exportName);
  return { ...client, isRenamed, localName: isRenamed ? "appClient" : client.exportName };
}
