import indexDeclarationTemplate from "../../../templates/module/index.d.ts.hbs";
import indexTemplate from "../../../templates/module/index.ts.hbs";
import { type Api, settledAgainst } from "../../ir/index.js";
import { moduleFiles } from "../module-files.js";
import type { OutputFile } from "../output.js";

/** The options of {@link emitIndex}. */
export interface IndexOptions {
  language: "ts" | "js";
  /** The app's client module, if it has one. With it, the index exports the bound objects (`myCrm`). */
  client: { module: string; exportName: string } | null;
}

/** Emits the index of an output folder: exports of the factories, and of the APIs bound to the app's client. */
export function emitIndex(apis: readonly Api[], options: IndexOptions): OutputFile[] {
  const model = {
    client: options.client && apis.length > 0 ? clientImport(options.client, apis) : null,
    apis: apis.map((api) => ({
      factoryName: api.factoryName,
      objectName: api.objectName,
      module: `./${api.fileName}.js`,
      doc: { parts: [api.title ? `${api.title}, bound to the app's client.` : "Bound to the app's client."] },
    })),
  };
  const templates = { ts: indexTemplate, js: indexTemplate, dts: indexDeclarationTemplate };
  return moduleFiles({ path: "index", language: options.language }, (language) => templates[language](model));
}

/** Returns the import of the app's client, renamed if its name is `default` or one of the index's own. */
function clientImport(client: NonNullable<IndexOptions["client"]>, apis: readonly Api[]) {
  const taken = new Set(["default", ...apis.flatMap((api) => [api.objectName, api.factoryName])]);
  const localName = settledAgainst(taken, [client.exportName, "appClient"]);
  return { ...client, isRenamed: localName !== client.exportName, localName };
}
