/** What every entry of the package exports. */
type Entry = (options?: { config?: string; mode?: "generate" | "check" }) => never;

/** The plugin for a build tool, as the package has it once it is built. */
export async function pluginFor(tool: string): Promise<Entry> {
  return (await import(/* @vite-ignore */ new URL(`../../../dist/${tool}.js`, import.meta.url).href)).default;
}
