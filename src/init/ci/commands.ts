import type { Installation, PackageManager } from "./package-manager.js";

/** The commands of a package manager. */
interface Commands {
  /** The command with which people run b44-gen. */
  run: string;
  /**
   * The command with which CI runs the project's own b44-gen. It never downloads b44-gen, and writes nothing else to
   * standard output.
   */
  runInCi: string;
  /** Adds b44-gen as a development dependency. */
  add: string;
  /** Install exactly the versions in the lockfile. */
  install: string[];
  /** Install without a lockfile. */
  installAnew: string[];
}

/**
 * Installation runs no scripts of packages: b44-gen has none, and a job with write access should not run those of
 * others.
 */
const COMMANDS: Record<PackageManager, Commands> = {
  npm: {
    run: "npx b44-gen",
    runInCi: "npx --no b44-gen",
    add: "npm install --save-dev b44-gen",
    install: ["npm ci --ignore-scripts"],
    installAnew: ["npm install --no-package-lock --ignore-scripts"],
  },
  pnpm: {
    run: "pnpm b44-gen",
    runInCi: "pnpm exec b44-gen",
    add: "pnpm add --save-dev b44-gen",
    install: ["corepack enable pnpm", "pnpm install --frozen-lockfile --ignore-scripts"],
    installAnew: ["corepack enable pnpm", "pnpm install --no-lockfile --ignore-scripts"],
  },
  yarn: {
    run: "yarn b44-gen",
    runInCi: "yarn run b44-gen",
    add: "yarn add --dev b44-gen",
    install: ["corepack enable yarn", "yarn install --immutable --mode=skip-build"],
    installAnew: ["corepack enable yarn", "yarn install --mode=skip-build"],
  },
  "yarn-classic": {
    run: "yarn b44-gen",
    runInCi: "yarn --silent run b44-gen",
    add: "yarn add --dev b44-gen",
    install: ["yarn install --frozen-lockfile --ignore-scripts"],
    installAnew: ["yarn install --no-lockfile --ignore-scripts"],
  },
  bun: {
    run: "bunx b44-gen",
    runInCi: "bun run --silent b44-gen",
    add: "bun add --dev b44-gen",
    install: ["npm install --global bun@1", "bun install --frozen-lockfile --ignore-scripts"],
    installAnew: ["npm install --global bun@1", "bun install --no-save --ignore-scripts"],
  },
};

/** Returns the commands of a project's package manager. */
export function commandsOf({ manager }: Installation): Commands {
  return COMMANDS[manager];
}
