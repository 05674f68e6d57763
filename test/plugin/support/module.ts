/** A package of test/plugin, which is not there for the type checker where its tests are not run. */
// biome-ignore lint/suspicious/noExplicitAny: it has whatever the package has
export async function moduleOf(name: string): Promise<any> {
  return import(/* @vite-ignore */ name);
}
