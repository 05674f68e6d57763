import { BuildRun } from "./build-run.js";
import type { PluginOptions } from "./options.js";

/** esbuild's `PluginBuild`, in part. */
interface PluginBuild {
  initialOptions: { absWorkingDir?: string };
  onStart(listener: () => Promise<StartResult>): void;
}

interface StartResult {
  errors?: { text: string }[];
  warnings?: { text: string }[];
}

/**
 * The setup of esbuild's plugin. esbuild does not tell whether it watches, so every rebuild runs, and costs next to
 * nothing where nothing changed.
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
