import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ours, rivals } from "./generators.mjs";
import { measure, root, work } from "./process.mjs";
import { takeTurns } from "./rounds.mjs";

/**
 * The measured compilers: the newest, which is a native program, and the one of most apps today, which runs in Node.
 * The first takes so little time that it needs more rounds.
 */
export const COMPILERS = [
  { folder: "typescript-7", times: 4 },
  { folder: "typescript", times: 1 },
].map(({ folder, times }) => {
  const installed = join(root, "node_modules", folder);
  const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  return { name: `TypeScript ${version}`, tsc: join(installed, "bin/tsc"), times };
});

const OPTIONS = {
  strict: true,
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  types: [],
};

/** The files that every app has. */
export const SDK = 'export type { Base44Client } from "@base44/sdk";\n';

/** The languages in which b44-gen writes its output. */
export const LANGUAGES = ["ts", "js"];

/**
 * Creates a folder of apps: with b44-gen's output of a spec by language (`ts`, `js`), with openapi-typescript's as
 * declarations and as TypeScript (`theirs`, `theirs-ts`), and with the SDK only (`none`). The output is in `api` of
 * each; the caller writes the rest of the app to `app.ts`. Returns the folder.
 */
export async function appsOf(spec, name) {
  const folder = join(work, name);
  for (const side of [...LANGUAGES, "theirs", "theirs-ts", "none"]) mkdirSync(join(folder, side), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const language of LANGUAGES) {
    const { args } = ours(spec, join(folder, language, "api"));
    await must({ args: args.map((arg, index) => (args[index - 1] === "--lang" ? language : arg)) });
  }
  const [types] = rivals(spec, ["openapi-typescript"]);
  await must(types);
  cpSync(types.out, join(folder, "theirs"), { recursive: true });
  cpSync(join(types.out, "api.d.ts"), join(folder, "theirs-ts/api.ts"));
  writeFileSync(join(folder, "none/app.ts"), SDK);
  return folder;
}

/**
 * Measures how long a compiler takes for apps of a folder, by name, in milliseconds: the fastest round, because other
 * load can only add time, and differences between apps matter. Throws if an app does not compile.
 *
 * @param {string} folder of {@link appsOf}
 * @param {string[]} apps
 * @param {{ compiler: (typeof COMPILERS)[number], skipLibCheck: boolean, rounds: number }} how
 */
export async function compiled(folder, apps, { compiler, skipLibCheck, rounds }) {
  const runs = apps.map((app) => {
    const config = join(folder, `tsconfig.${app}.${skipLibCheck}.json`);
    writeFileSync(config, JSON.stringify({ compilerOptions: { ...OPTIONS, skipLibCheck }, files: [`${app}/app.ts`] }));
    return { name: app, args: [compiler.tsc, "-p", config] };
  });
  const measured = await takeTurns(runs, rounds * compiler.times);
  return Object.fromEntries(
    [...measured].map(([app, { times, failed }]) => {
      if (failed) throw new Error(`${app}, ${compiler.name}: ${failed}`);
      return [app, Math.min(...times)];
    }),
  );
}

async function must(run) {
  const { failed } = await measure(run);
  if (failed) throw new Error(failed);
}
