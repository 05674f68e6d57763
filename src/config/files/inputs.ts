import { readFileSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { fail } from "../../diagnostics/index.js";
import {
  byCodeUnit,
  contentHash,
  errorCode,
  isMissing,
  pathFrom,
  readIfThere,
  shownFile,
  systemFault,
} from "../../files/index.js";
import type { ConfigInput, ConfigInputs } from "../model/index.js";
import { readModuleText } from "../text/imports.js";
import { resolveImport } from "./resolve.js";

/** {@link ConfigInputs} with the texts that they were made from, by absolute path. */
export interface ConfigSources extends ConfigInputs {
  texts: Map<string, string>;
}

/**
 * Lists and hashes the files that a config is made of, without running it. Loads neither the compiler nor the schema.
 * @throws DiagnosticError B44-502 if there is no such file, B44-508 if it cannot be read.
 */
export async function configInputs(file: string): Promise<ConfigInputs> {
  const { inputs, pure } = await readConfigSources(file);
  return { inputs, pure };
}

/** Like {@link configInputs}, with the texts. */
export async function readConfigSources(file: string): Promise<ConfigSources> {
  const config = resolve(file);
  const texts = new Map<string, string>();
  const hashes = new Map<string, string>();
  let pure = true;

  const follow = async (path: string, bytes: Buffer): Promise<void> => {
    const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
    texts.set(path, text);
    hashes.set(path, contentHash(bytes));
    if (extname(path) === ".json") return;
    const module = readModuleText(text);
    pure &&= module.pure;
    for (const specifier of module.files) {
      const found = await resolveImport(specifier, path);
      if (found !== undefined && texts.has(found)) continue;
      const imported = found === undefined ? undefined : await readIfThere(found).catch(() => undefined);
      if (found !== undefined && imported) await follow(found, imported);
      else pure = false;
    }
  };

  await follow(config, await readConfigFile(config));
  const folder = dirname(config);
  const inputs = [...hashes].map(([path, hash]): ConfigInput => {
    return { path: pathFrom(folder, path), hash };
  });
  const [own, ...imported] = inputs;
  return { inputs: [own!, ...imported.sort((a, b) => byCodeUnit(a.path, b.path))], pure, texts };
}

async function readConfigFile(file: string): Promise<Buffer> {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) {
      return fail("B44-502", { message: `The config file \`${shownFile(file)}\` does not exist.` });
    }
    const why = errorCode(error) === "EISDIR" ? "is a folder" : `cannot be read: ${systemFault(error)}`;
    return fail("B44-508", {
      message: `The config \`${shownFile(file)}\` ${why}.`,
      location: { file: shownFile(file) },
    });
  }
}
