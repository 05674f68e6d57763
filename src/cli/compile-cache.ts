/**
 * Makes Node cache the compiled code of b44-gen, so that the next run has less to do. The cache is in
 * `node_modules/.cache`, next to b44-gen itself, where tools keep such things. It is not in the folder for temporary
 * files, which is Node's default: on a machine with several users, another user could put code there. Nothing is cached
 * if b44-gen is not installed, if that folder cannot be written, and by Node 20, which cannot do it. See
 * docs/decisions/0026-kept-code.md.
 * @param file the URL of a module of the package
 */
export function keepCompiled(file: string): void {
  // `run` reports a Node that is too old.
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
