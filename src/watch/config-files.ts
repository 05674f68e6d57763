import { dirname, resolve } from "node:path";
import { CONFIG_EXTENSIONS, configInputs, readModuleText, resolveImport } from "../config/index.js";
import { readText } from "../files/index.js";

/**
 * Returns the files that a config consists of, as absolute paths: itself, the files that it imports, and for an import
 * that cannot be resolved, the files that it could refer to. Never rejects.
 */
export async function configFiles(configFile: string): Promise<string[]> {
  const folder = dirname(configFile);
  const inputs = await configInputs(configFile).then(
    (found) => found.inputs.map(({ path }) => resolve(folder, path)),
    () => [configFile],
  );
  const missing = await Promise.all(inputs.filter((file) => !file.endsWith(".json")).map(missingImports));
  return [...inputs, ...missing.flat()];
}

async function missingImports(file: string): Promise<string[]> {
  const candidates: string[] = [];
  for (const specifier of readModuleText((await readText(file)) ?? "").files) {
    if ((await resolveImport(specifier, file)) !== undefined) continue;
    const target = resolve(dirname(file), specifier);
    candidates.push(...["", ...CONFIG_EXTENSIONS, ".json"].map((extension) => target + extension));
    if (/\.[cm]?js$/.test(target)) candidates.push(target.replace(/js$/, "ts"));
  }
  return candidates;
}
