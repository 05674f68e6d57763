import type { B44Gen, VitePlugin } from "./model.js";
import { viteHooks } from "./vite/hooks.js";

export type { PluginOptions } from "./options.js";

/**
 * The plugin for Vite: generates, or checks, before a build. In the dev server, it also watches, and shows errors in
 * Vite's overlay. It is written for Vite directly, because unplugin takes longer to load than this plugin.
 */
const b44gen: B44Gen<VitePlugin> = (options = {}) => ({ name: "b44-gen", enforce: "pre", ...viteHooks(options) });
export default b44gen;
