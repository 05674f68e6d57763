import { locateSettings } from "../../config/index.js";
import { type Diagnostic, fail, withDiagnostics } from "../../diagnostics/index.js";
import { contentHash } from "../../files/index.js";
import { type BundleResult, bundle } from "../../spec/bundle/index.js";
import { locateDiagnostics } from "../../spec/load/index.js";
import { type BundledSpec, isBefore31, type LoadedSpec, type SourceDocument } from "../../spec/model.js";
import { repeatedNames } from "../../spec/references/index.js";
import type { DocumentReference } from "../../spec/resolve/index.js";
import {
  listOperations,
  type OperationEntry,
  pathFaults,
  pathItemReferences,
  type SelectedOperation,
  type Selection,
  select,
} from "../../spec/select/index.js";
import { loadRoot, type SpecReaderOptions } from "./load-root.js";
import { ReferencedDocuments } from "./referenced-documents.js";

/** More rounds of reading than this mean an endless chain of documents. */
const MOST_ROUNDS = 20;

/**
 * A spec that was read: its root document, the documents that it refers to, read as they are needed, and its
 * operations.
 */
export class SpecReader {
  readonly spec: LoadedSpec;
  readonly diagnostics: Diagnostic[];
  readonly #options: SpecReaderOptions;
  readonly #documents: ReferencedDocuments;
  readonly #strict: boolean;

  private constructor(spec: LoadedSpec, { strict, ...options }: SpecReaderOptions & { strict: boolean }) {
    this.spec = spec;
    this.diagnostics = [...spec.diagnostics];
    this.#options = options;
    this.#documents = new ReferencedDocuments(spec.document, options);
    this.#strict = strict;
  }

  /**
   * Loads the root document and the documents of its path items. Reports paths that cannot be understood now, because
   * they have no operations that could be selected. Throws what `loadSpec` throws.
   */
  static async open(input: string, options: SpecReaderOptions): Promise<SpecReader> {
    const spec = await (options.root ?? loadRoot(input, options));
    return new SpecReader(spec, { ...options, strict: false }).#withPathItems();
  }

  /**
   * Creates a reader for a root document that b44-gen made itself, in which every broken reference is an error. Reads
   * the documents of its path items.
   */
  static async of(spec: LoadedSpec, options: SpecReaderOptions): Promise<SpecReader> {
    return new SpecReader(spec, { ...options, strict: true }).#withPathItems();
  }

  async #withPathItems(): Promise<SpecReader> {
    const base = this.spec.document.uri;
    const references = this.#documents.references();
    const isUnread = (ref: string) => references.resolveOnce(ref, base).kind === "unread";
    const external = pathItemReferences(this.spec).filter((ref) => !ref.startsWith("#") && isUnread(ref));
    if (external.length > 0) await this.#read(external.map((ref) => ({ ref, base })));
    this.#tellRepeated(this.spec.document);
    if (!this.#strict) this.diagnostics.push(...pathFaults(this.spec, this.#documents.references()));
    return this;
  }

  /** The root document, and every other document that was read. */
  get documents(): SourceDocument[] {
    return this.#documents.all;
  }

  /** Whether a document was left out only because the reader is offline. */
  get lacksNetwork(): boolean {
    return this.#documents.lacksNetwork;
  }

  /**
   * Returns the documents that the result depends on: those that were read, and an empty one for each missing local
   * file, because the result changes when that file appears.
   */
  inputs(...lacking: Pick<Selection | BundledSpec, "unread">[]): SourceDocument[] {
    const unread = [...new Set(lacking.flatMap((item) => item.unread))];
    const files = unread.filter(
      (uri) => uri.startsWith("file:") && this.#documents.failures.get(uri)?.reason !== "refused",
    );
    const empty = { text: "", format: "yaml", value: null, hash: contentHash("") } as const;
    return [...this.documents, ...files.map((uri) => ({ uri, display: uri, ...empty }))];
  }

  operations(): OperationEntry[] {
    return listOperations(this.spec, this.#documents.references());
  }

  /**
   * Selects operations by patterns, or all. If `select` throws, so does this, with the operations that could not be
   * read (B44-308) first, because a pattern may be meant for one of them.
   */
  select(entries: OperationEntry[], patterns: readonly string[] | "all"): Selection {
    try {
      return select(this.spec, entries, patterns, {
        references: this.#documents.references(),
        failures: this.#documents.toldFailures,
      });
    } catch (error) {
      const lost = this.diagnostics.filter(({ code }) => code === "B44-308");
      throw withDiagnostics(error, (diagnostics) => [...lost, ...diagnostics]);
    }
  }

  /**
   * Bundles the selected operations, reading the documents that they reach. Adds diagnostics only once, however often
   * the reader bundles. Throws what `bundle` throws, and B44-111 for an endless chain of documents.
   */
  async bundle(selected: readonly SelectedOperation[]): Promise<BundledSpec> {
    const input = { spec: this.spec, selected, absent: this.#documents.absent, strict: this.#strict };
    for (let round = 0; ; round++) {
      const facts = { references: this.#documents.references(), failures: this.#documents.toldFailures };
      const result: BundleResult = bundle({ ...input, ...facts });
      if (!result.missing) {
        if (round < MOST_ROUNDS && (await this.#documents.findsAbsent(result.elsewhere))) continue;
        this.#say(result.bundled.diagnostics);
        return result.bundled;
      }
      if (round === MOST_ROUNDS) {
        const file = this.spec.document.display;
        const message = `The references of "${file}" lead to too many further documents: b44-gen followed them ${MOST_ROUNDS} times.`;
        fail("B44-111", { message, location: result.missing[0]?.location ?? { file } });
      }
      await this.#read(result.missing);
    }
  }

  /** Adds lines and columns to diagnostics that have a place in one of the documents, or are about a setting. */
  locate(diagnostics: Diagnostic[]): Diagnostic[] {
    return locateDiagnostics(locateSettings(diagnostics, this.#options.entry), this.documents);
  }

  /** Runs a stage, and adds lines and columns to the diagnostics that it throws. */
  async located<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw withDiagnostics(error, (diagnostics) => this.locate(diagnostics));
    }
  }

  #say(diagnostics: Diagnostic[]): void {
    const placeOf = ({ code, location }: Diagnostic) => `${code} ${location?.file} ${location?.pointer}`;
    const said = new Set(this.diagnostics.map(placeOf));
    this.diagnostics.push(...diagnostics.filter((item) => !said.has(placeOf(item))));
  }

  /** Reports names (`$id`, `$anchor`) that occur twice in a document, in the versions of OpenAPI that have them. */
  #tellRepeated(document: SourceDocument): void {
    if (!this.#strict && !isBefore31(this.spec.family)) this.diagnostics.push(...repeatedNames(document));
  }

  async #read(references: DocumentReference[]): Promise<void> {
    const { added, diagnostics } = await this.#documents.read(references);
    for (const document of added) this.#tellRepeated(document);
    this.diagnostics.push(...diagnostics);
  }
}
