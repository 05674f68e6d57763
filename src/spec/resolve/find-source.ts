import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Source, sourceOfUri } from "../load/index.js";
import { NO_FILE, type Obstacle } from "./obstacle.js";
import type { ReadPolicy } from "./read-policy.js";

/** What may be read, and how files are named: see {@link sourceOfUri}. */
interface SourceOptions {
  policy: ReadPolicy;
  cwd: string;
  root: string;
}

/** Finds the source to read for a URI, or why it is not read: it is refused, or not a file. */
export async function findSource(
  uri: string,
  { policy, ...naming }: SourceOptions,
): Promise<Source | { obstacle: Obstacle }> {
  if (uri.startsWith("file:") && !namesFile(uri)) return { obstacle: { refusal: NO_FILE } };
  const source = sourceOfUri(uri, naming);
  if (source.kind !== "file") {
    const refusal = source.kind === "url" ? policy.refuseUrl(source.url) : undefined;
    return refusal ? { obstacle: { refusal } } : source;
  }
  const file = await policy.file(source.path);
  if (typeof file !== "string") return { obstacle: { refusal: file } };
  const stats = await stat(file).catch(() => undefined);
  if (!stats || stats.isFile()) return { ...source, path: file };
  const message = `"${source.display}" is ${stats.isDirectory() ? "a folder, " : ""}not a file.`;
  const cause = { message, help: "Write the path of a file in the `$ref`." };
  return { obstacle: { cause, reason: "unreadable", isAbsent: stats.isDirectory() } };
}

/** False for a `file:` URI of another machine, or with an invalid encoding: it has no path. */
function namesFile(uri: string): boolean {
  try {
    return fileURLToPath(uri) !== "";
  } catch {
    return false;
  }
}
