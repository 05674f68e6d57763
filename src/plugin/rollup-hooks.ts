import { BuildRun } from "./build-run.js";
import type { PluginOptions } from "./options.js";

/** The used part of the hook context of Rollup and Rolldown. */
interface HookContext {
  meta: { watchMode?: boolean };
  warn(text: string): void;
  info(text: string): void;
}

/** Returns the hooks for Rollup and Rolldown. The search for the config begins in the working folder. */
export function rollupHooks(options: PluginOptions) {
  const build = new BuildRun(options);
  return {
    async buildStart(this: HookContext): Promise<void> {
      const isWatching = this.meta.watchMode === true;
      await build.start({
        root: process.cwd(),
        isWatching,
        log: (text) => this.warn(text),
        info: (text) => this.info(text),
      });
    },
    async closeWatcher(): Promise<void> {
      await build.close();
    },
  };
}
