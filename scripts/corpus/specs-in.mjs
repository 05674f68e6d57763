import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The specs of a folder, relative to it, in a fixed order: those of its `index.tsv` (the first column, below a line of heads),
 * or, where there is none, every JSON and YAML file in it that says which version of Swagger or OpenAPI it is.
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
