import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clientImport, detectProject, sdkAtLeast } from "../../src/project/index.js";
import { folderOf } from "./support.js";

const CLIENT = "import { createClient } from '@base44/sdk';\nexport const base44 = createClient({ appId: 'x' });\n";
const BUILDER_JSCONFIG = `{
  // the builder's
  "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./src/*"] }, /* React */ "jsx": "react-jsx", },
  "include": ["src/components/**/*.js", "src/pages/**/*.jsx", "src/Layout.jsx"],
  "exclude": ["node_modules", "dist", "src/components/ui", "src/api", "src/lib"],
}`;
const JS_APP = {
  "package.json": '{ "dependencies": { "@base44/sdk": "^0.8.50" } }',
  "jsconfig.json": BUILDER_JSCONFIG,
  "src/main.jsx": "",
  "src/api/base44Client.js": CLIENT,
};

describe("language", () => {
  test.each<[string, string[], "ts" | "js"]>([
    ["nothing at all", [], "ts"],
    ["a package.json only", ["package.json"], "ts"],
    ["the builder's app", ["package.json", "jsconfig.json", "src/main.jsx", "src/api/base44Client.js"], "js"],
    ["JavaScript without jsconfig", ["package.json", "src/main.jsx"], "js"],
    ["a .ts file in a JavaScript app", ["package.json", "jsconfig.json", "src/main.jsx", "src/utils.ts"], "js"],
    ["a TypeScript app", ["package.json", "tsconfig.json", "src/main.tsx"], "ts"],
    ["a tsconfig and no sources", ["package.json", "tsconfig.json"], "ts"],
    ["both configs, TypeScript client", ["tsconfig.json", "jsconfig.json", "src/api/base44Client.ts"], "ts"],
    ["both configs, JavaScript sources", ["tsconfig.json", "jsconfig.json", "src/main.jsx", "src/x.ts"], "js"],
  ])("%s", async (_, files, language) => {
    const folder = folderOf({ "package.json": "{}", ...Object.fromEntries(files.map((file) => [file, "{}"])) });
    expect((await detectProject(folder)).language).toBe(language);
  });
});

describe("root", () => {
  test.each<[string, string[], string, string]>([
    ["package.json above", ["package.json", "src/pages/x.jsx"], "src/pages", "."],
    [
      "the nearest package.json",
      ["package.json", "apps/web/package.json", "apps/web/src/x.ts"],
      "apps/web/src",
      "apps/web",
    ],
    ["base44/config.jsonc", ["base44/config.jsonc", "src/x.js"], "src", "."],
    ["config.json beside base44", ["config.json", "base44/functions/a/entry.ts"], "base44/functions/a", "."],
    ["a config.json alone is nobody's", ["app/config.json", "app/src/x.js", "package.json"], "app/src", "."],
  ])("%s", async (_, files, from, root) => {
    const folder = folderOf(Object.fromEntries(files.map((file) => [file, "{}"])));
    expect((await detectProject(join(folder, from))).root).toBe(join(folder, root));
  });

  test("without a project it is the folder itself, existing or not", async () => {
    const folder = folderOf();
    expect(await detectProject(join(folder, "not-there"))).toMatchObject({ language: "ts" });
  });
});

describe("client", () => {
  test("through the alias of the builder's jsconfig", async () => {
    const folder = folderOf(JS_APP);
    const { client, sdkRange, compilerConfig } = await detectProject(folder);
    const file = join(folder, "src/api/base44Client.js");
    expect(client).toEqual({ module: "@/api/base44Client", file, export: "base44" });
    expect(sdkRange?.range).toBe("^0.8.50");
    expect(compilerConfig?.file).toBe(join(folder, "jsconfig.json"));
    expect(compilerConfig?.programs[0]?.include?.paths).toHaveLength(3);
    expect(clientImport(client!, folder, join(folder, "src/api/generated"))).toBe("@/api/base44Client");
  });

  test("relative if nothing maps the alias to src", async () => {
    const jsconfig = '{ "compilerOptions": { "paths": { "@/*": ["./lib/*"] } } }';
    const folder = folderOf({ ...JS_APP, "jsconfig.json": jsconfig });
    const { client } = await detectProject(folder);
    expect(client?.module).toBe("./src/api/base44Client");
    expect(clientImport(client!, folder, join(folder, "src/api/generated"))).toBe("../base44Client");
    expect(clientImport(client!, folder, join(folder, "src/api"))).toBe("./base44Client");
    expect(clientImport(client!, folder, join(folder, "lib/x"))).toBe("../../src/api/base44Client");
  });

  test.each<[string, Record<string, string>]>([
    ["with baseUrl", { "tsconfig.json": '{ "compilerOptions": { "baseUrl": "src", "paths": { "@/*": ["./*"] } } }' }],
    [
      "by extends",
      {
        "tsconfig.json": '{ "extends": "./config/base" }',
        "config/base.json": '{ "compilerOptions": { "paths": { "@/*": ["../src/*"] } } }',
      },
    ],
    [
      "by references",
      {
        "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
        "tsconfig.app.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, "include": ["src"] }',
      },
    ],
  ])("alias %s", async (_, files) => {
    const folder = folderOf({ "package.json": "{}", "src/api/base44Client.ts": CLIENT, ...files });
    expect((await detectProject(folder)).client?.module).toBe("@/api/base44Client");
  });

  test.each<[string, boolean]>([
    ["export const base44 = createClient({});", true],
    ["export const base44: Client = createClient({});", true],
    ["const base44 = x;\nexport { base44 };", true],
    ["export {\n  a,\n  client as base44,\n};", true],
    ["export let base44;", true],
    ["export { base44 as client };", false],
    ["const base44 = x;\nexport default base44;", false],
    ["export const base44Client = x;", false],
    ["// export const base44 = x", false],
    ["", false],
  ])("%j", async (text, found) => {
    const folder = folderOf({ "package.json": "{}", "src/api/base44Client.js": text });
    expect((await detectProject(folder)).client !== undefined).toBe(found);
  });

  test("invalid configs and a folder in place of a file are not errors", async () => {
    const folder = folderOf({ "package.json": "{ broken", "tsconfig.json": "also {", "src/x.ts": "" });
    mkdirSync(join(folder, "src/api/base44Client.ts"), { recursive: true });
    const { client, sdkRange } = await detectProject(folder);
    expect([client, sdkRange]).toEqual([undefined, undefined]);
  });
});

describe("sdk", () => {
  test("the range from the nearest package.json that has one, the version from node_modules", async () => {
    const folder = folderOf({
      "package.json": '{ "devDependencies": { "@base44/sdk": "~0.8.20" } }',
      "node_modules/@base44/sdk/package.json": '{ "version": "0.8.31" }',
      "apps/web/package.json": "{}",
    });
    const project = await detectProject(join(folder, "apps/web"));
    expect([project.sdkRange, project.sdkVersion]).toEqual([
      { range: "~0.8.20", file: join(folder, "package.json"), path: ["devDependencies", "@base44/sdk"] },
      "0.8.31",
    ]);
  });

  test.each<[string, string, boolean | undefined]>([
    ["^0.8.4", "0.8.20", false],
    ["^0.8.20", "0.8.20", true],
    ["~0.8.31", "0.8.20", true],
    ["0.8.50", "0.8.50", true],
    ["=0.8.40", "0.8.50", false],
    ["v0.9.0", "0.8.50", true],
    [">=0.8.20 <0.9.0", "0.8.20", true],
    [">= 0.8.19", "0.8.20", false],
    [">0.8.19", "0.8.20", false],
    [">0.8.20", "0.8.20", true],
    ["0.8", "0.8.0", true],
    ["0.8.x", "0.8.4", false],
    ["1", "0.8.50", true],
    ["0.8.20 - 0.8.60", "0.8.20", true],
    ["^0.8.50 || ^0.7.0", "0.8.20", false],
    ["0.8.50-beta.1", "0.8.50", false],
    ["npm:@base44/sdk@^0.8.50", "0.8.50", true],
    ["latest", "0.8.20", undefined],
    ["*", "0.8.20", undefined],
    ["", "0.8.20", undefined],
    ["<1.0.0", "0.8.20", undefined],
    ["workspace:*", "0.8.20", undefined],
    ["workspace:^0.8.50", "0.8.20", undefined],
    ["file:../sdk", "0.8.20", undefined],
    ["https://example.com/sdk-0.8.50.tgz", "0.8.20", undefined],
  ])("%j at least %s", (range, version, wanted) => {
    expect(sdkAtLeast(range, version)).toBe(wanted);
  });
});
