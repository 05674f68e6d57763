import { createWebpackPlugin } from "unplugin";
import { compilerHooks } from "./compiler-hooks.js";
import type { B44Gen, WebpackLikePlugin } from "./model.js";
import type { PluginOptions } from "./options.js";

export type { PluginOptions } from "./options.js";

const create = createWebpackPlugin((options: PluginOptions) => ({
  name: "b44-gen",
  webpack: (compiler) => compilerHooks(compiler, options),
}));

/** The plugin for webpack: generates, or checks, before every build. */
const b44gen: B44Gen<WebpackLikePlugin> = (options = {}) => create(options);
export default b44gen;
