import { afterEach } from "vitest";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import { type ConfigWatch, type WatchEvent, watchConfig } from "../../src/watch/index.js";

const open: ConfigWatch[] = [];
afterEach(async () => {
  for (const watch of open.splice(0)) await watch.close();
});

/** A watch whose events are kept, closed after the test. */
export class Observed<Result> {
  readonly events: WatchEvent<Result>[] = [];
  readonly watch: ConfigWatch;

  constructor(configFile: string, run: () => Promise<Result>, quietFor = 30) {
    this.watch = watchConfig({ configFile, run, quietFor, onEvent: (event) => this.events.push(event) });
    open.push(this.watch);
  }

  /** The kinds of the events so far, with the codes of their diagnostics. */
  get kinds(): string[] {
    return this.events.map((event) => {
      if (event.type === "done") return event.isRecovered ? "mended" : "done";
      return `${event.type} ${event.diagnostics.map(({ code }) => code).join(" ")}`;
    });
  }

  /** Waits until there are so many events; what comes in the time that a further run takes counts too. */
  async count(number: number, settle = 250): Promise<string[]> {
    await until(
      () => this.events.length >= number,
      () => `${number} events, not ${JSON.stringify(this.kinds)}`,
    );
    await pause(settle);
    return this.kinds;
  }
}

export const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Waits until something holds, and fails with what was waited for where it does not within a minute. */
export async function until(holds: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what()}`);
    await pause(15);
  }
}

/** A run's failure as its diagnostics. */
export function codesOf(error: unknown): string[] {
  if (!(error instanceof DiagnosticError)) throw error;
  return error.diagnostics.map(({ code }) => code);
}
