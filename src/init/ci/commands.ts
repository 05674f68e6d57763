import type { Installation, PackageManager } from "./package-manager.js";

/** The commands of a package manager. */
interface Commands {
  /** How a person runs b44-gen. */
  run: string;
  /**
   * How CI runs the project's own b44-gen: never one that it would have to fetch first, and with nothing else on
   * standard output.
   */
  runInCi: string;
  /** Makes b44-gen a development dependency. */
  add: string;
  /** Install exactly what the lockfile says. */
  install: string[];
  /** Install without one. */
  installAnew: string[];
}

/** Installing runs no scripts of packages: b44-gen has none, and a job that may push has no need of others'. */
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

/** The commands of a project's package manager. */
export function commandsOf({ manager }: Installation): Commands {
  return COMMANDS[manager];
}
