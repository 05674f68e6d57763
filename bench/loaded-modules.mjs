import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs the built command line and returns the packages that it loaded: those whose code is in an imported chunk of
 * `dist`, and those imported from node_modules.
 *
 * @param {string[]} args
 * @param {string} cwd
 * @param {Record<string, string>} env additional environment variables
 * @returns {{ status: number | null, packages: Set<string> }}
 */
export function packagesLoaded(args, cwd, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "b44-loaded-"));
  const list = join(folder, "list");
  const hooks = new URL("loaded-modules-hooks.mjs", import.meta.url).href;
  const register = `data:text/javascript,import{register}from"node:module";register(${JSON.stringify(hooks)});`;
  const { status } = spawnSync(process.execPath, ["--import", register, join(root, "dist/cli.js"), ...args], {
    cwd,
    env: { ...process.env, ...env, B44_LOADED: list },
  });
  const modules = JSON.parse(readFileSync(join(root, "dist/meta.json"), "utf8"));
  const loaded = readFileSync(list, "utf8")
    .trim()
    .split("\n")
    .filter((url) => url.startsWith("file:"));
  rmSync(folder, { recursive: true });
  const sources = loaded.flatMap((url) => {
    const file = relative(root, fileURLToPath(url)).replaceAll("\\", "/");
    return [file, ...(modules[file] ?? [])];
  });
  const packages = sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]);
  return { status, packages: new Set(packages.filter((name) => name !== undefined)) };
}
