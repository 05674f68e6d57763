/** Returns the single plugin that unplugin created. Its type also allows an array. */
export function onlyPlugin<Plugin extends object>(made: Plugin | Plugin[]): Plugin {
  const [plugin] = Array.isArray(made) ? made : [made];
  if (plugin === undefined) throw new TypeError("unplugin made no plugin.");
  return plugin;
}
