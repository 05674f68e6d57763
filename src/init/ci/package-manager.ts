import { dirname, join } from "node:path";
import { namesIn, readText } from "../../files/index.js";
import { readPackageFile } from "../installed.js";

/** The package managers whose commands differ. `yarn` is version 2 or later, `yarn-classic` version 1. */
export type PackageManager = "npm" | "pnpm" | "yarn" | "yarn-classic" | "bun";

/** The package manager of a project, and the folder from which packages are installed. */
export interface Installation {
  manager: PackageManager;
  /** The folder of the lockfile, or the project's own if there is none. Absolute. */
  folder: string;
  /** The lockfile's name; undefined if there is none. */
  lockfile: string | undefined;
}

/** The lockfiles, in order of precedence. */
const LOCKFILES: readonly [string, PackageManager][] = [
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"],
];

/**
 * Finds the package manager by the nearest lockfile, from the project's folder upwards to the repository's root. If a
 * folder has several, package.json's `packageManager` decides. Without a lockfile, `packageManager` decides, else it is
 * npm.
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

/** Distinguishes the versions of Yarn by the lockfile: only version 2 and later write metadata into it. */
async function yarnVersion(manager: PackageManager, lockfile: string): Promise<PackageManager> {
  if (manager !== "yarn") return manager;
  return /^__metadata:/m.test((await readText(lockfile)) ?? "") ? "yarn" : "yarn-classic";
}
