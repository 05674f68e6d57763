import { isCi } from "../is-ci.js";

/** What `b44gen()` takes. */
export interface PluginOptions {
  /**
   * The config file, from the root of the build tool. Left out, `b44-gen.config.{ts,js,mjs,json}` is looked for there
   * and above.
   */
  config?: string;
  /**
   * `generate` writes what changed, `check` writes nothing and fails the build where something would be written. Left
   * out, it is `check` where the environment has `CI`, and `generate` elsewhere.
   */
  mode?: "generate" | "check";
}

/** The mode of a plugin in an environment (`process.env`). */
export function modeOf({ mode }: PluginOptions, environment: Record<string, string | undefined>): "generate" | "check" {
  return mode ?? (isCi(environment) ? "check" : "generate");
}
