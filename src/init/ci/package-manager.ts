import { dirname, join } from "node:path";
import { namesIn, readText } from "../../files/index.js";
import { readPackageFile } from "../installed.js";

/** The package managers that differ in how they install. `yarn` is version 2 or later, `yarn-classic` version 1. */
export type PackageManager = "npm" | "pnpm" | "yarn" | "yarn-classic" | "bun";

/** Which package manager a project uses, and where its packages are installed from. */
export interface Installation {
  manager: PackageManager;
  /** Absolute: the folder of the lockfile; the project's own where there is none. */
  folder: string;
  /** The lockfile's name. Undefined where there is none. */
  lockfile: string | undefined;
}

/** The lockfiles, in the order in which they are believed. */
const LOCKFILES: readonly [string, PackageManager][] = [
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"],
];

/**
 * Tells the package manager from the nearest lockfile, from the project's folder upwards to the repository's root; of
 * several in one folder, the one that package.json's `packageManager` names. Without any, from that; else npm.
 */
export async function detectPackageManager(root: string, repository: string): Promise<Installation> {
  for (let folder = root; ; folder = dirname(folder)) {
    const names = await namesIn(folder);
    const found = LOCKFILES.filter(([name]) => names.has(name));
    const { packageManager } = await readPackageFile(folder);
    const [name, manager] = found.find(([, one]) => packageManager?.startsWith(`${one}@`)) ?? found[0] ?? [];
    if (name && manager) return { manager: await yarnVersion(manager, join(folder, name)), folder, lockfile: name };
    if (folder === repository || dirname(folder) === folder) break;
  }
  const { packageManager = "" } = await readPackageFile(root);
  const [, named, major] = /^(npm|pnpm|yarn|bun)@(\d+)/.exec(packageManager) ?? [];
  const manager = named === "yarn" && major === "1" ? "yarn-classic" : ((named ?? "npm") as PackageManager);
  return { manager, folder: root, lockfile: undefined };
}

/** Yarn's lockfile says of itself which version it is of: only version 2 and later have metadata in it. */
async function yarnVersion(manager: PackageManager, lockfile: string): Promise<PackageManager> {
  if (manager !== "yarn") return manager;
  return /^__metadata:/m.test((await readText(lockfile)) ?? "") ? "yarn" : "yarn-classic";
}
