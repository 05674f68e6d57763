import { createRspackPlugin } from "unplugin";
import { compilerHooks } from "./compiler-hooks.js";
import type { B44Gen, WebpackLikePlugin } from "./model.js";
import type { PluginOptions } from "./options.js";

export type { PluginOptions } from "./options.js";

const create = createRspackPlugin((options: PluginOptions) => ({
  name: "b44-gen",
  rspack: (compiler) => compilerHooks(compiler, options),
}));

/** The plugin for Rspack: generates, or checks, before every build. */
const b44gen: B44Gen<WebpackLikePlugin> = (options = {}) => create(options);
export default b44gen;
