import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { DiagnosticError, fail } from "../../diagnostics/index.js";
import type { Budget } from "./budget.js";
import { collectBytes, failTooManyBytes } from "./bytes.js";

/**
 * The bytes of a file, which may be a pipe.
 * @throws DiagnosticError B44-101 when it cannot be read, B44-111 when it is too large.
 */
export async function readFileBytes(
  file: string,
  { display, maxBytes, budget }: { display: string; maxBytes: number; budget?: Budget | undefined },
): Promise<Uint8Array> {
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) failFile(display, "is a folder, not a file");
    if (stats.size > maxBytes) failTooManyBytes(display, maxBytes);
    // What a pipe or a file of the system (size 0) holds, only reading shows.
    if (!stats.isFile() || stats.size === 0) {
      return await collectBytes(createReadStream(file), { maxBytes, display, budget });
    }
    budget?.take(stats.size);
    return await readFile(file);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    return failFile(display, reason(error));
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return "does not exist";
  if (code === "EACCES" || code === "EPERM") return "may not be read: permission denied";
  return `cannot be read${code ? `: ${code}` : ""}`;
}

function failFile(display: string, why: string): never {
  fail("B44-101", { message: `"${display}" ${why}.`, location: { file: display } });
}
