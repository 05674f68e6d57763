import { existsSync } from "node:fs";
import { setMarks } from "../../diagnostics/index.js";
import type { Progress } from "../progress.js";
import { type Planned, saidIn, type ThreadMessage, type ThreadWork } from "./model.js";

/** Returns the file that a thread runs; undefined if b44-gen was not built, as in tests. */
export function threadFile(): URL | undefined {
  const file = new URL(import.meta.url.includes("/chunks/") ? "../thread.js" : "./thread.js", import.meta.url);
  return file.protocol === "file:" && existsSync(file) ? file : undefined;
}

/** Plans requests in a new thread. Rejects if the thread itself dies, for example when it is out of memory. */
export function inThread(work: ThreadWork, file: URL, progress: Progress): Promise<Planned[]> {
  const worker = new (process.getBuiltinModule("node:worker_threads").Worker)(file, { workerData: work });
  return new Promise((resolve, reject) => {
    worker.on("message", (message: ThreadMessage) => {
      if ("step" in message) return progress(message.step);
      setMarks(saidIn(message.results), message.marks);
      resolve(message.results);
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("a thread ended before its work did")));
  });
}
