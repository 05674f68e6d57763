import { floor, ours, rivals } from "../generators.mjs";
import { ratio, takeTurns } from "../rounds.mjs";
import { fileOf, SPECS, thirtyOperations } from "../specs.mjs";
import { goals, mebibytes, milliseconds, table, times } from "../table.mjs";

/** All operations of each spec, compared with other generators; and thirty of GitHub's, compared with the floor. */
export async function sideBySide({ rounds }) {
  const sections = [];
  const results = new Map();
  for (const { name, file } of SPECS) {
    const others = rivals(file);
    const isJson = file.endsWith(".json");
    const some = {
      ...ours(file, undefined, name === "GitHub" ? thirtyOperations() : []),
      name: "b44-gen, 30 operations",
    };
    const runs = [ours(file), ...(name === "GitHub" ? [some] : []), ...others, ...(isJson ? [floor(file)] : [])];
    const measured = await takeTurns(runs, rounds);
    results.set(name, measured);
    const rows = runs.map(({ name: run, version }) => row(run, version, measured));
    const head = [name, "time", "peak memory", "time by b44-gen's"];
    sections.push(table(head, rows));
    // Results are shown as they arrive, because all of them take half an hour.
    console.error(`${sections.at(-1)}\n`);
  }
  return `${sections.join("\n\n")}\n\n${goals(goalsOf(results))}`;
}

function row(run, version, measured) {
  const { times: own, memory, failed } = measured.get(run);
  const shown = version ? `${run} ${version}` : run;
  if (failed) return [shown, failed, "", ""];
  const time = own.toSorted((a, b) => a - b)[Math.floor((own.length - 1) / 2)];
  return [shown, milliseconds(time), mebibytes(memory), times(ratio(measured.get(run), measured.get("b44-gen")))];
}

function goalsOf(results) {
  const github = results.get("GitHub");
  const whole = github.get("b44-gen");
  const others = rivals(fileOf("GitHub")).flatMap(({ name }) => (github.get(name).failed ? [] : [github.get(name)]));
  const fastest = Math.max(...others.map((other) => ratio(whole, other)));
  const graph = results.get("Microsoft Graph").get("b44-gen");
  return [
    { what: "GitHub, all operations, to the fastest other", most: 0.5, seen: fastest },
    {
      what: "GitHub, peak memory to openapi-typescript's",
      most: 0.6,
      seen: whole.memory / github.get("openapi-typescript").memory,
    },
    {
      what: "GitHub, 30 operations, to the floor",
      most: 3,
      seen: ratio(github.get("b44-gen, 30 operations"), github.get("floor: read, parse and walk the file")),
    },
    { what: "Microsoft Graph, peak memory", most: 2048, seen: graph.memory, unit: "MiB" },
  ];
}
