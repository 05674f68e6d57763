import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { ts } from "ts-morph";
import { withForwardSlashes } from "../../../files/index.js";

const CONFIGS = ["tsconfig.json", "tsconfig.app.json", "jsconfig.json"];

/** Options that the search needs, whatever the app's own are. */
const FORCED: ts.CompilerOptions = {
  allowJs: true,
  checkJs: true,
  strictNullChecks: true,
  // Makes reading an unknown property in brackets an error.
  noImplicitAny: true,
  noUnusedLocals: false,
  noUnusedParameters: false,
  noEmit: true,
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  allowImportingTsExtensions: true,
  ignoreDeprecations: "6.0",
  // They concern output, and there is none.
  composite: false,
  incremental: false,
  declaration: false,
  isolatedDeclarations: false,
};

/**
 * Returns the compiler options to check an app with: the app's own from tsconfig.json or jsconfig.json, including
 * aliases in `paths`; with JavaScript checked too; and with at least `strictNullChecks`, without which results cannot
 * be narrowed. If there is no such file, or it cannot be read, the options are those of a Base44 app. Without an alias,
 * `@/` stands for `src/`, as in Base44's Vite plugin.
 */
export function compilerOptionsOf(root: string): ts.CompilerOptions {
  const own = CONFIGS.map((name) => resolve(root, name))
    .filter((path) => existsSync(path))
    .map((path) => optionsIn(path))
    .filter((options) => options !== undefined);
  const options = own.find(({ paths }) => paths) ?? own[0] ?? {};
  return {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve,
    strict: false,
    types: ["*"],
    paths: { "@/*": [`${withForwardSlashes(root)}/src/*`] },
    ...options,
    ...FORCED,
  };
}

function optionsIn(path: string): ts.CompilerOptions | undefined {
  const { config, error } = ts.readConfigFile(path, (file) => readFileSync(file, "utf8"));
  if (error) return undefined;
  return ts.parseJsonConfigFileContent(config, NO_FILES, dirname(path), undefined, path).options;
}

/** A host that reads the configs that a config extends, but lists no source files. */
const NO_FILES: ts.ParseConfigHost = {
  useCaseSensitiveFileNames: true,
  readDirectory: () => [],
  fileExists: (path) => existsSync(path),
  readFile: (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
};
