import { execFile } from "node:child_process";
import { join } from "node:path";
import { root, write } from "./project.js";

const ALL_VERSIONS = ["typescript-5.8", "typescript", "typescript-6", "typescript-7"] as const;
export type Version = (typeof ALL_VERSIONS)[number];

/**
 * The versions of TypeScript that apps have, by their names in node_modules: the newest, which is by far the fastest, and
 * with `vitest --mode long` (`npm run test:types`, which CI runs) all of them.
 */
export const VERSIONS: readonly Version[] = process.env.MODE === "long" ? ALL_VERSIONS : ["typescript-7"];

/** What a compiler said: `src/a.ts(3,5): error TS2339: …`, further lines of the message joined to it. */
export interface Problem {
  file: string;
  line: number;
  code: string;
  message: string;
}

/** The strictest settings that an app may have. */
export const STRICT = {
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2022", "dom"],
  types: [],
  jsx: "react-jsx",
  strict: true,
  skipLibCheck: false,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  noEmit: true,
};

/** A tsconfig or jsconfig, as far as it matters here. */
export interface Config {
  compilerOptions: object;
  include?: string[];
  exclude?: string[];
}

/** As many compilers run at once; others wait. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/**
 * Writes a config file and runs `tsc` over it. Only the name `jsconfig.json` allows JavaScript by itself. TypeScript's own
 * library is not checked, which would take most of the time: no config of an app changes what is in it.
 */
export async function compile(folder: string, version: Version, config: Config, name: string): Promise<Problem[]> {
  const compilerOptions = { skipDefaultLibCheck: true, ...config.compilerOptions };
  write(folder, { [name]: JSON.stringify({ include: ["src"], ...config, compilerOptions }) });
  const tsc = join(root, "node_modules", version, "bin/tsc");
  const args = [tsc, "-p", join(folder, name), "--pretty", "false"];
  const run = () =>
    new Promise<string>((resolve, reject) => {
      execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
        if (error && stdout === "") reject(new Error(stderr));
        else resolve(stdout);
      });
    });
  return problemsOf(await inTurn(run));
}

function problemsOf(output: string): Problem[] {
  const problems: Problem[] = [];
  for (const line of output.split("\n")) {
    const match = /^(?:(.+?)\((\d+),\d+\): )?error (TS\d+): (.*)$/.exec(line);
    if (match)
      problems.push({ file: match[1] ?? "", line: Number(match[2] ?? 0), code: match[3]!, message: match[4]! });
    else if (line.trim() !== "" && problems.length > 0) problems.at(-1)!.message += ` ${line.trim()}`;
  }
  return problems;
}

/** A problem in one line, for comparing. */
export function show({ file, line, code, message }: Problem): string {
  return `${file}:${line} ${code} ${message}`;
}
