import { type ConfigEntry, locateSettings } from "../../config/index.js";
import { type Diagnostic, withDiagnostics } from "../../diagnostics/index.js";
import { loadSpec, type Source, sourceOf } from "../../spec/load/index.js";
import type { LoadedSpec } from "../../spec/model.js";

/** How a spec and its further documents are read for the commands. */
export interface SpecReaderOptions {
  /** The folder that a relative path starts from. */
  cwd: string;
  stdin?: (() => Promise<Uint8Array>) | undefined;
  allowFiles?: string[] | undefined;
  allowHosts?: string[] | undefined;
  /** Fetches nothing that the spec refers to. */
  offline?: boolean | undefined;
  /** The root document, where reading it has begun. */
  root?: Promise<LoadedSpec> | undefined;
  /** Where the config says how the spec is used, if one does. */
  entry?: ConfigEntry | undefined;
}

/**
 * Loads the root document of a spec. Throws what `loadSpec` throws; a spec that does not exist is reported at the
 * `spec` setting of the config.
 */
export async function loadRoot(input: string, options: SpecReaderOptions): Promise<LoadedSpec> {
  try {
    return await loadSpec(input, options);
  } catch (error) {
    throw atSetting(error, options.entry);
  }
}

/** Where the root document of an API is. Throws what `sourceOf` throws. */
export function rootSource({ spec, cwd, entry }: Pick<SpecReaderOptions, "cwd" | "entry"> & { spec: string }): Source {
  try {
    return sourceOf(spec, cwd);
  } catch (error) {
    throw atSetting(error, entry);
  }
}

/** An error of loading, at the `spec` setting of the config if there is no spec to read. */
function atSetting(error: unknown, entry: ConfigEntry | undefined): unknown {
  const isMissing = ({ code }: Diagnostic) => code === "B44-101" || code === "B44-102";
  return withDiagnostics(error, (diagnostics) => {
    const found = diagnostics.map((item) => (isMissing(item) ? { ...item, setting: ["spec"] } : item));
    return locateSettings(found, entry);
  });
}
