import { BuildRun } from "./build-run.js";
import type { PluginOptions } from "./options.js";

/** The used part of esbuild's `PluginBuild`. */
interface PluginBuild {
  initialOptions: { absWorkingDir?: string };
  onStart(listener: () => Promise<StartResult>): void;
}

interface StartResult {
  errors?: { text: string }[];
  warnings?: { text: string }[];
}

/**
 * Returns the setup function of esbuild's plugin. esbuild does not tell whether it watches, so each rebuild runs
 * b44-gen, at almost no cost if nothing changed.
 */
export function esbuildSetup(options: PluginOptions) {
  return (esbuild: PluginBuild): void => {
    const build = new BuildRun(options);
    esbuild.onStart(async () => {
      const warnings: { text: string }[] = [];
      const root = esbuild.initialOptions.absWorkingDir ?? process.cwd();
      try {
        await build.start({ root, isWatching: false, log: (text) => warnings.push({ text }) });
        return { warnings };
      } catch (error) {
        return { errors: [{ text: error instanceof Error ? error.message.trim() : String(error) }] };
      }
    });
  };
}
