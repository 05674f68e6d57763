import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { realSpecs } from "../../cli/support/folders.js";

export const repository: string = join(import.meta.dirname, "../../..");
const require = createRequire(import.meta.url);

const base44 = dirname(require.resolve("base44/package.json"));

/** The command line of Base44's own CLI. */
export const base44Cli: string = join(base44, "bin/run.js");

/** The folder with what Base44's CLI starts a function with in Deno: `main.ts`, and the import map that it gives Deno. */
export const denoWrapper: string = join(base44, "dist/assets/backend-runtime");

/**
 * The folder with Deno's own binary. The script that the package puts into `.bin` starts Deno as a child of a child, which
 * would live on when the script is ended.
 */
export function denoFolder(): string {
  const folder = dirname(require.resolve("deno/package.json"));
  const name = process.platform === "win32" ? "deno.exe" : "deno";
  if (existsSync(join(folder, name))) return folder;
  return dirname((require("deno/install_api.cjs") as { runInstall(): string }).runInstall());
}

/** Where Deno keeps the packages that functions import: one folder for all tests, so that they are fetched once. */
export function denoCache(): string {
  const folder = join(tmpdir(), "b44-gen-deno-cache");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The path of a real spec, undefined where it is missing. */
export function realSpec(name: string): string | undefined {
  const file = join(realSpecs, name);
  return existsSync(file) ? file : undefined;
}
