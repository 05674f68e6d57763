import { type Code, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { type DocumentFailure, isPassing } from "../model.js";
import type { Origin } from "../origins.js";
import { type References, type Resolution, suggestedReference } from "../references/index.js";
import { type DocumentReference, referenceUri } from "../resolve/index.js";
import { MISSING_REFERENCE_HELP } from "../shapes/index.js";
import type { Loss } from "./stand-ins.js";
import { originOf, placeOf, type Visit } from "./visit.js";

/** A reference as it is written somewhere. */
export interface WrittenReference {
  ref: string;
  /** The visit of the object that it is written in, or that holds what is. */
  visit: Visit;
  /** The document that it is written in. */
  uri: string;
  /** What a bundle loses where it cannot be followed. */
  loss: Loss;
  /** Where it is written, worked out only where it is needed. */
  origin(): Origin;
}

/** What is wrong with a reference, said once for all places of a document where it is written. */
export interface Fault {
  /** B44-108 to B44-110, or B44-112, at the first place. */
  diagnostic: Diagnostic;
  loss: Loss;
  /** The URI of the document that it leads into, where that could not be read. */
  document?: string | undefined;
  /** True where a document may be there the next time. */
  isPassing: boolean;
  /** Of all places. */
  visits: Visit[];
}

/** A mapping has no `$ref` that could be mended. */
const MAPPING_HELP =
  "Mend the value in the `mapping` of the discriminator: it has to be the name of a schema among the components, or a reference to a schema.";

/** For so many references that cannot be followed it is looked for what may be meant. */
const MOST_SUGGESTIONS = 30;

/** The references of a bundle that could not be followed, each once. */
export class Unresolved {
  /** References to documents that have not been read: the bundle is not whole while there are any. */
  readonly missing: DocumentReference[] = [];
  readonly #failures: ReadonlyMap<string, DocumentFailure>;
  readonly #faults = new Map<string, Fault>();
  readonly #saidMissing = new Set<string>();
  readonly #references: References;
  #suggestions = 0;

  /** @param failures why documents could not be read, by URI */
  constructor(failures: ReadonlyMap<string, DocumentFailure>, references: References) {
    this.#failures = failures;
    this.#references = references;
  }

  /** In the order in which they were met. */
  get faults(): Fault[] {
    return [...this.#faults.values()];
  }

  /** Notes a reference that leads nowhere, or into a document that was not read. */
  add(resolution: Exclude<Resolution, { kind: "target" }>, written: WrittenReference): void {
    if (resolution.kind === "nowhere") {
      this.fault("B44-108", "leads nowhere", written, () => this.#suggestion(written));
      return;
    }
    const { ref, base } = resolution;
    const uri = referenceUri(ref, base);
    const failure = this.#failures.get(uri);
    if (failure) this.#unreadable(uri, failure, written);
    else if (!this.#saidMissing.has(`${base} ${ref}`)) {
      this.#saidMissing.add(`${base} ${ref}`);
      this.missing.push({ ref, base, location: written.origin() });
    }
  }

  /** Notes a value of a discriminator's `mapping` that leads nowhere. */
  mappedNowhere(written: WrittenReference): void {
    this.fault("B44-108", "leads nowhere", written, () => this.#suggestion(written) ?? MAPPING_HELP);
  }

  /** Notes what is wrong with a reference: `what` completes "The reference …"; `help` may know better what to do. */
  fault(code: Code, what: string, written: WrittenReference, help: () => string | undefined = () => undefined): void {
    const message = `The reference ${JSON.stringify(written.ref)} ${what}.`;
    this.#note(`${written.uri} ${written.ref}`, written, {
      isPassing: false,
      describe: () => diagnostic(code, { message, location: written.origin(), help: help() }),
    });
  }

  /** Notes a `$ref` that is no text: `what` completes "A `$ref` …". */
  missingReference(what: string, written: WrittenReference): void {
    this.#note(`${written.uri} ${what}`, written, {
      isPassing: false,
      describe: () =>
        diagnostic("B44-108", {
          message: `A \`$ref\` ${what}.`,
          location: written.origin(),
          help: MISSING_REFERENCE_HELP,
        }),
    });
  }

  #unreadable(uri: string, failure: DocumentFailure, written: WrittenReference): void {
    const found = failure.diagnostic;
    this.#note(uri, written, {
      document: uri,
      isPassing: isPassing(failure),
      describe: () => {
        if (found.location?.line !== undefined) return found;
        const meant = failure.reason === "broken" ? undefined : this.#suggestion(written);
        return { ...found, location: written.origin(), help: meant ?? found.help };
      },
    });
  }

  /** What to write in the place of a reference, where that can be told. */
  #suggestion({ ref, uri }: WrittenReference): string | undefined {
    if (this.#suggestions++ >= MOST_SUGGESTIONS) return undefined;
    const near = suggestedReference(ref, uri, this.#references);
    return near === undefined ? undefined : `Did you mean ${JSON.stringify(near)}?`;
  }

  #note(
    key: string,
    { loss, visit }: WrittenReference,
    { describe, ...more }: Pick<Fault, "document" | "isPassing"> & { describe: () => Diagnostic },
  ): void {
    const known = this.#faults.get(`${loss} ${key}`);
    if (known) known.visits.push(visit);
    else this.#faults.set(`${loss} ${key}`, { ...more, diagnostic: describe(), loss, visits: [visit] });
  }
}

/** A reference as it is written in an object that is visited, or in a member of it. */
export function writtenIn(
  references: References,
  ref: string,
  { visit, loss, tokens }: { visit: Visit; loss: Loss; tokens: (string | number)[] },
): WrittenReference {
  const { uri } = placeOf({ visit, token: tokens[0] ?? "" });
  return { ref, visit, uri, loss, origin: () => originOf(references, visit, ...tokens) };
}
