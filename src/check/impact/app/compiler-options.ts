import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { ts } from "ts-morph";
import { withForwardSlashes } from "../../../files/index.js";

const CONFIGS = ["tsconfig.json", "tsconfig.app.json", "jsconfig.json"];

/** What the search needs whatever the app's own options are. */
const FORCED: ts.CompilerOptions = {
  allowJs: true,
  checkJs: true,
  strictNullChecks: true,
  // So that a property in brackets that is not there is an error.
  noImplicitAny: true,
  noUnusedLocals: false,
  noUnusedParameters: false,
  noEmit: true,
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  allowImportingTsExtensions: true,
  ignoreDeprecations: "6.0",
  // They are about where output goes, and there is none.
  composite: false,
  incremental: false,
  declaration: false,
  isolatedDeclarations: false,
};

/**
 * The options to check an app with: its own from tsconfig.json or jsconfig.json (with the aliases in `paths`), JavaScript
 * checked too, and at least `strictNullChecks`, without which no result can be narrowed. Where there is no
 * such file, or it cannot be read, those of a Base44 app. `@/` stands for `src/` where no alias is given, as Base44's
 * Vite plugin has it.
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

/** Reads what a config extends, and lists no files. */
const NO_FILES: ts.ParseConfigHost = {
  useCaseSensitiveFileNames: true,
  readDirectory: () => [],
  fileExists: (path) => existsSync(path),
  readFile: (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
};
