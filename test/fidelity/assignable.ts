import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isObject, type Json } from "../../src/json/index.js";

const root = join(import.meta.dirname, "../..");
const tsc = join(root, "node_modules/typescript-7/bin/tsc");

/** Asks whether values may stand where a type is wanted. */
export interface Question {
  /** The declarations that have the type: a key of the files. */
  file: string;
  /** What the type is called where the file is imported as `T`. */
  type: string;
  value: Json;
}

const OPTIONS = {
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2022", "dom"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Whether a value may stand there. `shares nothing`: it may not, for an object in it has none of the properties of a type
 * that has optional ones only.
 */
export type Answer = "yes" | "no" | "shares nothing";

/**
 * Compiles one program that assigns every value to its type, and says for each question whether that is allowed. The
 * values are no literals there, which TypeScript would hold to the named properties, but of a type that has them only.
 *
 * @param files declaration files by name, without `.d.ts`
 */
export async function assignable(files: Record<string, string>, questions: readonly Question[]): Promise<Answer[]> {
  const folder = mkdtempSync(join(tmpdir(), "b44-fidelity-"));
  try {
    for (const [name, text] of Object.entries({ ...RUNTIME, ...files }))
      writeFileSync(join(folder, `${name}.d.ts`), text);
    const places = writeQuestions(folder, questions);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: OPTIONS, include: ["values/*"] }));
    const wrong = faults(await run(folder));
    return questions.map((_, index) => wrong.get(places[index] as string) ?? "yes");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const STATUSES = ["SuccessStatus", "FailureStatus", "Status2XX", "Status3XX", "Status4XX", "Status5XX"];

/** What the declarations import. Statuses are of no interest here. */
const RUNTIME = {
  "b44.runtime": STATUSES.map((name) => `export type ${name} = number;\n`).join(""),
  "b44.stream": "export interface ServerSentEvent<Data, Type extends string = string> { event: Type; data: Data }\n",
};

/** Writes a file of assignments for each file of declarations; gives each question's file and line. */
function writeQuestions(folder: string, questions: readonly Question[]): string[] {
  mkdirSync(join(folder, "values"));
  const lines = new Map<string, string[]>();
  const places = questions.map(({ file, type, value }) => {
    const own = lines.get(file) ?? [`import type * as T from "../${file}.js";`];
    lines.set(file, own);
    own.push(
      `declare const v${own.length}: ${literalType(value)}; export const c${own.length}: ${type} = v${own.length};`,
    );
    return `values/${file}.ts:${own.length}`;
  });
  for (const [file, text] of lines) writeFileSync(join(folder, `values/${file}.ts`), `${text.join("\n")}\n`);
  return places;
}

/** The type that has a value and no other. */
function literalType(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(literalType).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).map((name) => `${JSON.stringify(name)}: ${literalType(value[name] as Json)}`);
  return members.length === 0 ? "{}" : `{ ${members.join("; ")} }`;
}

function run(folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = [tsc, "-p", folder, "--pretty", "false"];
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 30 }, (error, stdout, stderr) => {
      if (error && stdout === "") reject(new Error(stderr));
      else resolve(stdout);
    });
  });
}

/** The places of errors of type, with what they are. Any other error is the test's own. */
function faults(output: string): Map<string, Answer> {
  const places = new Map<string, Answer>();
  // What follows an error is indented.
  for (const error of output.split(/\n(?=\S)/)) {
    const match = /^(values\/.+\.ts)\((\d+),\d+\): error (TS\d+): /.exec(error);
    if (match && /^TS[23]/.test(match[3] ?? "") && match[3] !== "TS2307")
      places.set(`${match[1]}:${match[2]}`, SHARES_NOTHING.test(error) ? "shares nothing" : "no");
    else if (/^\S.*error TS/.test(error)) throw new Error(error);
  }
  return places;
}

/** What TypeScript says last of such a value. */
const SHARES_NOTHING = /has no properties in common with type .*\s*$/;
