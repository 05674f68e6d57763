import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callsOfOurs, callsOfTheirs, simpleReads } from "../callers.mjs";
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

/** What openapi-typescript's output has to add for a ratio to it: milliseconds. */
const LEAST = 150;

/** What an app has in any case. */
const SDK = 'export type { Base44Client } from "@base44/sdk";\n';

/** The forms of the output, by the language that they are generated in. */
const FORMS = { ts: "as TypeScript", js: "as JavaScript with declarations" };

/** What `tsc` takes for the output, beside what it takes for openapi-typescript's output for the same operations. */
export async function costToTheApp({ rounds }) {
  const sides = ["ts", "js", "theirs", "theirs-ts", "none"];
  const rows = [];
  const lines = [];
  for (const { name, spec } of [
    { name: "GitHub, all operations", spec: fileOf("GitHub") },
    { name: "GitHub, 30 operations", spec: trimmed() },
    { name: "Stripe, all operations", spec: fileOf("Stripe") },
  ]) {
    const folder = await generated(spec, join(work, `cost-${rows.length}`));
    for (const form of Object.keys(FORMS))
      writeFileSync(join(folder, form, "app.ts"), 'export * from "./api/index";\n');
    for (const side of ["theirs", "theirs-ts"])
      writeFileSync(join(folder, side, "app.ts"), `export type * from "./api";\n${SDK}`);
    const runs = [true, false].flatMap((skipLibCheck) =>
      sides.map((side) => ({
        name: `${side} ${skipLibCheck}`,
        args: compile(folder, `${side}/app.ts`, skipLibCheck),
      })),
    );
    const measured = await takeTurns(runs, rounds);
    for (const skip of [true, false]) {
      const what = `${name}, \`skipLibCheck: ${skip}\``;
      const [ts, js, theirs, theirsAsTs, none] = sides.map((side) => timeOf(measured, `${side} ${skip}`));
      rows.push([what, ...[ts, js, theirs, theirsAsTs, none].map(milliseconds)]);
      // Less than the machine's own swings is no measure for anything.
      if (theirs - none < LEAST) continue;
      for (const [form, own] of Object.entries({ ts, js }))
        lines.push({ what: `${what}, ${FORMS[form]}`, most: 0.5, seen: (own - none) / (theirs - none) });
    }
    const [own, other] = ["ts", "theirs"].map((side) => size(join(folder, side)));
    console.error(`${name}: ${own} B of output, theirs ${other} B`);
  }
  const heads = [
    "`tsc` on",
    "b44-gen, TypeScript",
    "b44-gen, JavaScript",
    "openapi-typescript, `.d.ts`",
    "openapi-typescript, `.ts`",
    "the SDK alone",
  ];
  return `${table(heads, rows)}

What the output adds to the SDK alone, as a ratio to what openapi-typescript's declarations (\`.d.ts\`) add, which have no
functions (where that is no less than the machine's own swings):

${goals(lines)}

Most Base44 apps are JavaScript, and get JavaScript with declarations; a TypeScript app can have it too (\`--lang js\`). As
TypeScript, functions are compiled with the app, whereas nobody looks at declarations until they are used; as \`.ts\`,
openapi-typescript's types, without functions, take as long as ours with them.

${await inAnApp({ rounds })}`;
}

/**
 * What `tsc` takes for an app that makes calls: by b44-gen's functions, in TypeScript and as JavaScript with declarations,
 * and by openapi-fetch, the client for openapi-typescript's types.
 */
async function inAnApp({ rounds }) {
  const spec = fileOf("GitHub");
  const folder = await generated(spec, join(work, "callers"));
  const sides = ["ts", "js", "theirs", "none"];
  symlinkSync(join(root, "bench/packages/node_modules"), join(folder, "theirs/node_modules"));
  const rows = [];
  const lines = [];
  for (const many of [30, 200]) {
    const operations = simpleReads(spec, many);
    if (operations.length < many) throw new Error(`The spec has ${operations.length} simple reads.`);
    for (const form of Object.keys(FORMS)) writeFileSync(join(folder, form, "app.ts"), callsOfOurs(operations));
    writeFileSync(join(folder, "theirs/app.ts"), callsOfTheirs(operations));
    const runs = sides.map((name) => ({ name, args: compile(folder, `${name}/app.ts`, true) }));
    const measured = await takeTurns(runs, rounds);
    const [ts, js, theirs, none] = sides.map((side) => timeOf(measured, side));
    rows.push([`${many} calls`, ...[ts, js, theirs, none].map(milliseconds)]);
    for (const [form, own] of Object.entries({ ts, js }))
      lines.push({ what: `${many} calls, ${FORMS[form]}`, most: 0.5, seen: (own - none) / (theirs - none) });
  }
  const heads = ["`tsc` on an app", "b44-gen, TypeScript", "b44-gen, JavaScript", "openapi-fetch", "the SDK alone"];
  return `An app has functions for calls, or writes them. With all of GitHub's operations generated, and \`skipLibCheck: true\`:

${table(heads, rows)}

What the app adds to the SDK alone, as a ratio to what the same calls add by openapi-typescript's types and openapi-fetch:

${goals(lines)}`;
}

/**
 * Makes a folder with b44-gen's output of a spec in each form, openapi-typescript's, and an app of the SDK alone, and gives
 * it back.
 */
async function generated(spec, folder) {
  for (const side of [...Object.keys(FORMS), "theirs", "theirs-ts", "none"])
    mkdirSync(join(folder, side), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const form of Object.keys(FORMS)) {
    const { args } = ours(spec, join(folder, form, "api"));
    await must({ args: args.map((arg, index) => (args[index - 1] === "--lang" ? form : arg)) });
  }
  const [types] = rivals(spec, ["openapi-typescript"]);
  await must(types);
  cpSync(types.out, join(folder, "theirs"), { recursive: true });
  cpSync(join(types.out, "api.d.ts"), join(folder, "theirs-ts/api.ts"));
  writeFileSync(join(folder, "none/app.ts"), SDK);
  return folder;
}

/** The median time of what was measured under a name. Throws where it failed. */
function timeOf(measured, name) {
  const { times, failed } = measured.get(name);
  if (failed) throw new Error(`${name}: ${failed}`);
  return median(times);
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
