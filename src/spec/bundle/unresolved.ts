import { type Code, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Origin } from "../origins.js";
import { type DocumentReference, referenceUri } from "../resolve/index.js";
import type { Resolution } from "./references.js";

/** A reference as it is written somewhere. */
export interface WrittenReference {
  ref: string;
  /** The document that it is written in. */
  uri: string;
  /** Where it is written, worked out only where it is needed. */
  origin(): Origin;
}

/** The references of a bundle that could not be followed, each once. */
export class Unresolved {
  /** References to documents that have not been read: the bundle is not whole while there are any. */
  readonly missing: DocumentReference[] = [];
  /** B44-108 to B44-110 and B44-112. */
  readonly faults: Diagnostic[] = [];
  readonly #failures: ReadonlyMap<string, Diagnostic>;
  readonly #said = new Set<string>();

  /** @param failures why documents could not be read, by URI */
  constructor(failures: ReadonlyMap<string, Diagnostic>) {
    this.#failures = failures;
  }

  /** Notes a reference that leads nowhere, or into a document that was not read. */
  add(resolution: Exclude<Resolution, { kind: "target" }>, written: WrittenReference): void {
    if (resolution.kind === "nowhere") {
      this.fault("B44-108", "leads nowhere", written);
      return;
    }
    const { ref, base } = resolution;
    const failure = this.#failures.get(referenceUri(ref, base));
    if (!this.#isNew(`${base} ${ref}`)) return;
    if (!failure) this.missing.push({ ref, base, location: written.origin() });
    else this.faults.push(failure.location?.line === undefined ? { ...failure, location: written.origin() } : failure);
  }

  /** Notes what is wrong with a reference: `what` completes "The reference …". */
  fault(code: Code, what: string, written: WrittenReference): void {
    if (!this.#isNew(`${written.uri} ${written.ref}`)) return;
    const message = `The reference ${JSON.stringify(written.ref)} ${what}.`;
    this.faults.push(diagnostic(code, { message, location: written.origin() }));
  }

  #isNew(key: string): boolean {
    const { size } = this.#said;
    return this.#said.add(key).size > size;
  }
}
