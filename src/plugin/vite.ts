import type { B44Gen, VitePlugin } from "./model.js";
import { viteHooks } from "./vite/hooks.js";

export type { PluginOptions } from "./options.js";

/**
 * The plugin for Vite: generates, or checks, before a build; in the dev server it also watches, and shows what is wrong
 * in Vite's overlay. It is a plugin of Vite's own form, and not unplugin's, which takes longer to load than it takes.
 */
const b44gen: B44Gen<VitePlugin> = (options = {}) => ({ name: "b44-gen", enforce: "pre", ...viteHooks(options) });
export default b44gen;
