import { dirname, resolve, sep } from "node:path";
import { LOCK_FILE, readLock } from "../../project/index.js";
import { fingerprint } from "../../watch/index.js";

interface KnownModules {
  /** That of the lock they were read from. */
  state: string;
  modules: Promise<ReadonlySet<string>>;
}

const known = new Map<string, KnownModules>();

/**
 * The generated modules of a config, absolute, with forward slashes as Vite has them. They are asked for with every module
 * of the app, and the lock is read again only where it was written meanwhile.
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
