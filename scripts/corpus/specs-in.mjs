import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Lists the specs of a folder, relative to it and in a fixed order: those in its `index.tsv` (the first column, below a
 * header line), or if there is none, every JSON and YAML file that declares a version of Swagger or OpenAPI.
 * @param {string} folder
 * @returns {string[]}
 */
export function specsIn(folder) {
  const index = join(folder, "index.tsv");
  if (existsSync(index)) {
    const [, ...lines] = readFileSync(index, "utf8").trim().split("\n");
    return lines.map((line) => line.split("\t")[0]);
  }
  const files = readdirSync(folder, { recursive: true }).map((file) => file.replaceAll("\\", "/"));
  return files.filter((file) => /\.(json|ya?ml)$/.test(file) && saysVersion(join(folder, file))).sort();
}

function saysVersion(file) {
  return /^\s*["']?(swagger|openapi)["']?\s*:/m.test(readFileSync(file, "utf8").replace(/^[\s\uFEFF]*\{/, "\n"));
}
