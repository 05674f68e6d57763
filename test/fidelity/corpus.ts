import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { MeasuredSpec } from "./measure.js";

const beside = resolve(import.meta.dirname, "../../../shared/specs");

/** False where the corpus of specs does not lie beside the project. */
export const hasCorpus = existsSync(beside);

/**
 * The specs of a folder's `index.tsv` that are not larger than a size in bytes.
 * @param folder The corpus beside the project, where none is given.
 */
export function corpus(largest = Number.POSITIVE_INFINITY, folder = beside): MeasuredSpec[] {
  const [, ...lines] = readFileSync(join(folder, "index.tsv"), "utf8").trim().split("\n");
  const rows = lines.map((line) => line.split("\t"));
  const small = rows.filter(([, bytes]) => Number(bytes) <= largest);
  return small.map(([file = ""]) => ({ name: basename(file), spec: join(folder, file) }));
}
