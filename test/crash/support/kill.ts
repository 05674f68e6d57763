import { spawn } from "node:child_process";
import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { cli } from "../../cli/support/process.js";

const FILES = { turn: ".b44-gen.pid.lock", journal: ".b44-gen.journal.json" };

/** When a run is killed: so many milliseconds after it began, took its turn to write, or wrote its journal. */
export interface Moment {
  after: "start" | "turn" | "journal";
  time: number;
}

/** What a run did before it was killed, or until its end. */
export interface Life {
  killed: boolean;
  /** Milliseconds from the start until it wrote its journal; undefined where it never did. */
  untilJournal: number | undefined;
  /** Milliseconds from then until the journal was gone, or its end. */
  writing: number | undefined;
}

/** Starts `b44-gen` in a folder and kills it, with SIGKILL, at a moment; without one, watches it to its end. */
export function lifeOf(folder: string, { args = [], moment }: { args?: string[]; moment?: Moment }): Promise<Life> {
  return new Promise((resolve) => {
    const start = performance.now();
    const seen: Partial<Record<Moment["after"], number>> = { start };
    let ended: number | undefined;
    const isThere = (which: "turn" | "journal") => existsSync(join(folder, FILES[which]));
    // What a killed run left is there at once: the turn is taken when another file takes its place.
    const old = { turn: isThere("turn"), journal: isThere("journal") };
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: "ignore" });
    const isSeen = (which: Moment["after"]) => {
      seen[which] = performance.now();
      if (moment?.after === which) setTimeout(() => child.kill("SIGKILL"), moment.time);
    };
    const watcher = watch(folder, (_, name) => {
      for (const which of ["turn", "journal"] as const) {
        if (name !== FILES[which]) continue;
        if (old[which]) old[which] = isThere(which);
        else if (seen[which] === undefined) isSeen(which);
        else if (which === "journal" && !isThere(which)) ended ??= performance.now();
      }
    });
    isSeen("start");
    child.once("close", (_, signal) => {
      watcher.close();
      const { journal } = seen;
      resolve({
        killed: signal === "SIGKILL",
        untilJournal: journal && journal - start,
        writing: journal && (ended ?? performance.now()) - journal,
      });
    });
  });
}
