import { BuildRun } from "./build-run.js";
import type { PluginOptions } from "./options.js";

/** The context of the hooks of Rollup and Rolldown, in part. */
interface HookContext {
  meta: { watchMode?: boolean };
  warn(text: string): void;
  info(text: string): void;
}

/** The hooks of Rollup and Rolldown that b44-gen uses. The config is looked for from the working folder. */
export function rollupHooks(options: PluginOptions) {
  const build = new BuildRun(options);
  return {
    async buildStart(this: HookContext): Promise<void> {
      const isWatching = this.meta.watchMode === true;
      await build.start({
        root: process.cwd(),
        isWatching,
        log: (text) => this.warn(text),
        tell: (text) => this.info(text),
      });
    },
    async closeWatcher(): Promise<void> {
      await build.close();
    },
  };
}
