import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packagesLoaded } from "../loaded-modules.mjs";
import { measure, root, work } from "../process.mjs";
import { median, ratio, takeTurns } from "../rounds.mjs";
import { goals, mebibytes, milliseconds, table } from "../table.mjs";

const cli = join(root, "dist/cli.js");
/** In CI, `check` does not rely on the hashes in the lock, and generates everything anew. */
const IN_CI = "50 APIs, `check` in CI";

const UNWANTED = ["jiti", "zod", "typescript", "openapi-typescript", "handlebars", "js-yaml", "ts-morph"];

/** Runs in which everything is up to date, compared with a process that does nothing. */
export async function nothingChanged({ rounds }) {
  const two = join(work, "two-apis");
  cpSync(join(root, "fixtures/apps/typed"), two, { recursive: true });
  const fifty = manyApis(50);
  for (const cwd of [two, fifty]) {
    const { failed } = await measure({ args: [cli], cwd });
    if (failed) throw new Error(failed);
  }
  const runs = [
    { name: "2 APIs, config in TypeScript", args: [cli], cwd: two },
    { name: "50 APIs", args: [cli], cwd: fifty },
    { name: "50 APIs, `check`", args: [cli, "check"], cwd: fifty, env: { CI: "" } },
    { name: IN_CI, args: [cli, "check"], cwd: fifty },
    { name: "`node -e 0`", args: ["-e", "0"] },
  ];
  const measured = await takeTurns(runs, rounds * 3);
  const nothing = measured.get("`node -e 0`");
  const rows = runs.map(({ name }) => {
    const { times, memory } = measured.get(name);
    return [name, milliseconds(median(times)), mebibytes(memory)];
  });
  const lines = runs.slice(0, -1).flatMap(({ name }) => {
    if (name === IN_CI) return [];
    return { what: `${name}, to \`node -e 0\``, most: 3, seen: ratio(measured.get(name), nothing) };
  });
  return `${table(["nothing changed", "time", "peak memory"], rows)}

${goals(lines)}

In CI, \`check\` does not rely on hashes and generates everything again. ${loaded(two)}`;
}

/** Creates a project with this many APIs, each with a copy of the same spec. */
function manyApis(count) {
  const folder = join(work, `${count}-apis`);
  mkdirSync(join(folder, "specs"), { recursive: true });
  const spec = readFileSync(join(root, "fixtures/apps/typed/specs/crm.yaml"), "utf8");
  const names = Array.from({ length: count }, (_, at) => `api${at}`);
  for (const name of names) writeFileSync(join(folder, `specs/${name}.yaml`), spec);
  const apis = Object.fromEntries(names.map((name) => [name, { spec: `./specs/${name}.yaml`, operations: "all" }]));
  writeFileSync(join(folder, "b44-gen.config.json"), JSON.stringify({ apis }));
  return folder;
}

function loaded(cwd) {
  const packages = [...packagesLoaded([], cwd).packages].sort();
  const wrong = packages.filter((name) => UNWANTED.includes(name));
  if (wrong.length > 0) throw new Error(`A run with nothing to do must not load ${wrong.join(", ")}.`);
  return `A run with nothing to do loads these packages: ${packages.join(", ") || "none"}.`;
}
