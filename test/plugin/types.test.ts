import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Inside, so that the packages of the tests are found. */
const folder = join(root, "test/plugin/node_modules/.b44-gen-types");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Configs as users write them, one a build tool; the last has a mistake. */
const configs: Record<string, string> = {
  ...Object.fromEntries(
    ["vite-6", "vite-7", "vite-8"].map((name) => [
      name,
      `import { defineConfig } from "${name}";
import b44gen from "b44-gen/vite";
export default defineConfig({ plugins: [b44gen(), b44gen({ config: "x.ts", mode: "check" })] });`,
    ]),
  ),
  rollup: `import { defineConfig } from "rollup";
import b44gen from "b44-gen/rollup";
export default defineConfig({ plugins: [b44gen()] });`,
  rolldown: `import { defineConfig } from "rolldown";
import b44gen from "b44-gen/rolldown";
export default defineConfig({ plugins: [b44gen()] });`,
  webpack: `import type { Configuration } from "webpack";
import b44gen from "b44-gen/webpack";
const config: Configuration = { plugins: [b44gen()] };
export default config;`,
  rspack: `import type { Configuration } from "@rspack/core";
import b44gen from "b44-gen/rspack";
const config: Configuration = { plugins: [b44gen()] };
export default config;`,
  esbuild: `import { build } from "esbuild";
import b44gen from "b44-gen/esbuild";
await build({ plugins: [b44gen()] });`,
  wrong: `import b44gen from "b44-gen/vite";
b44gen({ mode: "generates" });`,
};

test("configs with the plugin compile with the types of each build tool, and a wrong option does not", () => {
  const types = join(root, "dist/types/plugin");
  expect(existsSync(types), "npm run build makes the types").toBe(true);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(configs)) writeFileSync(join(folder, `${name}.ts`), text);
  const compilerOptions = {
    target: "esnext",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["esnext", "dom"],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    paths: { "b44-gen/*": [`${types}/*`] },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  expect(compile()).toMatch(/^wrong\.ts\(2,10\): error TS2820: [^\n]*\n$/);
});

test("the types of the plugin need no build tool", () => {
  const names = ["esbuild", "rolldown", "rollup", "rspack", "vite", "webpack"];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = names.map((name) => join(root, `dist/types/plugin/${name}.d.ts`));
  const compilerOptions = { module: "nodenext", strict: true, noEmit: true, types: [], traceResolution: true };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const resolved = [...compile().matchAll(/Resolving module '([^']+)'/g)].map(([, name]) => name);
  expect(resolved.filter((name) => !/^\.|^@typescript\/lib-/.test(name ?? ""))).toEqual([]);
  expect(resolved).toContain("./options.js");
});

/** What the compiler prints. */
function compile(): string {
  try {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    return execFileSync(process.execPath, [tsc, "-p", "."], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26 });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
