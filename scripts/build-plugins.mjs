import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runtimeFolderModule, runtimeSourceModule } from "./runtime-source.mjs";
import { templateModule } from "./templates.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The replacements of openapi-typescript's own imports: see docs/decisions/0003-type-syntax.md. */
export const STAND_INS = {
  typescript: `${root}src/emit/types/syntax/typescript.ts`,
  "@redocly/openapi-core/lib/ref-utils.js": `${root}src/emit/types/syntax/ref-utils.ts`,
  "ansi-colors": `${root}src/emit/types/syntax/no-output.ts`,
  "supports-color": `${root}src/emit/types/syntax/no-output.ts`,
};

/** The module that compiled templates import. */
export const TEMPLATE_RUNTIME = `${root}src/emit/code/template.ts`;

/**
 * Plugins for the special imports of the sources (templates, runtime sources, replacements), for rolldown and vitest.
 */
export function buildPlugins() {
  return [
    {
      name: "b44-gen-build",
      enforce: "pre",
      resolveId(source, importer) {
        if (importer?.includes("/openapi-typescript/") && source in STAND_INS) return STAND_INS[source];
        if (source.endsWith("?sources")) return join(dirname(importer), source);
        return null;
      },
      load(id) {
        if (id.endsWith(".hbs")) return templateModule(readFileSync(id, "utf8"), id, TEMPLATE_RUNTIME);
        if (id.endsWith("?sources")) return runtimeFolderModule(id.slice(0, -"?sources".length));
        if (id.endsWith("?source")) return runtimeSourceModule(id.slice(0, -"?source".length));
        return null;
      },
    },
  ];
}
