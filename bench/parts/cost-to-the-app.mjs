import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callsOfOurs, callsOfTheirs, simpleReads } from "../callers.mjs";
import { appsOf, COMPILERS, compiled, LANGUAGES, SDK } from "../compiling.mjs";
import { root } from "../process.mjs";
import { fileOf } from "../specs.mjs";
import { milliseconds, table, times } from "../table.mjs";

/** The minimum time that openapi-typescript's output must add for a ratio, relative to the SDK alone. Less is noise. */
const LEAST = 0.15;

/** The goal: the maximum that b44-gen's output adds, as a ratio to what openapi-typescript's adds. */
const GOAL = 0.5;

/** The compiled apps, by name. */
const SIDES = {
  ts: "b44-gen, TypeScript",
  js: "b44-gen, JavaScript",
  theirs: "openapi-typescript, `.d.ts`",
  "theirs-ts": "openapi-typescript, `.ts`",
  none: "the SDK alone",
};

/** The pairs of compared outputs. */
const COMPARED = [
  { own: "ts", other: "theirs-ts", what: "TypeScript to TypeScript" },
  { own: "js", other: "theirs", what: "declarations, beside JavaScript, to declarations" },
  { own: "ts", other: "theirs", what: "TypeScript to declarations" },
];

/** The time of `tsc` for the output, beside that for openapi-typescript's output of the same operations. */
export async function costToTheApp({ rounds }) {
  const rows = [];
  const ratios = [];
  for (const { name, spec } of [
    { name: "GitHub, all operations", spec: fileOf("GitHub") },
    { name: "Stripe, all operations", spec: fileOf("Stripe") },
  ]) {
    const folder = await appsOf(spec, `cost-${rows.length}`);
    for (const language of LANGUAGES) writeFileSync(join(folder, language, "app.ts"), 'export * from "./api/index";\n');
    for (const side of ["theirs", "theirs-ts"])
      writeFileSync(join(folder, side, "app.ts"), `export type * from "./api";\n${SDK}`);
    for (const compiler of COMPILERS) {
      for (const skipLibCheck of [true, false]) {
        const what = `${name}, ${compiler.name}, \`skipLibCheck: ${skipLibCheck}\``;
        const took = await compiled(folder, Object.keys(SIDES), { compiler, skipLibCheck, rounds });
        rows.push([what, ...Object.keys(SIDES).map((side) => milliseconds(took[side]))]);
        if (took.theirs - took.none < LEAST * took.none) continue;
        ratios.push([what, ...COMPARED.map(({ own, other }) => added(took, own, other))]);
      }
    }
  }
  return `${table(["`tsc` on", ...Object.values(SIDES)], rows)}

The time that the output adds to the SDK alone, relative to what openapi-typescript's output adds, which has no functions (if that is
more than the machine's own variation). Times are those of the fastest round. Goal: ≤ ${GOAL} ×; larger values are **bold**.

${table(["", ...COMPARED.map(({ what }) => what)], ratios)}

Most Base44 apps are JavaScript and get JavaScript with declarations; a TypeScript app can choose that too (\`--lang js\`). TypeScript
functions are compiled with the app, while declarations are checked only when they are used.

${await inAnApp({ rounds })}`;
}

/**
 * The time of `tsc` for an app that makes calls: by b44-gen's functions, in TypeScript and as JavaScript with
 * declarations, and by openapi-fetch, the client for openapi-typescript's types.
 */
async function inAnApp({ rounds }) {
  const spec = fileOf("GitHub");
  const folder = await appsOf(spec, "callers");
  symlinkSync(join(root, "bench/packages/node_modules"), join(folder, "theirs/node_modules"));
  const sides = { ...SIDES, theirs: "openapi-fetch" };
  delete sides["theirs-ts"];
  const rows = [];
  const ratios = [];
  for (const many of [30, 200]) {
    const operations = simpleReads(spec, many);
    if (operations.length < many) throw new Error(`The spec has ${operations.length} simple reads.`);
    for (const language of LANGUAGES) writeFileSync(join(folder, language, "app.ts"), callsOfOurs(operations));
    writeFileSync(join(folder, "theirs/app.ts"), callsOfTheirs(operations));
    for (const compiler of COMPILERS) {
      const what = `${many} calls, ${compiler.name}`;
      const took = await compiled(folder, Object.keys(sides), { compiler, skipLibCheck: true, rounds });
      rows.push([what, ...Object.keys(sides).map((side) => milliseconds(took[side]))]);
      ratios.push([what, ...LANGUAGES.map((language) => added(took, language, "theirs"))]);
    }
  }
  return `An app uses generated functions for its calls, or writes the calls itself. With all of GitHub's operations generated, and \`skipLibCheck: true\`:

${table(["`tsc` on an app", ...Object.values(sides)], rows)}

The time that the app adds to the SDK alone, relative to what the same calls add with openapi-typescript's types and openapi-fetch.
Goal: ≤ ${GOAL} ×; larger values are **bold**.

${table(["", ...LANGUAGES.map((language) => SIDES[language])], ratios)}`;
}

/** The time that one output adds to the SDK alone, as a ratio to what another adds. */
function added(took, own, other) {
  const ratio = (took[own] - took.none) / (took[other] - took.none);
  return ratio <= GOAL ? times(ratio) : `**${times(ratio)}**`;
}
