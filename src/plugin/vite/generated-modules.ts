import { dirname, resolve, sep } from "node:path";
import { LOCK_FILE, readLock } from "../../project/index.js";
import { fingerprint } from "../../watch/index.js";

interface KnownModules {
  /** The state of the lock from which they were read. */
  state: string;
  modules: Promise<ReadonlySet<string>>;
}

const known = new Map<string, KnownModules>();

/**
 * Returns the generated modules of a config: absolute paths with forward slashes, as Vite uses them. This is called for
 * every module of the app; the lock is read again only if it was written since.
 */
export async function generatedModules(configFile: string): Promise<ReadonlySet<string>> {
  const folder = dirname(configFile);
  const state = await fingerprint([resolve(folder, LOCK_FILE)]);
  const last = known.get(folder);
  if (last?.state === state) return last.modules;
  const modules = modulesOf(folder);
  known.set(folder, { state, modules });
  return modules;
}

async function modulesOf(folder: string): Promise<ReadonlySet<string>> {
  const lock = await readLock(folder).catch(() => undefined);
  const files = Object.entries(lock?.files ?? {});
  const modules = files.filter(([path, { kind }]) => kind === undefined && /(?<!\.d)\.[jt]s$/.test(path));
  return new Set(modules.map(([path]) => resolve(folder, path).split(sep).join("/")));
}
