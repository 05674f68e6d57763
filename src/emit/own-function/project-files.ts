import ambientTemplate from "../../../templates/own-function/ambient.d.ts.hbs";
import { formattedJson } from "../../json/index.js";
import type { PlacedFile } from "../output.js";

/** The paths of the backend's folders, relative to the folder of the tsconfig. */
export interface BackendFolders {
  functions: string;
  shared: string;
  /** The project's `node_modules`. */
  packages: string;
}

/**
 * Emits a tsconfig with which `tsc -p` checks every function of the project, including hand-written ones, and
 * declarations of what exists only in Base44's runtime.
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
