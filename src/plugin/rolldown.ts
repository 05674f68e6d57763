import { createRolldownPlugin } from "unplugin";
import type { B44Gen, RollupLikePlugin } from "./model.js";
import { onlyPlugin } from "./only-plugin.js";
import type { PluginOptions } from "./options.js";
import { rollupHooks } from "./rollup-hooks.js";

export type { PluginOptions } from "./options.js";

const create = createRolldownPlugin((options: PluginOptions) => ({
  name: "b44-gen",
  rolldown: rollupHooks(options),
}));

/** The plugin for Rolldown: generates, or checks, before every build. */
const b44gen: B44Gen<RollupLikePlugin> = (options = {}) => onlyPlugin(create(options));
export default b44gen;
