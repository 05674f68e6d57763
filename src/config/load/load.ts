import { dirname, extname, resolve } from "node:path";
import { DiagnosticError, diagnostic, fail, SourceText } from "../../diagnostics/index.js";
import { shownFile } from "../../files/index.js";
import { findJsonFault } from "../../json/index.js";
import { type ConfigSources, readConfigSources } from "../files/inputs.js";
import { CONFIG_EXTENSIONS } from "../files/resolve.js";
import type { LoadedConfig } from "../model/index.js";
import { loadFault } from "./fault.js";

/**
 * Loads a config file and checks it. JSON is parsed; JavaScript and TypeScript run, anew at every call, so that a
 * watcher sees changes.
 * @throws DiagnosticError with every fault: B44-502 no such file, B44-508 not readable as a config, B44-503 broken or
 * throws, B44-504, B44-505, B44-509 and B44-320 wrong.
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
  if (extension === ".json") return parseJson(text, file);
  if (!CONFIG_EXTENSIONS.includes(extension)) {
    const shown = shownFile(file);
    return fail("B44-508", {
      message: `\`${shown}\` is not a .ts, .js, .mjs or .json file.`,
      location: { file: shown },
    });
  }
  try {
    const { evaluateConfig } = await import("./evaluate.js");
    return await evaluateConfig({ file, text, sources: [...sources.texts.keys()] });
  } catch (error) {
    throw new DiagnosticError(loadFault(error, { file, texts: sources.texts }));
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const fault = findJsonFault(text);
    const why = fault?.reason ?? "it is not JSON";
    const place = fault && new SourceText(text).positionAt(fault.offset);
    throw new DiagnosticError(
      diagnostic("B44-503", {
        message: `The config does not load: ${why}.`,
        location: { file: shownFile(file), ...place },
      }),
    );
  }
}
