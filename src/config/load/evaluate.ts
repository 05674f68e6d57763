import { createRequire } from "node:module";
import { dirname, extname } from "node:path";
import { defineConfig } from "../define.js";
import { CONFIG_EXTENSIONS, realPath } from "../files/resolve.js";

/** A config that is to be run, and what it is made of. */
interface ConfigModule {
  /** Absolute path of the config. */
  file: string;
  text: string;
  /** Absolute paths of the local files that it is made of, itself included. */
  sources: string[];
}

/**
 * Runs a JavaScript or TypeScript config and gives what it exports: `module.exports` or `export default`; a function
 * is called, a promise awaited. Each call runs the config and its imports again. `b44-gen` is importable inside it,
 * installed or not. Throws whatever the config throws.
 */
export async function evaluateConfig(module: ConfigModule): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(module.file, {
    fsCache: false,
    moduleCache: false,
    interopDefault: true,
    tryNative: false,
    extensions: CONFIG_EXTENSIONS,
    virtualModules: { "b44-gen": { defineConfig } },
  });
  const options = { filename: module.file, ext: extname(module.file), forceTranspile: true };
  const run = (async: boolean): unknown => jiti.evalModule(module.text, { ...options, cache: {}, async });
  forget(module);
  try {
    return await resultOf(runSynchronously(run) ?? (await run(true)));
  } finally {
    forget(module);
  }
}

/**
 * Undefined where the config, or a file it imports, has an `await` at its top level. Running it synchronously is tried
 * first, because then every import goes through jiti and none through Node's own module cache, which cannot be emptied.
 */
function runSynchronously(run: (async: boolean) => unknown): unknown {
  try {
    return run(false);
  } catch (error) {
    if (error instanceof SyntaxError && error.message.includes("await")) return undefined;
    throw error;
  }
}

async function resultOf(exported: unknown): Promise<unknown> {
  const value: unknown = await defaultOf(exported);
  return typeof value === "function" ? await value() : value;
}

/** The default export, read without jiti's proxy, which gives the module itself where `default` is undefined. */
function defaultOf(exported: unknown): unknown {
  if ((typeof exported !== "object" && typeof exported !== "function") || exported === null) return exported;
  const own = Object.getOwnPropertyDescriptor(exported, "default");
  if (own) return own.get ? own.get.call(exported) : own.value;
  return Object.hasOwn(exported, "__esModule") ? undefined : exported;
}

/** CommonJS and JSON go through Node's own `require`, whose cache can be emptied. */
function forget(module: ConfigModule): void {
  const { cache } = createRequire(`${dirname(module.file)}/`);
  for (const source of module.sources) {
    delete cache[source];
    delete cache[realPath(source)];
  }
}
