import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { folderOf, write } from "../../cli/support/folders.js";
import { type Outcome, run } from "../../cli/support/process.js";
import { repository } from "./paths.js";

/** The id of the app that all projects of these tests are. */
export const APP_ID = "app-1";

/** A function or factory of a generated module, as unchecked JavaScript sees it. */
// biome-ignore lint/suspicious/noExplicitAny: what is called is what the test is about
export type GeneratedModule = Record<string, (...args: any[]) => any>;

/** A Base44 project in a temporary folder. */
export interface Project {
  folder: string;
  /** Runs b44-gen in it. */
  b44gen(...args: string[]): Promise<Outcome>;
  /** The same, and fails where b44-gen does. */
  generate(...args: string[]): Promise<Outcome>;
  /** Writes the config anew. */
  configure(config: object): void;
  /** Imports a module of the output folder, bundled as an app's build does it. */
  load(name: string): Promise<GeneratedModule>;
}

/** Lays out a project as the builder makes it, with a config of b44-gen and further files. */
export function projectOf(config: object, files: Record<string, string> = {}): Project {
  const folder = folderOf({
    "package.json": JSON.stringify({ name: "app", type: "module", dependencies: { "@base44/sdk": "^0.8.50" } }),
    "base44/config.jsonc": '{ "name": "app" }',
    "base44/.app.jsonc": `{ "id": "${APP_ID}" }`,
    "src/api/base44Client.js":
      'import { createClient } from "@base44/sdk";\nexport const base44 = createClient({ appId: "app-1" });\n',
    "b44-gen.config.json": JSON.stringify(config),
    ...files,
  });
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"), "dir");
  const b44gen = (...args: string[]) => run(args, { cwd: folder });
  let bundles = 0;
  return {
    folder,
    b44gen,
    async generate(...args) {
      const outcome = await b44gen(...args);
      if (outcome.status !== 0) throw new Error(`b44-gen failed:\n${outcome.stderr}`);
      return outcome;
    },
    configure: (next) => write(folder, "b44-gen.config.json", JSON.stringify(next)),
    async load(name) {
      const outfile = join(folder, `.bundles/${bundles++}.mjs`);
      const entry = join(folder, "src/api/generated", name);
      await build({
        entryPoints: [entry],
        bundle: true,
        format: "esm",
        platform: "browser",
        outfile,
        logLevel: "error",
      });
      return import(/* @vite-ignore */ pathToFileURL(outfile).href) as Promise<GeneratedModule>;
    },
  };
}
