import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Diagnostic, DiagnosticError, fail, type Location } from "../../diagnostics/index.js";
import { byCodeUnit, limited } from "../../files/index.js";
import { failRedirect, networkOf, readDocument, type Source } from "../load/index.js";
import type { DocumentFailure, SourceDocument } from "../model.js";
import { collectReferences } from "./collect-references.js";
import { findSource } from "./find-source.js";
import { Folders } from "./folders.js";
import { documentFailure, faultOf, isAbsent, NO_FILE, type Obstacle } from "./obstacle.js";
import { OFFLINE, type PolicyOptions, ReadPolicy } from "./read-policy.js";
import { type Reading, type ReadingLimits, readingOf } from "./reading.js";
import { referenceUri } from "./reference-uri.js";

/** A `$ref` of a document to another one. */
export interface DocumentReference {
  ref: string;
  /** URI of the document that holds it. */
  base: string;
  /** Where it is written, for the diagnostic if it is broken. */
  location?: Location | undefined;
}

/** What may be read, from where, and within what limits. */
export interface ReferenceOptions extends PolicyOptions, ReadingLimits {
  root: SourceDocument;
  fetch?: typeof fetch | undefined;
  /** For each download; 30 seconds by default. */
  timeoutMs?: number | undefined;
}

/** The documents that references lead to. */
export interface LoadedReferences {
  /** By {@link referenceUri}; the root document is among them. */
  documents: Map<string, SourceDocument>;
  /** Why others were not loaded, by {@link referenceUri}. */
  failures: Map<string, DocumentFailure>;
  /** Warnings about documents that were read, B44-113. */
  diagnostics: Diagnostic[];
  /** URIs of documents that are refused or do not exist, which is known without reading them. */
  absent: Set<string>;
  /** Whether a document was not read because nothing may be fetched. */
  lacksNetwork: boolean;
}

/**
 * Loads the documents that references point to, and remembers why others could not be loaded. The results, and the references that
 * messages name, do not depend on the order of reading.
 */
export class ReferenceLoader {
  readonly reading: Reading;
  readonly #options: ReferenceOptions;
  readonly #policy: ReadPolicy;
  readonly #inTurn = limited(8);
  readonly #folders = new Folders();
  readonly #documents: Map<string, SourceDocument>;
  readonly #obstacles = new Map<string, Obstacle>();
  readonly #warnings = new Map<string, Diagnostic[]>();
  /** The reference that messages name for each document. */
  readonly #holders = new Map<string, DocumentReference>();

  constructor(options: ReferenceOptions) {
    this.#options = options;
    this.#policy = new ReadPolicy(options);
    this.reading = readingOf(options.root, options);
    this.#documents = new Map([[options.root.uri, options.root]]);
  }

  /** The results, in an order that does not depend on that of reading. */
  result(): LoadedReferences {
    const failures = [...this.#obstacles].map(([uri, obstacle]) => {
      const { ref, base, location } = this.#holders.get(uri) ?? { ref: uri, base: uri };
      const display = this.#documents.get(base)?.display;
      const holder = location ?? (display === undefined ? undefined : { file: display });
      return [uri, documentFailure(obstacle, { ref, holder })] as const;
    });
    return {
      documents: new Map(byKey(this.#documents)),
      failures: new Map(byKey(failures)),
      diagnostics: byKey(this.#warnings).flatMap(([, warnings]) => warnings),
      absent: new Set(byKey(this.#obstacles).flatMap(([uri, obstacle]) => (isAbsent(obstacle) ? [uri] : []))),
      lacksNetwork: [...this.#obstacles.values()].some((it) => "refusal" in it && it.refusal === OFFLINE),
    };
  }

  /** The URIs that references point to. Those that no document can have become failures. */
  follow(references: DocumentReference[]): string[] {
    const uris = new Set<string>();
    for (const reference of references) {
      const uri = referenceUri(reference.ref, reference.base);
      const holder = this.#holders.get(uri);
      if (!holder || this.#rank(reference) < this.#rank(holder)) this.#holders.set(uri, reference);
      if (/^(?:file|https?):/.test(uri) && URL.canParse(uri)) uris.add(uri);
      else if (uri !== "stdin:") {
        const cause = { message: "It is neither a file nor an http(s) URL." };
        const other = { cause, reason: "unreadable", isAbsent: true } as const;
        this.#obstacles.set(uri, uri.startsWith("file:") ? { refusal: NO_FILE } : other);
      }
    }
    return [...uris];
  }

  /** The sort key of a reference: those of the root document come first, then by URI. */
  #rank({ base }: DocumentReference): string {
    return base === this.#options.root.uri ? "" : base;
  }

  /** Loads a document, if possible, and returns the URIs that it refers to. */
  async load(uri: string): Promise<string[]> {
    const document = this.reading.documents.get(uri) ?? (await this.#inTurn(() => this.#read(uri)));
    if (!document) return [];
    this.reading.documents.set(uri, document);
    this.#documents.set(uri, document);
    const references = collectReferences(document.value, uri).map(({ ref, pointer }) => {
      return { ref, base: uri, location: { file: document.display, pointer } };
    });
    return this.follow(references);
  }

  /** Checks whether a document may be read and exists, without reading it. */
  async look(uri: string): Promise<void> {
    if (this.reading.documents.has(uri)) return;
    const source = await this.#inTurn(() => this.#source(uri)).catch(() => "none" as const);
    if (source === undefined) return;
    const isThere = source !== "none" && (source.kind !== "file" || (await this.#inTurn(() => isFile(source.path))));
    if (!isThere)
      this.#obstacles.set(uri, { cause: { message: "It does not exist." }, reason: "unreadable", isAbsent: true });
  }

  async #read(uri: string): Promise<SourceDocument | undefined> {
    const { root } = this.#options;
    const { budget } = this.reading;
    try {
      budget.check();
      const source = await this.#source(uri);
      if (!source) return undefined;
      if (source.kind === "url") budget.takeDownload();
      const { document, diagnostics } = await readDocument(source, {
        ...this.#options,
        network: networkOf(root),
        budget,
        checkRedirect: (from, to) => {
          if (to.origin !== from.origin) failRedirect(source.display, to, "which is another origin");
        },
      });
      if (document.value === null) failEmpty(document);
      this.#warnings.set(uri, diagnostics);
      return { ...document, uri };
    } catch (error) {
      if (error === budget.spent) return undefined;
      if (!(error instanceof DiagnosticError)) throw error;
      const [found] = error.diagnostics as [Diagnostic];
      const isAbsent = found.code === "B44-101" && uri.startsWith("file:") && !(await isFile(fileURLToPath(uri)));
      const near = isAbsent ? await this.#folders.namesAlike(fileURLToPath(uri)) : undefined;
      this.#obstacles.set(uri, { ...faultOf(uri, found), isAbsent, near });
      return undefined;
    }
  }

  /** The source to read for a URI; undefined if it is refused, or not a file. */
  async #source(uri: string): Promise<Source | undefined> {
    const { cwd, root } = this.#options;
    const found = await findSource(uri, { policy: this.#policy, cwd, root: root.display });
    if (!("obstacle" in found)) return found;
    this.#obstacles.set(uri, found.obstacle);
    return undefined;
  }
}

function byKey<T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => byCodeUnit(a, b));
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (stats) => !stats.isDirectory(),
    () => false,
  );
}

/** Fails for an empty document: a file is empty while an editor saves it, so it is treated like one that does not parse. */
function failEmpty({ display }: SourceDocument): never {
  fail("B44-106", {
    message: `"${display}" is empty.`,
    location: { file: display },
    help: "Add what the `$ref` needs to the file, or fix the `$ref`.",
  });
}
