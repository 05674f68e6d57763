import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, work } from "./process.mjs";

const cli = join(root, "dist/cli.js");
const folder = join(root, "bench/packages");

/** The floor for any generator: reading the file, parsing it, and visiting every value once. */
const FLOOR = `
  const walk = (value) => { if (typeof value === "object" && value !== null) for (const key in value) walk(value[key]); };
  walk(JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")));`;

/** A run of b44-gen for a spec. Selects all operations if none are given. */
export function ours(spec, out = join(work, "out"), select = []) {
  const selection = select.length > 0 ? ["--select", ...select] : ["--all"];
  return { name: "b44-gen", out, args: [cli, spec, "--slug", "api", "--out", out, "--lang", "ts", ...selection] };
}

/** The floor for a JSON file. */
export function floor(spec) {
  return { name: "floor: read, parse and walk the file", args: ["-e", FLOOR, spec] };
}

/**
 * The command with which each rival generates a client (or types, if it generates only these) for all operations of a
 * spec. The script is the one of the process that does the work, so that its peak memory is measured, not a launcher's.
 */
const RIVALS = [
  { name: "openapi-typescript", file: "bin/cli.js", args: (spec, out) => [spec, "-o", join(out, "api.d.ts")] },
  { name: "@hey-api/openapi-ts", file: "dist/run.mjs", args: (spec, out) => ["-i", spec, "-o", out] },
  { name: "orval", file: "dist/bin/orval.js", args: (spec, out) => ["--input", spec, "--output", join(out, "api.ts")] },
  {
    name: "@redocly/cli",
    file: "bin/cli.js",
    args: (spec, out) => ["generate-client", spec, "--output", join(out, "api.ts")],
  },
  {
    name: "swagger-typescript-api",
    file: "dist/cli.mjs",
    args: (spec, out) => ["generate", "-p", spec, "-o", out, "-n", "api.ts"],
  },
  { name: "oazapfts", file: "dist/cli.js", args: (spec, out) => [spec, join(out, "api.ts")] },
];

/** Returns the rivals' runs for a spec, with the versions in bench/packages. Throws if they are not installed. */
export function rivals(spec, only = RIVALS.map(({ name }) => name)) {
  const out = join(work, "out");
  return RIVALS.filter(({ name }) => only.includes(name)).map(({ name, file, args }) => {
    const installed = join(folder, "node_modules", name);
    if (!existsSync(installed)) throw new Error("The rivals are not installed: npm install --prefix bench/packages");
    const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    return { name, version, out, args: [join(installed, file), ...args(spec, out)] };
  });
}
