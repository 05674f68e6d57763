import { pathFrom } from "../../files/index.js";
import type { Progress } from "../progress.js";

/** The options of a run, besides its config. */
export interface RunOptions {
  /** Replaces the config's output folder; absolute. */
  output?: string | undefined;
  language?: "ts" | "js" | undefined;
  errors?: "result" | "throw" | undefined;
  allowFile?: string[] | undefined;
  allowHost?: string[] | undefined;
  /** Lets an integration have any number of operations: more than 30, or none that it can call. */
  anyNumber?: boolean | undefined;
  force?: boolean | undefined;
  dryRun?: boolean | undefined;
  writeConnectors?: boolean | undefined;
  legacyServe?: boolean | undefined;
  /** Fetches nothing. */
  offline?: boolean | undefined;
  /** The APIs whose specs are fetched again even if there is a locked copy. */
  update?: readonly string[] | undefined;
  progress?: Progress | undefined;
}

/** The settings of the output that the command line can override. */
export interface OutputOptions {
  /** The output folder, relative to the lock's folder. */
  out?: string | undefined;
  lang?: string | undefined;
  errors?: string | undefined;
  /** The files that a spec was read from and only the command line allows, relative to the lock's folder. */
  allowFile?: readonly string[] | undefined;
}

/**
 * Returns the settings of the output in options.
 * @param folder the lock's folder
 */
export function outputOptions({ output, language, errors }: RunOptions, folder: string): OutputOptions {
  return { out: output === undefined ? undefined : pathFrom(folder, output), lang: language, errors };
}

/**
 * Returns the options that change the output, as a string for the lock. Options that have the default value are left
 * out.
 * @param unasked the values without options
 */
export function changedOptions(asked: OutputOptions, unasked: OutputOptions): string {
  const { out, lang, errors, allowFile } = asked;
  const changed = Object.entries({ out, lang, errors, allowFile }).filter(
    ([name, value]) => value !== unasked[name as keyof OutputOptions],
  );
  return JSON.stringify(Object.fromEntries(changed));
}
