import type { PluginOptions } from "./options.js";

/** A plugin for any version of Vite, Rollup and Rolldown. */
export interface RollupLikePlugin {
  name: string;
}

/** A plugin for Vite. */
export interface VitePlugin extends RollupLikePlugin {
  enforce?: "pre" | "post";
}

/** A plugin for webpack and Rspack. */
export interface WebpackLikePlugin {
  apply(compiler: unknown): void;
}

/** A plugin for esbuild. */
export interface EsbuildPlugin {
  name: string;
  setup(build: unknown): void | Promise<void>;
}

/** The export of each entry point: a function from options to the plugin of one build tool. */
export type B44Gen<Plugin> = (options?: PluginOptions) => Plugin;
