import { getOrInsert } from "../../../collections/index.js";
import { type Code, type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { type DocumentFailure, isPassing } from "../../model.js";
import type { Origin } from "../../origins.js";
import { BROKEN, type References, type Resolution, suggestedReference } from "../../references/index.js";
import { type DocumentReference, referenceUri } from "../../resolve/index.js";
import { MISSING_REFERENCE_HELP } from "../../shapes/index.js";
import type { OverLimit } from "../limits/index.js";
import { originOf, placeOf, type Visit } from "../visit.js";
import type { Loss } from "./stand-ins.js";

/** A reference as it is written somewhere. */
export interface WrittenReference {
  ref: string;
  /** The visit of the object that it is written in, directly or within a member. */
  visit: Visit;
  /** The document that it is written in. */
  uri: string;
  /** What is lost if it is broken. */
  loss: Loss;
  /** Returns the place where it is written. Computed on demand. */
  origin(): Origin;
}

/** A broken reference, once for all its places in a document, or an object that exceeds a limit. */
export interface Fault {
  /** B44-108 to B44-110, B44-112 or B44-114 to B44-117, at the first place. */
  diagnostic: Diagnostic;
  /** What is lost, in words. */
  subject: "its target" | "this part";
  loss: Loss;
  /** The URI of the document that the reference leads into, if that could not be read. */
  document?: string | undefined;
  /** True if the document may be readable in the next run. */
  isPassing: boolean;
  /** The visits of all places. */
  visits: Visit[];
}

/** The fault of a reference: `what` completes "The reference …". */
export interface ReferenceFault {
  code: Code;
  what: string;
}

/** The help for the values of a mapping. */
const MAPPING_HELP =
  "Fix the value in the discriminator's `mapping`: it must be the name of a component schema, or a reference to a schema.";

/** The maximum number of broken references with a suggestion. */
const MOST_SUGGESTIONS = 30;

/**
 * The maximum number of objects of a document over the same limit that are reported at their own place; the others are reported
 * with the last.
 */
const MOST_OVER = 30;

/** Collects the broken references of a bundle, each once, and the objects that exceed a limit. */
export class Unresolved {
  /** References to documents that were not read yet: they must be read before the bundle can be made. */
  readonly missing: DocumentReference[] = [];
  readonly #failures: ReadonlyMap<string, DocumentFailure>;
  readonly #faults = new Map<string, Fault>();
  readonly #over = new Map<string, Set<string>>();
  readonly #saidMissing = new Set<string>();
  readonly #references: References;
  #suggestions = 0;

  /** @param failures why documents could not be read, by URI */
  constructor(failures: ReadonlyMap<string, DocumentFailure>, references: References) {
    this.#failures = failures;
    this.#references = references;
  }

  /** Returns all faults, in the order in which they were found. */
  get faults(): Fault[] {
    return [...this.#faults.values()];
  }

  /** Notes a reference without a target. */
  add(resolution: Exclude<Resolution, { kind: "target" }>, written: WrittenReference): void {
    if (resolution.kind !== "unread") {
      const help = resolution.kind === "nowhere" ? () => this.#suggestion(written) : undefined;
      this.fault(BROKEN[resolution.kind], written, help);
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

  /** Notes a value of a discriminator's `mapping` that points to nothing. */
  mappedNowhere(written: WrittenReference): void {
    this.fault(BROKEN.nowhere, written, () => this.#suggestion(written) ?? MAPPING_HELP);
  }

  /** Notes a fault of a reference. @param help replaces the general help of the code */
  fault({ code, what }: ReferenceFault, written: WrittenReference, help?: () => string | undefined): void {
    const message = `The reference ${JSON.stringify(written.ref)} ${what}.`;
    this.#note(`${written.uri} ${written.ref}`, written, {
      describe: () => diagnostic(code, { message, location: written.origin(), help: help?.() }),
    });
  }

  /** Notes a `$ref` that is not a string: `what` completes "A `$ref` …". */
  missingReference(what: string, written: WrittenReference): void {
    const message = `A \`$ref\` ${what}.`;
    this.#note(`${written.uri} ${what}`, written, {
      describe: () => diagnostic("B44-108", { message, location: written.origin(), help: MISSING_REFERENCE_HELP }),
    });
  }

  /** Notes an object that is given up because it exceeds a limit. With a `token`, only this member is given up. */
  overLimit(
    { code, problem, help, tokens }: OverLimit,
    { visit, token, loss }: { visit: Visit; token?: string | number; loss: Loss },
  ): void {
    const location = originOf(this.#references, visit, ...(token === undefined ? [] : [token]), ...tokens);
    const alike = `${code} ${location.file} ${problem}`;
    const told = getOrInsert(this.#over, alike, () => new Set());
    if (told.size < MOST_OVER) told.add(location.pointer);
    const place = told.has(location.pointer) ? location.pointer : [...told].at(-1);
    const describe = () => diagnostic(code, { message: `${problem}.`, location, help });
    this.#note(`${alike} ${place}`, { visit, loss }, { subject: "this part", describe });
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

  /** Returns what to write instead of a broken reference, if something similar exists. */
  #suggestion({ ref, uri }: WrittenReference): string | undefined {
    if (this.#suggestions++ >= MOST_SUGGESTIONS) return undefined;
    const near = suggestedReference(ref, uri, this.#references);
    return near === undefined ? undefined : `Did you mean ${JSON.stringify(near)}?`;
  }

  #note(
    key: string,
    { loss, visit }: Pick<WrittenReference, "loss" | "visit">,
    { describe, ...more }: Partial<Pick<Fault, "document" | "isPassing" | "subject">> & { describe: () => Diagnostic },
  ): void {
    const fault = getOrInsert(this.#faults, `${loss} ${key}`, (): Fault => {
      return { subject: "its target", isPassing: false, ...more, diagnostic: describe(), loss, visits: [] };
    });
    fault.visits.push(visit);
  }
}

/** Describes a reference as it is written in an object that is visited, or in a member of it. */
export function writtenIn(
  references: References,
  ref: string,
  { visit, loss, tokens }: { visit: Visit; loss: Loss; tokens: (string | number)[] },
): WrittenReference {
  const { uri } = placeOf({ visit, token: tokens[0] ?? "" });
  return { ref, visit, uri, loss, origin: () => originOf(references, visit, ...tokens) };
}
