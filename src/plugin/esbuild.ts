import { createEsbuildPlugin } from "unplugin";
import { esbuildSetup } from "./esbuild-setup.js";
import type { B44Gen, EsbuildPlugin } from "./model.js";
import type { PluginOptions } from "./options.js";

export type { PluginOptions } from "./options.js";

const create = createEsbuildPlugin((options: PluginOptions) => ({
  name: "b44-gen",
  esbuild: { setup: esbuildSetup(options) },
}));

/** The plugin for esbuild: generates, or checks, before every build and rebuild. */
const b44gen: B44Gen<EsbuildPlugin> = (options = {}) => create(options);
export default b44gen;
