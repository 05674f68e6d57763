import { dirname } from "node:path";
import type { Diagnostic } from "../../diagnostics/index.js";
import type { DocumentFailure, SourceDocument } from "../../spec/model.js";
import { References } from "../../spec/references/index.js";
import {
  absentDocuments,
  type DocumentReference,
  loadReferences,
  type ReferenceOptions,
  referenceUri,
  withFolderHelp,
} from "../../spec/resolve/index.js";
import type { SpecReaderOptions } from "./load-root.js";

/** The documents that the references of a spec lead to, read as they are needed. */
export class ReferencedDocuments {
  /** The reasons why documents could not be read, by URI. */
  readonly failures = new Map<string, DocumentFailure>();
  /** URIs of documents that must not be read or do not exist. */
  readonly absent = new Set<string>();
  readonly #root: SourceDocument;
  readonly #options: ReferenceOptions;
  readonly #read = new Map<string, SourceDocument>();
  /** URIs of documents that were looked for, but not read. */
  readonly #lookedFor = new Set<string>();
  #lacksNetwork = false;

  constructor(root: SourceDocument, { cwd, allowFiles, allowHosts, offline, entry }: SpecReaderOptions) {
    this.#root = root;
    this.#options = { root, cwd, configFolder: entry && dirname(entry.file), allowFiles, allowHosts, offline };
  }

  /** {@link failures}, with help that names a folder if several of its files need to be allowed. */
  get toldFailures(): ReadonlyMap<string, DocumentFailure> {
    return withFolderHelp(this.failures, this.#options);
  }

  /** The root document, and every other document that was read. */
  get all(): SourceDocument[] {
    return [this.#root, ...this.#read.values()];
  }

  /** Whether a document was left out only because nothing may be fetched. */
  get lacksNetwork(): boolean {
    return this.#lacksNetwork;
  }

  /** Returns a resolver for references in the documents that were read so far. */
  references(): References {
    return new References(this.#root, this.#read, this.failures);
  }

  /** Reads the documents that references lead to. Returns the new documents, and the diagnostics of reading them. */
  async read(references: DocumentReference[]): Promise<{ added: SourceDocument[]; diagnostics: Diagnostic[] }> {
    const { documents, failures, absent, lacksNetwork, diagnostics } = await loadReferences(references, this.#options);
    for (const uri of absent) this.absent.add(uri);
    this.#lacksNetwork ||= lacksNetwork;
    const others = [...documents].filter(([uri]) => uri !== this.#root.uri);
    const added = others.flatMap(([uri, document]) => (this.#read.has(uri) ? [] : [document]));
    for (const [uri, document] of others) this.#read.set(uri, document);
    for (const [uri, failure] of failures) this.failures.set(uri, failure);
    return { added, diagnostics };
  }

  /**
   * Looks for documents that were not read because only other operations need them. Returns true if one more of them is
   * missing: names depend on the missing documents, and must not depend on the selection.
   */
  async findsAbsent(references: readonly DocumentReference[]): Promise<boolean> {
    const unknown = references.filter(({ ref, base }) => !this.#lookedFor.has(referenceUri(ref, base)));
    if (unknown.length === 0) return false;
    for (const { ref, base } of unknown) this.#lookedFor.add(referenceUri(ref, base));
    const absent = await absentDocuments(unknown, this.#options);
    for (const uri of absent) this.absent.add(uri);
    return absent.size > 0;
  }
}
