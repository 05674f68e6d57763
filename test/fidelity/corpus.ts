import { existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { specsIn } from "../../scripts/corpus/specs-in.mjs";
import type { MeasuredSpec } from "./measure.js";

const beside = resolve(import.meta.dirname, "../../../shared/specs");

/** False where the corpus of specs does not lie beside the project. */
export const hasCorpus = existsSync(beside);

/**
 * The specs of a folder that are not larger than a size in bytes.
 * @param folder The corpus beside the project, where none is given.
 */
export function corpus(largest = Number.POSITIVE_INFINITY, folder = beside): MeasuredSpec[] {
  const small = specsIn(folder).filter((file) => statSync(join(folder, file)).size <= largest);
  return small.map((file) => ({ name: basename(file), spec: join(folder, file) }));
}
