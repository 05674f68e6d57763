import { fail } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";

/** Thrown if another program wrote a file after a step for it was planned. */
export class ChangedFile extends Error {
  /** @param path Relative to the lock's folder. */
  constructor(readonly path: string) {
    super(`${path} was changed during the run`);
  }
}

/** Throws B44-610 for a file. `outcome` is the last sentence of the message: what happened to the run. */
export function failChanged(folder: string, { path, outcome }: { path: string; outcome: string }): never {
  const file = shownPath(folder, path);
  return fail("B44-610", { message: `${file} was changed while b44-gen was running. ${outcome}`, location: { file } });
}
