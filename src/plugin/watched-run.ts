import { DiagnosticError } from "../diagnostics/index.js";
import type { ConfigWatch, WatchEvent } from "../watch/index.js";
import type { Outcome } from "./run/outcome.js";
import type { Session } from "./run/session.js";

/** A session whose config is watched. */
export interface WatchedRun {
  session: Session;
  /** The outcome of the run before the watch, and when it began (milliseconds since 1970). */
  first: Outcome & { began: number };
  onEvent: (event: WatchEvent<Outcome>) => void;
}

/** Watches the config of a session, and repeats the session's run at every change. */
export async function watchSession({ session, first, onEvent }: WatchedRun): Promise<ConfigWatch> {
  const { watchConfig } = await import("../watch/index.js");
  const run = async (): Promise<Outcome> => {
    const outcome = await session.run();
    if (outcome.failed) throw new DiagnosticError([...outcome.diagnostics]);
    return outcome;
  };
  return watchConfig({ configFile: session.configFile, run, onEvent, first });
}
