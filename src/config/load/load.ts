import { dirname, extname, resolve } from "node:path";
import { DiagnosticError, fail } from "../../diagnostics/index.js";
import { shownFile } from "../../files/index.js";
import { type ConfigSources, readConfigSources } from "../files/inputs.js";
import { CONFIG_EXTENSIONS } from "../files/resolve.js";
import type { LoadedConfig } from "../model/index.js";
import { loadFault } from "./fault.js";

/**
 * Loads a config file and checks it. JSON is parsed; JavaScript and TypeScript are run again at every call, so that a
 * watcher sees changes.
 * @throws DiagnosticError with every fault: B44-502 if there is no such file, B44-508 if it cannot be read as a config,
 * B44-503 if it is broken or throws, B44-504, B44-505, B44-509 and B44-320 if it is not valid.
 */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  const path = resolve(file);
  const sources = await readConfigSources(path);
  const { validateConfig } = await import("../validate/validate.js");
  const value = await readValue(path, sources);
  let checked: Pick<LoadedConfig, "config" | "warnings">;
  try {
    checked = validateConfig({
      value,
      text: sources.texts.get(path)!,
      json: extname(path) === ".json",
      file: shownFile(path),
    });
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError(loadFault(error, { file: path, texts: sources.texts }));
  }
  return { file: path, folder: dirname(path), ...checked, inputs: sources.inputs, pure: sources.pure };
}

async function readValue(file: string, sources: ConfigSources): Promise<unknown> {
  const text = sources.texts.get(file)!;
  const extension = extname(file);
  if (extension !== ".json" && !CONFIG_EXTENSIONS.includes(extension)) {
    const shown = shownFile(file);
    return fail("B44-508", {
      message: `\`${shown}\` is not a .ts, .js, .mjs or .json file.`,
      location: { file: shown },
    });
  }
  try {
    if (extension === ".json") return JSON.parse(text);
    const { evaluateConfig } = await import("./evaluate.js");
    return await evaluateConfig({ file, text, sources: [...sources.texts.keys()] });
  } catch (error) {
    throw new DiagnosticError(loadFault(error, { file, texts: sources.texts }));
  }
}
