import { pathFrom } from "../../files/index.js";
import type { Progress } from "../progress.js";

/** What a run may say besides its config. */
export interface RunOptions {
  /** Instead of the config's output folder; absolute. */
  output?: string | undefined;
  language?: "ts" | "js" | undefined;
  errors?: "result" | "throw" | undefined;
  allowFile?: string[] | undefined;
  allowHost?: string[] | undefined;
  /** Lets an integration have any number of operations: more than 30, or none that it carries. */
  anyNumber?: boolean | undefined;
  force?: boolean | undefined;
  dryRun?: boolean | undefined;
  writeConnectors?: boolean | undefined;
  legacyServe?: boolean | undefined;
  /** Fetches nothing. */
  offline?: boolean | undefined;
  /** The APIs whose specs are fetched again, though there is a locked copy. */
  update?: readonly string[] | undefined;
  progress?: Progress | undefined;
}

/** The settings of the output that the command line can override. */
export interface OutputOptions {
  /** The output folder, relative to the lock's. */
  out?: string | undefined;
  lang?: string | undefined;
  errors?: string | undefined;
  /** The files that a spec was read from and only the command line allows; relative to the lock's folder. */
  allowFile?: readonly string[] | undefined;
}

/** The settings of the output in options. @param folder the folder of the lock */
export function outputOptions({ output, language, errors }: RunOptions, folder: string): OutputOptions {
  return { out: output === undefined ? undefined : pathFrom(folder, output), lang: language, errors };
}

/**
 * The options that change the output, as text for the lock. Options with the value that holds without them are left
 * out.
 * @param unasked the values that hold without options
 */
export function changedOptions(asked: OutputOptions, unasked: OutputOptions): string {
  const { out, lang, errors, allowFile } = asked;
  const changed = Object.entries({ out, lang, errors, allowFile }).filter(
    ([name, value]) => value !== unasked[name as keyof OutputOptions],
  );
  return JSON.stringify(Object.fromEntries(changed));
}
