import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ours, rivals } from "../generators.mjs";
import { measure, root, work } from "../process.mjs";
import { median, takeTurns } from "../rounds.mjs";
import { fileOf, thirtyOperations } from "../specs.mjs";
import { goals, milliseconds, table } from "../table.mjs";

const cli = join(root, "dist/cli.js");
const tsc = join(root, "node_modules/typescript/bin/tsc");
const OPTIONS = {
  strict: true,
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  types: [],
};

/** What an app has in any case. */
const SDK = 'export type { Base44Client } from "@base44/sdk";\n';

/** What `tsc` takes for the output, beside what it takes for openapi-typescript's output for the same operations. */
export async function costToTheApp({ rounds }) {
  const rows = [];
  const lines = [];
  for (const { name, spec } of [
    { name: "GitHub, all operations", spec: fileOf("GitHub") },
    { name: "GitHub, 30 operations", spec: trimmed() },
    { name: "Stripe, all operations", spec: fileOf("Stripe") },
  ]) {
    const folder = join(work, `cost-${rows.length}`);
    mkdirSync(join(folder, "ours"), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    await must(ours(spec, join(folder, "ours/api")));
    const [types] = rivals(spec, ["openapi-typescript"]);
    await must(types);
    cpSync(types.out, join(folder, "theirs"), { recursive: true });
    writeFileSync(join(folder, "ours/app.ts"), 'export * from "./api/index";\n');
    writeFileSync(join(folder, "theirs/app.ts"), `export type * from "./api";\n${SDK}`);
    writeFileSync(join(folder, "none.ts"), `${SDK}`);
    const runs = [true, false].flatMap((skipLibCheck) => [
      { name: `ours ${skipLibCheck}`, args: compile(folder, "ours/app.ts", skipLibCheck) },
      { name: `theirs ${skipLibCheck}`, args: compile(folder, "theirs/app.ts", skipLibCheck) },
      { name: `none ${skipLibCheck}`, args: compile(folder, "none.ts", skipLibCheck) },
    ]);
    const measured = await takeTurns(runs, rounds);
    for (const skip of [true, false]) {
      const [own, other, none] = ["ours", "theirs", "none"].map((which) => measured.get(`${which} ${skip}`));
      const setting = `\`skipLibCheck: ${skip}\``;
      const failed = own.failed ?? other.failed ?? none.failed;
      if (failed) throw new Error(`${name}: ${failed}`);
      rows.push([`${name}, ${setting}`, ...[own, other, none].map(({ times }) => milliseconds(median(times)))]);
      const [ours, theirs, nothing] = [own, other, none].map(({ times }) => median(times));
      lines.push({ what: `${name}, ${setting}`, most: 0.5, seen: (ours - nothing) / (theirs - nothing) });
    }
    console.error(`${name}: ${size(join(folder, "ours"))} B of output, theirs ${size(join(folder, "theirs"))} B`);
  }
  return `${table(["`tsc` on", "b44-gen", "openapi-typescript", "the SDK alone"], rows)}\n\nWhat the output adds to the SDK alone, as a ratio to what openapi-typescript's adds, which has no functions:

${goals(lines)}`;
}

/** GitHub's spec with thirty operations and what they reach. */
function trimmed() {
  const file = join(work, "github-30.json");
  const args = [cli, "export", fileOf("GitHub"), "--select", ...thirtyOperations()];
  writeFileSync(
    file,
    execFileSync(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"], maxBuffer: 2 ** 26 }),
  );
  return file;
}

async function must(run) {
  const { failed } = await measure(run);
  if (failed) throw new Error(failed);
}

/** The arguments of node that compile one file and what it imports. */
function compile(folder, file, skipLibCheck) {
  const config = join(folder, `tsconfig.${file.replace("/", "-")}.${skipLibCheck}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...OPTIONS, skipLibCheck }, files: [file] }));
  return [tsc, "-p", config];
}

function size(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, name)));
  return files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
