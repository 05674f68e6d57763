import type { PluginOptions } from "./options.js";

/** A plugin as Vite, Rollup and Rolldown take it, in any of their versions. */
export interface RollupLikePlugin {
  name: string;
}

/** A plugin as Vite takes it. */
export interface VitePlugin extends RollupLikePlugin {
  enforce?: "pre" | "post";
}

/** A plugin as webpack and Rspack take it. */
export interface WebpackLikePlugin {
  apply(compiler: unknown): void;
}

/** A plugin as esbuild takes it. */
export interface EsbuildPlugin {
  name: string;
  setup(build: unknown): void | Promise<void>;
}

/** What each entry of the package exports: from options to the plugin of one build tool. */
export type B44Gen<Plugin> = (options?: PluginOptions) => Plugin;
