/**
 * Has Node keep what it compiles of b44-gen, so that the next run has less to do: in `node_modules/.cache`, where tools
 * keep such things, next to b44-gen itself. Not in the folder for temporary files, which is Node's own choice: on a
 * machine with several users another one could put code there. Nothing is kept where b44-gen is not installed, where
 * that folder cannot be written, and by Node 20, which cannot do it. See docs/decisions/0026-kept-code.md.
 *
 * @param file the URL of a module of the package
 */
export function keepCompiled(file: string): void {
  // Of a Node that is too old, `run` says so.
  if (!("getBuiltinModule" in process)) return;
  const installed = /^(.*[\\/]node_modules[\\/])b44-gen[\\/]/.exec(
    process.getBuiltinModule("node:url").fileURLToPath(file),
  );
  if (!installed) return;
  const { enableCompileCache } = process.getBuiltinModule("node:module") as {
    enableCompileCache?: (folder: string) => unknown;
  };
  enableCompileCache?.(`${installed[1]}.cache/b44-gen`);
}
