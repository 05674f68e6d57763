import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./child.mjs";

const TSCONFIG = {
  compilerOptions: {
    strict: true,
    skipLibCheck: false,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    noEmit: true,
  },
  include: ["./*"],
};

/**
 * Generates the code of all operations of a spec and compiles it.
 * @returns `outcome`: "ok", the code of an error, "crash", "hang", "does not compile" or "holds any"; `way`: the API's
 *   transport; `say`: the fault; `skipped`: the codes of warnings about skipped operations; and the time and memory of the generation
 */
export async function checkSpec({ spec, folder, language, cli, tsc }) {
  let way = "integration";
  const args = [spec, "--slug", "api", "--all", "--out", join(folder, "gen"), "--lang", language];
  let generated = await runNode({ script: cli, args, cwd: folder });
  if (generated.status === 0 && generated.stderr.includes("warning B44-201")) {
    const byFunction = await generateFunction({ spec, folder, language, cli });
    const isForNothing = byFunction.stderr.includes("error B44-201");
    if (!isForNothing) generated = byFunction;
    way = isForNothing ? "types alone" : "function";
  }
  const { time, memory, stderr } = generated;
  const skipped = [...stderr.matchAll(/^warning (B44-\d+) .* (?:is|are) skipped\.?$/gm)].map(([, code]) => code);
  const result = { spec, language, way, time, memory, skipped: [...new Set(skipped)] };
  if (generated.status !== 0) return { ...result, ...failure(generated) };
  writeFileSync(join(folder, "gen/tsconfig.json"), JSON.stringify(TSCONFIG));
  writeFileSync(join(folder, "gen/package.json"), JSON.stringify({ type: "module" }));
  const compiled = await runNode({ script: tsc, args: ["-p", "gen"], cwd: folder });
  if (compiled.status !== 0) {
    const errors = compiled.stdout.split("\n").filter((line) => line.includes("error"));
    return { ...result, outcome: "does not compile", say: errors.slice(0, 3).join("\n    ") || compiled.stderr };
  }
  for (const file of readdirSync(join(folder, "gen")).filter((name) => name.endsWith(".js"))) {
    const parsed = await runNode({ script: join(folder, "gen", file), cwd: folder, options: ["--check"] });
    if (parsed.status !== 0) return { ...result, outcome: "does not compile", say: parsed.stderr.slice(0, 300) };
  }
  const loose = usesOfAny(join(folder, "gen"));
  rmSync(folder, { recursive: true, force: true });
  return { ...result, outcome: loose.length > 0 ? "holds any" : "ok", say: loose.slice(0, 3).join("\n    ") };
}

/**
 * The same with a backend function, which can carry what custom.call cannot. Each required secret gets a name. Neither
 * can carry requests that have to be signed (AWS).
 */
async function generateFunction({ spec, folder, language, cli }) {
  let generated;
  const secrets = {};
  for (let round = 0; round < 5; round++) {
    const api = { spec, operations: ["*:/**"], baseUrl: "https://api.example.com", via: { function: { secrets } } };
    writeFileSync(join(folder, "b44-gen.config.json"), JSON.stringify({ output: "gen", client: false, apis: { api } }));
    generated = await runNode({ script: cli, args: ["--lang", language], cwd: folder });
    const asked = [...generated.stderr.matchAll(/"([^"\n]+)": "NAME_OF_THE_SECRET"/g)].map(([, scheme]) => scheme);
    if (generated.status === 0 || asked.every((scheme) => scheme in secrets)) break;
    for (const scheme of asked) secrets[scheme] = `SECRET_${Object.keys(secrets).length + 1}`;
  }
  return generated;
}

function failure({ status, stderr }) {
  if (status === null) return { outcome: "hang", say: "killed" };
  const error = firstError(stderr);
  if (/^\s+at .*:\d+:\d+\)?$/m.test(stderr.replace(/^ {2}at .*$/gm, "")) || !error)
    return { outcome: "crash", say: stderr.slice(0, 1000) };
  const place = /^ {2}at (.*)$/m.exec(stderr.slice(stderr.indexOf(error)))?.[1] ?? "nowhere";
  return { outcome: /B44-\d+/.exec(error)?.[0] ?? "error", say: `${error.slice(0, 300)}\n    at ${place}` };
}

function firstError(stderr) {
  return stderr.split("\n").find((line) => line.startsWith("error "));
}

/**
 * The places where the types of the API contain `any` outside comments and strings. The runtime, which does not depend
 * on specs, may.
 */
function usesOfAny(folder) {
  return readdirSync(folder)
    .filter((file) => /^api\..*ts$/.test(file))
    .flatMap((file) => {
      const lines = readFileSync(join(folder, file), "utf8").split("\n");
      return lines.flatMap((line, at) => {
        const code = line.replace(/^\s*(?:\/?\*|\/\/).*$|"(?:[^"\\]|\\.)*"/g, "");
        return /[:<|&(,=[]\s*any\s*[;|&>),[\]]/.test(code) ? [`${file}:${at + 1} ${line.trim()}`] : [];
      });
    });
}

/** Creates an empty folder for a spec, in which generated code finds its modules. */
export function folderFor(work, number) {
  const folder = join(work, String(number));
  mkdirSync(folder, { recursive: true });
  return folder;
}
