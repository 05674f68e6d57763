import { createVitePlugin } from "unplugin";
import type { B44Gen, VitePlugin } from "./model.js";
import { onlyPlugin } from "./only-plugin.js";
import type { PluginOptions } from "./options.js";
import { viteHooks } from "./vite/hooks.js";

export type { PluginOptions } from "./options.js";

const create = createVitePlugin((options: PluginOptions) => ({
  name: "b44-gen",
  enforce: "pre",
  vite: viteHooks(options),
}));

/**
 * The plugin for Vite: generates, or checks, before a build; in the dev server it also watches, and shows what is wrong
 * in Vite's overlay.
 */
const b44gen: B44Gen<VitePlugin> = (options = {}) => onlyPlugin(create(options));
export default b44gen;
