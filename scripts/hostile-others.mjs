import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createContext, Script } from "node:vm";
import { build, transformSync } from "esbuild";
import { commandLine } from "./command-line.mjs";

const { values: options } = commandLine({
  command: "node scripts/hostile-others.mjs",
  about: `Compares the output of other generators, and of b44-gen by the same criteria, for the hostile specs of test/hostile.
It is not part of the tests. Prints one line per generator. Requires a build (npm run dev) and the other generators
(npm install --prefix bench/packages).`,
  options: {
    cases: { type: "string", value: "FILE", about: "writes every case to FILE" },
    all: { type: "boolean", default: false, about: "every payload in every position, which takes hours" },
  },
});
const root = fileURLToPath(new URL("..", import.meta.url));
const packages = join(root, "bench/packages");
const folder = mkdtempSync(join(tmpdir(), "b44-hostile-"));
symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const PER_PAYLOAD = 3;

/** Loads the payloads, positions and comparison of trees from the tests. */
async function suite() {
  const outfile = join(folder, "suite.mjs");
  const names = ["payloads", "positions/index", "shape"].map((name) => `./test/hostile/${name}.ts`);
  const contents = names.map((name) => `export * from ${JSON.stringify(name)};`).join("\n");
  const stdin = { contents, resolveDir: root, loader: "ts" };
  await build({ stdin, outfile, bundle: true, format: "esm", platform: "node", external: ["typescript"] });
  return import(pathToFileURL(outfile).href);
}

const { PAYLOADS, POSITIONS, HARMLESS, documentWith, parsed, shapeOf, identifiersOf } = await suite();
const installed = createRequire(join(packages, "package.json"));
const version = (name) =>
  JSON.parse(readFileSync(join(packages, "node_modules", name, "package.json"), "utf8")).version;
const load = (name) => import(pathToFileURL(installed.resolve(name)).href);

const { generateSource } = await load("oazapfts");
const orval = await load("orval");
const { generate } = await import(pathToFileURL(join(root, "dist/index.js")).href);
const spec = join(folder, "spec.json");
const output = join(folder, "out/api.ts");
mkdirSync(join(folder, "out"), { recursive: true });

const REQUEST = {
  errors: "result",
  language: "ts",
  client: false,
  all: true,
  force: false,
  dryRun: true,
  progress() {},
};

/** Each generates code from the spec in the folder, or throws. */
const GENERATORS = {
  oazapfts: () => generateSource(spec),
  orval: async () => {
    writeFileSync(output, "");
    await orval.generate({ input: { target: spec }, output: { target: output, mode: "single", client: "fetch" } });
    return readFileSync(output, "utf8");
  },
  "b44-gen": async () => {
    const api = { name: "api", spec, operations: "all", cwd: folder };
    const { writes } = await generate({ ...REQUEST, apis: [api], folder, output: join(folder, "generated") });
    const textOf = (name) => writes.actions.find(({ path }) => path === `generated/${name}`)?.text ?? "";
    return `${textOf("api.ts")}\n${textOf("api.types.d.ts")}`;
  },
};

/** True if a payload left its mark when the code was loaded and its functions were called. */
async function leavesMark(text) {
  const stub = new Proxy(() => {}, { get: (_, key) => (key === "then" ? undefined : stub), apply: () => stub });
  const wanted = [];
  const require = (name) => {
    wanted.push(name);
    return stub;
  };
  const context = createContext({
    fetch: async () => Response.json({}),
    URLSearchParams,
    Headers,
    FormData,
    Blob,
    require,
  });
  try {
    const { code } = transformSync(text, { loader: "ts", format: "cjs", target: "es2022" });
    const exports = {};
    new Script(`(function (module, exports) {${code}\n})`).runInContext(context)({ exports }, exports);
    for (const one of Object.values(exports)) {
      if (typeof one === "function") await Promise.resolve(one({}, {}, {})).catch(() => {});
    }
  } catch {}
  const isMarked = new Script("typeof pwned !== 'undefined' || Object.keys(Object.prototype).length > 0").runInContext(
    context,
  );
  return isMarked || wanted.includes("fs");
}

async function generated(make, position, text) {
  writeFileSync(spec, JSON.stringify(documentWith(position, text)));
  try {
    return await make();
  } catch {
    return undefined;
  }
}

/** The outcome of a case. `runs` is the worst: text of the spec was executed. */
async function outcomeOf(text, reference) {
  if (text === undefined || text === "") return "refused";
  if (await leavesMark(text)) return "runs";
  const file = parsed("api.ts", text);
  if (file.parseDiagnostics.length > 0) return "does not parse";
  return reference !== undefined && shapeOf(file, reference.fixed) === reference.shape ? "same shape" : "another shape";
}

function referenceOf(text) {
  if (!text) return undefined;
  const file = parsed("api.ts", text);
  const fixed = new Set([...identifiersOf(file)].filter((name) => !name.toLowerCase().includes(HARMLESS)));
  return { fixed, shape: shapeOf(file, fixed) };
}

const pairs = options.all
  ? PAYLOADS.flatMap((payload) => POSITIONS.map((position) => [payload, position]))
  : Array.from({ length: PAYLOADS.length * PER_PAYLOAD }, (_, index) => [
      PAYLOADS[Math.floor(index / PER_PAYLOAD)],
      POSITIONS[index % POSITIONS.length],
    ]);

console.log = () => {};
const report = {};
for (const [name, make] of Object.entries(GENERATORS)) {
  const references = new Map();
  const counts = {};
  const cases = [];
  for (const [payload, position] of pairs) {
    if (!references.has(position)) references.set(position, referenceOf(await generated(make, position, HARMLESS)));
    const outcome = await outcomeOf(await generated(make, position, payload.text), references.get(position));
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    cases.push({ payload: payload.name, position: position.name, outcome });
  }
  const shown = name === "b44-gen" ? name : `${name} ${version(name)}`;
  report[shown] = cases;
  process.stdout.write(`${shown}: ${pairs.length} cases, ${JSON.stringify(counts)}\n`);
}
if (options.cases) writeFileSync(options.cases, JSON.stringify(report, null, 1));
