import { type ConfigEntry, locateSettings } from "../../config/index.js";
import { type Diagnostic, withDiagnostics } from "../../diagnostics/index.js";
import { loadSpec, type Source, sourceOf } from "../../spec/load/index.js";
import type { LoadedSpec } from "../../spec/model.js";

/** How the commands read a spec and its further documents. */
export interface SpecReaderOptions {
  /** The folder that a relative path starts from. */
  cwd: string;
  stdin?: (() => Promise<Uint8Array>) | undefined;
  allowFiles?: string[] | undefined;
  allowHosts?: string[] | undefined;
  /** Does not fetch what the spec refers to. */
  offline?: boolean | undefined;
  /** The root document, if reading it has begun. */
  root?: Promise<LoadedSpec> | undefined;
  /** The API's entry in the config, if there is one. */
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

/** Returns the source of an API's root document. Throws what `sourceOf` throws. */
export function rootSource({ spec, cwd, entry }: Pick<SpecReaderOptions, "cwd" | "entry"> & { spec: string }): Source {
  try {
    return sourceOf(spec, cwd);
  } catch (error) {
    throw atSetting(error, entry);
  }
}

/** Puts a load error at the config's `spec` setting if there is no spec to read. */
function atSetting(error: unknown, entry: ConfigEntry | undefined): unknown {
  const isMissing = ({ code }: Diagnostic) => code === "B44-101" || code === "B44-102";
  return withDiagnostics(error, (diagnostics) => {
    const found = diagnostics.map((item) => (isMissing(item) ? { ...item, setting: ["spec"] } : item));
    return locateSettings(found, entry);
  });
}
