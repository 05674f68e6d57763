import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { detectProject, includeAdvice } from "../../src/project/index.js";
import { folderOf, put } from "./support.js";

const BUILDER = {
  include: ["src/components/**/*.js", "src/pages/**/*.jsx", "src/Layout.jsx"],
  exclude: ["node_modules", "dist", "src/components/ui", "src/api", "src/lib"],
};

/** The compiler's own answer: is the declaration file in the program of this config? */
function compilerHas(folder: string, config: object, file: string): boolean {
  const parsed = ts.parseJsonConfigFileContent({ compilerOptions: { allowJs: true }, ...config }, ts.sys, folder);
  return parsed.fileNames.includes(join(folder, file));
}

async function adviceFor(config: object, dir: string) {
  // In a folder of its own: what is beside the project may be looked through too.
  const files = { "app/package.json": "{}", "app/tsconfig.json": JSON.stringify(config), [`app/${dir}/crm.d.ts`]: "" };
  const folder = join(folderOf(files), "app");
  return { folder, advice: includeAdvice(await detectProject(folder), dir, ["crm.d.ts"]) };
}

describe("agrees with the compiler, and its advice works", () => {
  test.each<[object, string]>([
    [{}, "src/api/generated"],
    [{}, "generated"],
    [{}, ".generated"],
    [{}, "node_modules/generated"],
    [{ include: ["src"] }, "src/api/generated"],
    [{ include: ["./src/"] }, "src/api/generated"],
    [{ include: ["."] }, "src/api/generated"],
    [{ include: ["src/**/*"] }, "src/api/generated"],
    [{ include: ["src/**"] }, "src/api/generated"],
    [{ include: ["**/*.ts"] }, "src/api/generated"],
    [{ include: ["src/*"] }, "src/api/generated"],
    [{ include: ["src/*/*/*"] }, "src/api/generated"],
    [{ include: ["src/???/**/*.d.ts"] }, "src/api/generated"],
    [{ include: ["src/components/**/*.js"] }, "src/api/generated"],
    [{ include: ["src/**/*.js"] }, "src/api/generated"],
    [{ include: ["lib"] }, "src/api/generated"],
    [{ include: ["src"], exclude: ["src/api"] }, "src/api/generated"],
    [{ include: ["src"], exclude: ["src/api/**"] }, "src/api/generated"],
    [{ include: ["src"], exclude: ["src/*/generated/"] }, "src/api/generated"],
    [{ include: ["src"], exclude: ["src/*"] }, "src/api/generated"],
    [{ include: ["src"], exclude: ["**/*"] }, "src/api/generated"],
    [{ include: ["${configDir}/src"] }, "src/api/generated"],
    [{ include: ["../**/*.ts"] }, "src/api/generated"],
    [{ include: ["src"], exclude: ["**/generated"] }, "src/api/generated"],
    [{ include: ["src"], exclude: ["src/**/*.d.ts"] }, "src/api/generated"],
    [{ include: ["src"], exclude: ["api", "src/ap", "src/api/gen"] }, "src/api/generated"],
    [{ exclude: ["src/api"] }, "src/api/generated"],
    [{ files: ["src/main.ts"] }, "src/api/generated"],
    [{ files: ["src/main.ts"], include: ["src"] }, "src/api/generated"],
    [{ files: ["src/api/generated/crm.d.ts"], include: ["src"], exclude: ["src/api"] }, "src/api/generated"],
    [{ include: ["src/pa(ges)+/*"] }, "src/pa(ges)+"],
    [BUILDER, "src/api/generated"],
    [BUILDER, "src/generated"],
  ])("%j for %s", async (config, dir) => {
    const { folder, advice } = await adviceFor(config, dir);
    const file = `${dir}/crm.d.ts`;
    expect(advice === undefined).toBe(compilerHas(folder, config, file));
    if (!advice) return;
    const own = config as { include?: string[]; files?: string[] };
    const mended = {
      ...config,
      ...(advice.add.include ? { include: [...(own.include ?? []), ...advice.add.include] } : {}),
      ...(advice.add.files ? { files: [...(own.files ?? []), ...advice.add.files] } : {}),
    };
    expect(compilerHas(folder, mended, file)).toBe(true);
  });
});

test("the lines to add", async () => {
  expect((await adviceFor({ include: ["lib"] }, "src/gen")).advice?.add).toEqual({ include: ["src/gen/*.d.ts"] });
  expect((await adviceFor(BUILDER, "src/api/generated")).advice?.add).toEqual({
    files: ["src/api/generated/crm.d.ts"],
  });
  expect((await adviceFor({ exclude: ["src"] }, "src/gen")).advice?.add).toEqual({
    include: ["**/*"],
    files: ["src/gen/crm.d.ts"],
  });
});

test("a solution's referenced config covers the file, or is the one to change", async () => {
  const folder = folderOf({
    "package.json": "{}",
    "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./tools" }] }',
    "tsconfig.app.json": '{ "extends": "./base.json" }',
    "base.json": '{ "include": ["src"] }',
    "tools/tsconfig.json": '{ "include": ["*.ts"] }',
  });
  expect(includeAdvice(await detectProject(folder), "src/api/generated", ["crm.d.ts"])).toBeUndefined();
  expect(includeAdvice(await detectProject(folder), join(folder, "tools"), ["crm.d.ts"])).toBeUndefined();
  put(folder, "base.json", '{ "include": ["lib"] }');
  expect(includeAdvice(await detectProject(folder), "src/api/generated", ["crm.d.ts"])).toEqual({
    config: join(folder, "tsconfig.app.json"),
    add: { include: ["src/api/generated/*.d.ts"] },
  });
});

test("no config, or no declarations: nothing to advise", async () => {
  const folder = folderOf({ "package.json": "{}" });
  expect(includeAdvice(await detectProject(folder), "src/gen", ["crm.d.ts"])).toBeUndefined();
  put(folder, "jsconfig.json", '{ "include": ["lib"] }');
  expect(includeAdvice(await detectProject(folder), "src/gen", [])).toBeUndefined();
});
