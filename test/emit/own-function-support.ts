import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { configInputs, type OwnFunctionConfig } from "../../src/config/index.js";
import { generate } from "../../src/pipeline/run/generate.js";
import type { GenerateResult } from "../../src/pipeline/run/generate-run.js";
import { folderOf } from "../support/files.js";

/** A project with a config in `folder`, which names these functions. Relative references start from there. */
export interface OwnProject {
  root: string;
  /** The config file. */
  config: string;
  run(): Promise<GenerateResult>;
  /** The text of a file below the project's folder. */
  text(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
}

/** Lays out a project; `files` are further ones, specs for the most part. */
export async function ownProject(
  functions: Record<string, OwnFunctionConfig>,
  files: Record<string, string> = {},
): Promise<OwnProject> {
  const root = folderOf({ "package.json": "{}", "b44-gen.config.json": "{}", ...files });
  const config = join(root, "b44-gen.config.json");
  const run = async () => {
    return generate({
      apis: [],
      functions,
      folder: dirname(config),
      output: join(root, "src/api"),
      errors: "result",
      language: "ts",
      client: false,
      config: { path: relative(root, config), ...(await configInputs(config)) },
      anyNumber: false,
      force: false,
      dryRun: false,
      progress: () => {},
    });
  };
  return {
    root,
    config,
    run,
    text: (path) => readFile(join(root, path), "utf8"),
    write: (path, text) => writeFile(join(root, path), text),
  };
}

/** A document with these schemas under `components`. */
export function documentOf(openapi: string, schemas: object): string {
  return JSON.stringify({ openapi, info: { title: "Own", version: "1" }, paths: {}, components: { schemas } });
}
