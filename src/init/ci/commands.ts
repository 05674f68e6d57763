import type { Installation, PackageManager } from "./package-manager.js";

/**
 * How a package manager runs the project's own b44-gen, in CI: never one that it would have to fetch first, and with
 * nothing else on standard output.
 */
export function ciRunCommand(manager: PackageManager): string {
  return CI_RUN[manager];
}

const CI_RUN: Record<PackageManager, string> = {
  npm: "npx --no b44-gen",
  pnpm: "pnpm exec b44-gen",
  yarn: "yarn run b44-gen",
  "yarn-classic": "yarn --silent run b44-gen",
  bun: "bun run --silent b44-gen",
};

/** How a person runs b44-gen. */
export function runCommand(manager: PackageManager): string {
  return RUN[manager];
}

const RUN: Record<PackageManager, string> = {
  npm: "npx b44-gen",
  pnpm: "pnpm b44-gen",
  yarn: "yarn b44-gen",
  "yarn-classic": "yarn b44-gen",
  bun: "bunx b44-gen",
};

/** How b44-gen is made a development dependency. */
export function addCommand(manager: PackageManager): string {
  return ADD[manager];
}

const ADD: Record<PackageManager, string> = {
  npm: "npm install --save-dev b44-gen",
  pnpm: "pnpm add --save-dev b44-gen",
  yarn: "yarn add --dev b44-gen",
  "yarn-classic": "yarn add --dev b44-gen",
  bun: "bun add --dev b44-gen",
};

/**
 * The commands that install exactly what the lockfile says, without running the scripts of packages: b44-gen has none,
 * and a job that may push has no need of others'.
 */
export function installCommands({ manager, lockfile }: Installation): string[] {
  if (lockfile !== undefined) return INSTALL[manager];
  return manager === "npm" ? ["npm install --no-package-lock --ignore-scripts"] : INSTALL_WITHOUT_LOCKFILE[manager];
}

const INSTALL: Record<PackageManager, string[]> = {
  npm: ["npm ci --ignore-scripts"],
  pnpm: ["corepack enable pnpm", "pnpm install --frozen-lockfile --ignore-scripts"],
  yarn: ["corepack enable yarn", "yarn install --immutable --mode=skip-build"],
  "yarn-classic": ["yarn install --frozen-lockfile --ignore-scripts"],
  bun: ["npm install --global bun@1", "bun install --frozen-lockfile --ignore-scripts"],
};

const INSTALL_WITHOUT_LOCKFILE: Record<Exclude<PackageManager, "npm">, string[]> = {
  pnpm: ["corepack enable pnpm", "pnpm install --no-lockfile --ignore-scripts"],
  yarn: ["corepack enable yarn", "yarn install --mode=skip-build"],
  "yarn-classic": ["yarn install --no-lockfile --ignore-scripts"],
  bun: ["npm install --global bun@1", "bun install --no-save --ignore-scripts"],
};
