import { pathFrom } from "../files/index.js";
import type { Progress } from "./progress.js";

/** What a run may say besides its config. */
export interface RunOptions {
  /** Instead of the config's output folder; absolute. */
  output?: string | undefined;
  language?: "ts" | "js" | undefined;
  errors?: "result" | "throw" | undefined;
  allowFile?: string[] | undefined;
  allowHost?: string[] | undefined;
  /** Lets an integration have more than 30 operations. */
  all?: boolean | undefined;
  force?: boolean | undefined;
  dryRun?: boolean | undefined;
  writeConnectors?: boolean | undefined;
  legacyServe?: boolean | undefined;
  /** Only the APIs with these names; all where it is left out. */
  only?: readonly string[] | undefined;
  /** Fetches nothing. */
  offline?: boolean | undefined;
  /** The APIs whose specs are fetched anew, though there is a locked copy. */
  update?: readonly string[] | undefined;
  progress?: Progress | undefined;
}

/**
 * What of the options changes the output, as the lock keeps it: a run with the same ones, the same config and the same
 * specs has nothing new to do.
 */
export function optionsOf({ output, language, errors, all }: RunOptions, folder: string): string {
  const out = output === undefined ? undefined : pathFrom(folder, output);
  return JSON.stringify({ out, lang: language, errors, all });
}
