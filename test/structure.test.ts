import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../src");
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.split(sep).join("/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"));

/** The modules that may go around an index, and why. */
const AROUND: Record<string, string> = {
  // The way out of a run with nothing to do: an index would bring in all that it leads to.
  "pipeline/run/nothing-to-do.ts": "config project",
  // The types of the intermediate representation, which are public, and nothing else of that stage.
  "index.ts": "ir",
};

/** Modules whose exports are taken by others than modules of the sources. */
const TAKEN_ELSEWHERE = [
  // The package's own exports, and the two models of which it hands on every type.
  /^index\.ts$|^plugin\/\w+\.ts$|^(?:ir|spec)\/model\.ts$/,
  // What is written into projects.
  /^runtime\//,
  // What openapi-typescript imports: see docs/decisions/0003-type-syntax.md.
  /^emit\/types\/syntax\/(?:typescript|ref-utils|no-output)\.ts$/,
];

/** What a module imports statically from other modules of the sources. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  return [...text.matchAll(/ from "(\.[^"?]+)\.js"/g)].map(([, to = ""]) =>
    relative(root, resolve(root, dirname(path), `${to}.ts`))
      .split(sep)
      .join("/"),
  );
}

/** The folder with an `index.ts` that an import from outside it goes into by another file. */
function folderPassedBy(from: string, to: string): string | undefined {
  const folders = to.split("/").slice(0, -1);
  const entered = folders.map((_, index) => folders.slice(0, index + 1).join("/"));
  const first = entered.find((folder) => !from.startsWith(`${folder}/`) && existsSync(join(root, folder, "index.ts")));
  return first !== undefined && to !== `${first}/index.ts` ? first : undefined;
}

test("a folder with an index is entered only through it", () => {
  const around = sources.flatMap((path) =>
    importsOf(path).flatMap((to) => {
      const folder = folderPassedBy(path, to);
      return folder === undefined || AROUND[path]?.split(" ").includes(folder) ? [] : [`${path}: ${to}`];
    }),
  );
  expect(around).toEqual([]);
  expect(folderPassedBy("cli/main.ts", "ir/build/schema.ts")).toBe("ir");
});

/** In the order in which data flows. `emit` is a folder an output, each a stage by itself. */
const STAGES = [
  "spec/load",
  "spec/resolve",
  "spec/select",
  "spec/bundle",
  "spec/upgrade",
  "ir",
  "plan",
  "emit",
  "project",
];

test("a stage has an index, and so has the pipeline", () => {
  const outputs = readdirSync(join(root, "emit"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = [
    ...STAGES.filter((stage) => stage !== "emit"),
    ...outputs.map(({ name }) => `emit/${name}`),
    "pipeline",
  ];
  expect(folders.filter((folder) => !existsSync(join(root, folder, "index.ts")))).toEqual([]);
});

test("data flows one way: no stage imports one after it", () => {
  const stageOf = (path: string) => STAGES.findIndex((stage) => path.startsWith(`${stage}/`));
  const back = sources.flatMap((path) => {
    const own = stageOf(path);
    return own === -1 ? [] : importsOf(path).flatMap((to) => (stageOf(to) > own ? [`${path}: ${to}`] : []));
  });
  expect(back).toEqual([]);
});

/** Modules that need each other: OpenAPI's objects hold each other, and each has a file. */
const CIRCLES = [
  ["spec/upgrade/header-object.ts", "spec/upgrade/media-type-object.ts", "spec/upgrade/parameter-object.ts"],
];

test("no other modules import each other", () => {
  const graph = new Map(sources.map((path) => [path, importsOf(path)]));
  const reachedFrom = (start: string) => {
    const found = new Set(graph.get(start));
    for (const path of found) for (const to of graph.get(path) ?? []) found.add(to);
    return found;
  };
  const reached = new Map(sources.map((path) => [path, reachedFrom(path)]));
  const circles = sources
    .filter((path) => reached.get(path)?.has(path))
    .map((path) => sources.filter((to) => reached.get(path)?.has(to) && reached.get(to)?.has(path)).sort());
  expect([...new Map(circles.map((circle) => [circle.join(), circle])).values()].sort()).toEqual(CIRCLES);
});

test("exports are imported by another module or a test; re-exports by another module", () => {
  const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes("node_modules"))
    .map((path) => `../test/${path.split(sep).join("/")}`);
  const importers = [...sources, ...tests].map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    const specifiers = [...text.matchAll(/"(\.[^"?\n]*)\.(?:js|ts)"/g)].map(([, to = ""]) => to);
    const modules = new Set(specifiers.map((to) => resolve(root, dirname(path), to)));
    return { path, modules, words: new Set(text.match(/\w+/g)) };
  });
  const unused = sources.flatMap((path) => {
    if (TAKEN_ELSEWHERE.some((pattern) => pattern.test(path))) return [];
    const module = resolve(root, path.replace(/\.ts$/, ""));
    const users = importers.filter(({ modules }) => modules.has(module));
    const isUsed = (name: string) => users.some(({ words }) => words.has(name));
    const isHandedOn = (name: string) => users.some((one) => !one.path.startsWith("..") && one.words.has(name));
    const { declared, handedOn } = exportsOf(path);
    const without = [...declared.filter((name) => !isUsed(name)), ...handedOn.filter((name) => !isHandedOn(name))];
    return without.map((name) => `${path}: ${name}`);
  });
  expect(unused).toEqual([]);
});

/** The names that a module exports: what it declares, and what it hands on. */
function exportsOf(path: string): { declared: string[]; handedOn: string[] } {
  const text = readFileSync(join(root, path), "utf8");
  const declared = text.matchAll(/^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm);
  const lists = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)];
  const handedOn = lists.flatMap(([, list = ""]) => list.match(/\w+(?=\s*(?:,|$))/g) ?? []);
  return { declared: [...declared].map(([, name = ""]) => name), handedOn };
}
