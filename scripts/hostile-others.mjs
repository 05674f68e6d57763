/**
 * For comparison: what other generators make of the hostile specs of test/hostile. Not a part of the tests.
 *
 *     node scripts/hostile-others.mjs FOLDER [--all]
 *
 * FOLDER is outside of the repository, and has `oazapfts` and `orval` installed: npm install oazapfts orval
 * Prints one line a generator, and writes every case to FOLDER/hostile.json. `--all` takes every payload in every
 * position, which takes hours; else each payload comes to a few positions.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createContext, Script } from "node:vm";
import { build, transformSync } from "esbuild";

const [given, ...options] = process.argv.slice(2);
if (!given) throw new Error("node scripts/hostile-others.mjs FOLDER [--all]");
const folder = resolve(given);
const root = fileURLToPath(new URL("..", import.meta.url));
const PER_PAYLOAD = 3;

/** The payloads, the positions and the comparison of trees, which are the tests' own. */
async function suite() {
  const outfile = join(folder, "suite.mjs");
  const names = ["payloads", "positions/index", "shape"].map((name) => `./test/hostile/${name}.ts`);
  const contents = names.map((name) => `export * from ${JSON.stringify(name)};`).join("\n");
  const stdin = { contents, resolveDir: root, loader: "ts" };
  await build({ stdin, outfile, bundle: true, format: "esm", platform: "node", external: ["typescript"] });
  return import(pathToFileURL(outfile).href);
}

const { PAYLOADS, POSITIONS, HARMLESS, documentWith, parsed, shapeOf, identifiersOf } = await suite();
const installed = createRequire(join(folder, "package.json"));
const version = (name) => JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version;
const load = (name) => import(pathToFileURL(installed.resolve(name)).href);

const { generateSource } = await load("oazapfts");
const orval = await load("orval");
const spec = join(folder, "spec.json");
const output = join(folder, "out/api.ts");
mkdirSync(join(folder, "out"), { recursive: true });

/** Each makes the code of the spec that stands in FOLDER, or throws. */
const GENERATORS = {
  oazapfts: () => generateSource(spec),
  orval: async () => {
    writeFileSync(output, "");
    await orval.generate({ input: { target: spec }, output: { target: output, mode: "single", client: "fetch" } });
    return readFileSync(output, "utf8");
  },
};

/** Whether a payload left its mark when the code was loaded and its functions called. */
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

/** What came of a case: `runs` is the worst, a text of the spec that was executed. */
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

const isAll = options.includes("--all");
const pairs = isAll
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
  report[name] = { version: version(name), cases };
  process.stdout.write(`${name} ${version(name)}: ${pairs.length} cases, ${JSON.stringify(counts)}\n`);
}
writeFileSync(join(folder, "hostile.json"), JSON.stringify(report, null, 1));
