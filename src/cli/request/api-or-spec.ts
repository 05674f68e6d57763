import { isApiName, loadConfig } from "../../config/index.js";
import { fail } from "../../diagnostics/index.js";
import { type ApiRequest, configuredApi } from "../../pipeline/index.js";
import { failUnknownApi } from "../faults/unknown-api.js";
import { configFileIfThere } from "./configured-run.js";
import { readStandardInput } from "./standard-input.js";

/** The options of commands that take an API of the config, or a spec. */
export interface ApiOrSpecOptions {
  config?: string;
  select?: string[];
  allowFile?: string[];
  allowHost?: string[];
}

/**
 * Returns the API that a command's argument refers to: a spec for `-`, a path or a URL; for any other word, an API of
 * the config, with its `way`. `whole` reads the whole spec instead of the locked copy of the selected operations.
 * Throws B44-501 if there is no config, and B44-507 if it has no such API.
 */
export async function apiOrSpec(
  target: string,
  options: ApiOrSpecOptions,
  { whole }: { whole: boolean },
): Promise<ApiRequest> {
  const isSpec = target === "-" || /[./\\:]/.test(target);
  if (isSpec) {
    const allow = { allowFiles: options.allowFile, allowHosts: options.allowHost };
    const operations = options.select ?? "all";
    return { name: nameOf(target), spec: target, operations, cwd: process.cwd(), stdin: readStandardInput, ...allow };
  }
  const file = await configFileIfThere(options.config);
  if (!file) {
    const help = `If ${target} is a spec, write ./${target}. A config is created with \`b44-gen init\`.`;
    return fail("B44-501", { message: `There is no config with an API ${target}.`, help });
  }
  const { config, folder } = await loadConfig(file);
  const api = Object.hasOwn(config.apis, target) ? config.apis[target] : undefined;
  if (!api) return failUnknownApi(target, Object.keys(config.apis), file);
  const source = await configuredApi(target, api, { file, folder, ...options });
  if (options.select) return { ...source, operations: options.select, entry: undefined };
  return { ...source, ...(whole ? {} : { lock: { folder, mode: "locked" } }) };
}

/** Returns a name for the API of a spec, from the spec's file name; `api` if that does not give a valid name. */
function nameOf(spec: string): string {
  const [path = ""] = spec.split(/[?#]/, 1);
  const [file = ""] = /[^/\\]*$/.exec(path) ?? [];
  const name = file.replace(/\.\w+$/, "").replace(/[^\w-]+/g, "-");
  return isApiName(name) && /[a-z]/i.test(name) ? name : "api";
}
