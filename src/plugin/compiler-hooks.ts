import { BuildRun } from "./build-run.js";
import type { PluginOptions } from "./options.js";

/** The used part of webpack's and Rspack's compiler. */
interface Compiler {
  context: string;
  hooks: {
    beforeRun: AsyncHook;
    watchRun: AsyncHook;
    watchClose: { tap(name: string, listener: () => void): void };
  };
  getInfrastructureLogger(name: string): { warn(text: string): void; info(text: string): void };
}

interface AsyncHook {
  tapPromise(name: string, listener: () => Promise<void>): void;
}

const NAME = "b44-gen";

/** Registers hooks that webpack and Rspack await before they read the first module. */
export function compilerHooks(compiler: Compiler, options: PluginOptions): void {
  const build = new BuildRun(options);
  const { context: root, hooks } = compiler;
  const log = (text: string) => compiler.getInfrastructureLogger(NAME).warn(text);
  const info = (text: string) => compiler.getInfrastructureLogger(NAME).info(text);
  hooks.beforeRun.tapPromise(NAME, () => build.start({ root, isWatching: false, log, info }));
  hooks.watchRun.tapPromise(NAME, () => build.start({ root, isWatching: true, log, info }));
  hooks.watchClose.tap(NAME, () => void build.close());
}
