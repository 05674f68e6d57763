import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { root, work } from "./process.mjs";

const cli = join(root, "dist/cli.js");
const folder = join(root, "bench/packages");

/** What nobody can do without: reading the file, parsing it, and looking at every value once. */
const FLOOR = `
  const walk = (value) => { if (typeof value === "object" && value !== null) for (const key in value) walk(value[key]); };
  walk(JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")));`;

/** b44-gen, from a spec. Selects all operations where none are named. */
export function ours(spec, out = join(work, "out"), select = []) {
  const selection = select.length > 0 ? ["--select", ...select] : ["--all"];
  return { name: "b44-gen", out, args: [cli, spec, "--slug", "api", "--out", out, "--lang", "ts", ...selection] };
}

/** The floor for a JSON file. */
export function floor(spec) {
  return { name: "floor: read, parse and walk the file", args: ["-e", FLOOR, spec] };
}

/** How each rival is told to make a client, or types where that is what it makes, of all operations of a spec. */
const RIVALS = [
  { name: "openapi-typescript", bin: "openapi-typescript", args: (spec, out) => [spec, "-o", join(out, "api.d.ts")] },
  { name: "@hey-api/openapi-ts", bin: "openapi-ts", args: (spec, out) => ["-i", spec, "-o", out] },
  { name: "orval", bin: "orval", args: (spec, out) => ["--input", spec, "--output", join(out, "api.ts")] },
  {
    name: "@redocly/cli",
    bin: "redocly",
    args: (spec, out) => ["generate-client", spec, "--output", join(out, "api.ts")],
  },
  {
    name: "swagger-typescript-api",
    bin: "swagger-typescript-api",
    args: (spec, out) => ["generate", "-p", spec, "-o", out, "-n", "api.ts"],
  },
  { name: "oazapfts", bin: "oazapfts", args: (spec, out) => [spec, join(out, "api.ts")] },
];

/** The rivals' runs for a spec, each with its version; those in bench/packages. Throws where they are not installed. */
export function rivals(spec, only = RIVALS.map(({ name }) => name)) {
  const out = join(work, "out");
  return RIVALS.filter(({ name }) => only.includes(name)).map(({ name, bin, args }) => {
    const file = join(folder, "node_modules/.bin", bin);
    if (!existsSync(file)) throw new Error("The rivals are not installed: npm install --prefix bench/packages");
    const { version } = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8"));
    return { name, version, out, args: [realpathSync(file), ...args(spec, out)] };
  });
}
