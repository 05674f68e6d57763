/** The plugin that unplugin made, which gives an array where a factory makes several. */
export function onlyPlugin<Plugin extends object>(made: Plugin | Plugin[]): Plugin {
  const [plugin] = Array.isArray(made) ? made : [made];
  if (plugin === undefined) throw new TypeError("unplugin made no plugin.");
  return plugin;
}
