import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { closest, DiagnosticError, fail } from "../../diagnostics/index.js";
import { isMissing, namesIn, similarTail, systemFault } from "../../files/index.js";
import type { Budget } from "./limits/budget.js";
import { collectBytes, failTooManyBytes } from "./limits/bytes.js";

/**
 * Reads the bytes of a file, which may be a pipe.
 * @throws DiagnosticError B44-101 if it cannot be read, B44-111 if it is too large.
 */
export async function readFileBytes(
  file: string,
  { display, maxBytes, budget }: { display: string; maxBytes: number; budget?: Budget | undefined },
): Promise<Uint8Array> {
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) failFile(display, "is a folder, not a file");
    if (stats.size > maxBytes) failTooManyBytes(display, maxBytes);
    // Pipes and system files report no size.
    if (!stats.isFile() || stats.size === 0) {
      return await collectBytes(createReadStream(file), { maxBytes, display, budget });
    }
    budget?.take(stats.size);
    return await readAtOnce(file, stats.size);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    return failFile(display, reason(error), addressHelp(display) ?? (await nameHelp(file, display)));
  }
}

/** Reads a file in as few steps as possible: Node's own `readFile` returns to the event loop after every half megabyte. */
async function readAtOnce(file: string, size: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const bytes = Buffer.allocUnsafeSlow(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await handle.read(bytes, length, size - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await handle.close();
  }
}

function reason(error: unknown): string {
  return isMissing(error) ? "does not exist" : `cannot be read: ${systemFault(error)}`;
}

/** The incomplete beginning of a URL without a scheme, or with too few slashes. */
const ADDRESS_IN_PART = /^(?:https?:\/*|(?=www\.|localhost:\d|[\w.-]+\.(?:com|org|net|io|dev|app|ai|co)\/))/i;

function addressHelp(display: string): string | undefined {
  if (!ADDRESS_IN_PART.test(display)) return undefined;
  const scheme = /^http:|^localhost:/i.test(display) ? "http" : "https";
  return `Did you mean ${display.replace(ADDRESS_IN_PART, `${scheme}://`)}?`;
}

/** Suggests an existing file with a similar name, including in folders with similar names. */
async function nameHelp(file: string, display: string): Promise<string | undefined> {
  const closestIn = async (name: string, folder: string) => closest(name, await namesIn(folder));
  const tail = await similarTail(file, closestIn);
  if (!tail) return undefined;
  const given = display.split(/(?<=[\\/])/);
  const kept = given.slice(0, -tail.length);
  // Parts of the path that the user did not write are not shown.
  const written = given.slice(-tail.length).map((name) => name.replace(/[\\/]$/, ""));
  if (written.join("/") !== file.split(/[\\/]/).slice(-tail.length).join("/")) return undefined;
  const meant = `${kept.join("")}${tail.join("/")}`;
  return meant === display ? undefined : `Did you mean ${meant}?`;
}

function failFile(display: string, why: string, help?: string): never {
  fail("B44-101", { message: `"${display}" ${why}.`, location: { file: display }, help });
}
