import { createRequire } from "node:module";
import { dirname, extname } from "node:path";
import { defineConfig } from "../define.js";
import { CONFIG_EXTENSIONS, realPath } from "../files/resolve.js";

/** A config to run, and the files that it is made of. */
interface ConfigModule {
  /** Absolute path of the config. */
  file: string;
  text: string;
  /** Absolute paths of the local files that it is made of, including the config itself. */
  sources: string[];
}

/**
 * Runs a JavaScript or TypeScript config and returns its export: `module.exports` or `export default`. A function is
 * called, a promise is awaited. Each call runs the config and its imports again. The config can import `b44-gen`,
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
 * Runs a config synchronously; undefined if the config, or a file that it imports, has an `await` at its top level.
 * This is tried first, because then every import goes through jiti and none through Node's own module cache, which
 * cannot be emptied.
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

/**
 * Returns the default export. Reads it without jiti's proxy, which returns the module itself if `default` is undefined.
 */
function defaultOf(exported: unknown): unknown {
  if ((typeof exported !== "object" && typeof exported !== "function") || exported === null) return exported;
  const own = Object.getOwnPropertyDescriptor(exported, "default");
  if (own) return own.get ? own.get.call(exported) : own.value;
  return Object.hasOwn(exported, "__esModule") ? undefined : exported;
}

/** Removes the config's files from the cache of Node's own `require`, which loads CommonJS and JSON. */
function forget(module: ConfigModule): void {
  const { cache } = createRequire(`${dirname(module.file)}/`);
  for (const source of module.sources) {
    delete cache[source];
    delete cache[realPath(source)];
  }
}
