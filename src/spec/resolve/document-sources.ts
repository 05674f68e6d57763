import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Source, sourceOfUri } from "../load/index.js";
import type { SourceDocument } from "../model.js";
import { NO_FILE, type Obstacle } from "./obstacle.js";
import { type PolicyOptions, ReadPolicy } from "./read-policy.js";

/** What may be read, and how messages name the root document. */
interface SourceOptions extends PolicyOptions {
  root: Pick<SourceDocument, "uri" | "display">;
}

/** Where documents that references name are read from, as far as {@link ReadPolicy} lets them be. */
export class DocumentSources {
  readonly #options: SourceOptions;
  readonly #policy: ReadPolicy;

  constructor(options: SourceOptions) {
    this.#options = options;
    this.#policy = new ReadPolicy(options);
  }

  /** What to read for a URI, or why nothing is: it must not be read, or is no file. */
  async find(uri: string): Promise<Source | { obstacle: Obstacle }> {
    if (uri.startsWith("file:") && !namesFile(uri)) return { obstacle: { refusal: NO_FILE } };
    const { cwd, root } = this.#options;
    const source = sourceOfUri(uri, { cwd, root: root.display });
    if (source.kind === "file") return this.#file(source);
    const refusal = source.kind === "url" ? this.#policy.refuseUrl(source.url) : undefined;
    return refusal ? { obstacle: { refusal } } : source;
  }

  async #file(source: Extract<Source, { kind: "file" }>): Promise<Source | { obstacle: Obstacle }> {
    const file = await this.#policy.file(source.path);
    if (typeof file !== "string") return { obstacle: { refusal: file } };
    const stats = await stat(file).catch(() => undefined);
    if (!stats || stats.isFile()) return { ...source, path: file };
    const message = `"${source.display}" is ${stats.isDirectory() ? "a folder, " : ""}not a file.`;
    const cause = { message, help: "Write the path of a file in the `$ref`." };
    return { obstacle: { cause, reason: "unreadable", isAbsent: stats.isDirectory() } };
  }
}

/** False for a `file:` URI of another machine, or one that is wrongly encoded: whoever takes its path would fail. */
function namesFile(uri: string): boolean {
  try {
    return fileURLToPath(uri) !== "";
  } catch {
    return false;
  }
}
