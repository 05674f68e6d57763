import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { MeasuredSpec } from "./measure.js";

const folder = resolve(import.meta.dirname, "../../../shared/specs");

/** False where the corpus of specs does not lie beside the project. */
export const hasCorpus = existsSync(folder);

/** The specs of the corpus that are not larger than a size in bytes. */
export function corpus(largest = Number.POSITIVE_INFINITY): MeasuredSpec[] {
  const [, ...lines] = readFileSync(join(folder, "index.tsv"), "utf8").trim().split("\n");
  const rows = lines.map((line) => line.split("\t"));
  const small = rows.filter(([, bytes]) => Number(bytes) <= largest);
  return small.map(([file = ""]) => ({ name: basename(file), spec: join(folder, file) }));
}
