import { fail } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";

/** Thrown where a file is no longer what a step was planned for: someone else wrote it meanwhile. */
export class ChangedFile extends Error {
  /** @param path Relative to the lock's folder. */
  constructor(readonly path: string) {
    super(`${path} was changed during the run`);
  }
}

/** Throws B44-610 for a file. `outcome` is the last sentence: what has become of the run. */
export function failChanged(folder: string, { path, outcome }: { path: string; outcome: string }): never {
  const file = shownPath(folder, path);
  return fail("B44-610", { message: `${file} was changed while b44-gen was running. ${outcome}`, location: { file } });
}
