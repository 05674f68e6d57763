import ambientTemplate from "../../../templates/own-function/ambient.d.ts.hbs";
import { formattedJson } from "../../json/index.js";
import type { PlacedFile } from "../output.js";

/** Where the backend's folders are as seen from the folder that the tsconfig stands in. */
export interface BackendFolders {
  functions: string;
  shared: string;
  /** The project's `node_modules`. */
  packages: string;
}

/**
 * Emits a tsconfig with which `tsc -p` checks every function of the project, hand-written ones too, and the
 * declarations of what only Base44's runtime has.
 */
export function emitProjectFiles({ functions, shared, packages }: BackendFolders): PlacedFile[] {
  const sdk = [`${packages}/@base44/sdk`];
  const config = {
    compilerOptions: {
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
      module: "esnext",
      moduleResolution: "bundler",
      allowImportingTsExtensions: true,
      allowJs: true,
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      types: [],
      paths: { "npm:@base44/sdk": sdk, "npm:@base44/sdk@*": sdk, "npm:*": [`${packages}/*`] },
    },
    include: [`${functions}/**/*`, `${shared}/**/*`, "./b44.ambient.d.ts"],
  };
  const base = { place: "backend", api: null } as const;
  return [
    { ...base, path: "tsconfig.functions.json", text: `${formattedJson(config)}\n`, language: "jsonc" },
    { ...base, path: "b44.ambient.d.ts", text: ambientTemplate({}), language: "dts" },
  ];
}
