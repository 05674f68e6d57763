import { resolve } from "node:path";
import { findConfig } from "../../config/index.js";
import { configRequest, type GenerateRequest, type RunOptions } from "../../pipeline/index.js";
import { failUnknownApi } from "../faults/unknown-api.js";
import { failWithoutConfig } from "../faults/without-config.js";

/** Finds the config of a command: the one of `--config`, or the nearest from the working folder upwards. */
export async function configFileIfThere(named: string | undefined): Promise<string | undefined> {
  return named ? resolve(named) : findConfig(process.cwd());
}

/** Like {@link configFileIfThere}, but throws B44-501 if there is no config. */
export async function configFile(named: string | undefined): Promise<string> {
  const file = await configFileIfThere(named);
  return file ?? failWithoutConfig("There is no b44-gen.config.{ts,js,mjs,json} in this folder or above it.");
}

/** Loads the run of a config. Throws B44-507 if one of `names` is not among its APIs. */
export async function configuredRun(
  file: string,
  { names, ...options }: RunOptions & { names: readonly string[] },
): Promise<GenerateRequest> {
  const request = await configRequest(file, options);
  const known = request.apis.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    failUnknownApi(unknown, known, file);
  }
  return request;
}
