import { closest, type Diagnostic, DiagnosticError, diagnostic } from "../diagnostics/index.js";
import { isCi } from "../is-ci.js";

/** The options of `b44gen()`. */
export interface PluginOptions {
  /**
   * The config file, relative to the root of the build tool. By default, b44-gen looks for
   * `b44-gen.config.{ts,js,mjs,json}` there and above.
   */
  config?: string;
  /**
   * `generate` writes what changed. `check` writes nothing, and fails the build if generated code is out of date. The
   * default is `check` if the environment has `CI`, and otherwise `generate`.
   */
  mode?: "generate" | "check";
}

/** Returns the mode of a plugin in an environment (`process.env`). */
export function modeOf({ mode }: PluginOptions, environment: Record<string, string | undefined>): "generate" | "check" {
  return mode ?? (isCi(environment) ? "check" : "generate");
}

const MODES = ["generate", "check"];
const KEYS = ["config", "mode"];

/** Throws B44-506 for invalid options, in a config that is not type-checked. */
export function refuseInvalid(options: PluginOptions): void {
  const { config, mode } = options as { config?: unknown; mode?: unknown };
  const faults = Object.keys(options)
    .filter((key) => !KEYS.includes(key))
    .map((key) => fault(`The plugin has no option \`${key}\`.`, closest(key, KEYS)));
  if (mode !== undefined && !MODES.some((known) => known === mode)) {
    faults.push(fault('The plugin\'s `mode` must be "generate" or "check".', closest(String(mode), MODES)));
  }
  if (config !== undefined && typeof config !== "string") faults.push(fault("The plugin's `config` must be a path."));
  if (faults.length > 0) throw new DiagnosticError(faults);
}

function fault(message: string, meant?: string): Diagnostic {
  const help = "`b44gen()` takes `config` and `mode`, or nothing: see docs/plugin.md in the b44-gen package.";
  return diagnostic("B44-506", {
    message: meant === undefined ? message : `${message} Did you mean \`${meant}\`?`,
    help,
  });
}
