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
  /** The visit of the object that it is written in, or that holds what is. */
  visit: Visit;
  /** The document that it is written in. */
  uri: string;
  /** What a bundle loses where it cannot be followed. */
  loss: Loss;
  /** Where it is written, worked out only where it is needed. */
  origin(): Origin;
}

/**
 * What is wrong with a reference, said once for all places of a document where it is written, or with an object that is
 * over a limit.
 */
export interface Fault {
  /** B44-108 to B44-110, B44-112 or B44-114 to B44-117, at the first place. */
  diagnostic: Diagnostic;
  /** What is lost by it, in words. */
  subject: "its target" | "this part";
  loss: Loss;
  /** The URI of the document that it leads into, where that could not be read. */
  document?: string | undefined;
  /** True where a document may be there the next time. */
  isPassing: boolean;
  /** Of all places. */
  visits: Visit[];
}

/** What is wrong with a reference: `what` completes "The reference …". */
export interface ReferenceFault {
  code: Code;
  what: string;
}

/** A mapping has no `$ref` that could be fixed. */
const MAPPING_HELP =
  "Fix the value in the discriminator's `mapping`: it must be the name of a component schema, or a reference to a schema.";

/** For so many references that cannot be followed it is looked for what may be meant. */
const MOST_SUGGESTIONS = 30;

/** So many objects of a document that are over one limit are told of where they are; the others are told of with the last. */
const MOST_OVER = 30;

/** The references of a bundle that could not be followed, each once, and what of it is over a limit. */
export class Unresolved {
  /** References to documents that have not been read: the bundle is not whole while there are any. */
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

  /** In the order in which they were met. */
  get faults(): Fault[] {
    return [...this.#faults.values()];
  }

  /** Notes a reference that leads nowhere, over too many others, or into a document that was not read. */
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

  /** Notes a value of a discriminator's `mapping` that leads nowhere. */
  mappedNowhere(written: WrittenReference): void {
    this.fault(BROKEN.nowhere, written, () => this.#suggestion(written) ?? MAPPING_HELP);
  }

  /** Notes what is wrong with a reference; `help` may know better what to do. */
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

  /** Notes an object that is given up, since something of it is over a limit; `token`: a member of it that is given up alone. */
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

  /** What to write in the place of a reference, where that can be told. */
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

/** A reference as it is written in an object that is visited, or in a member of it. */
export function writtenIn(
  references: References,
  ref: string,
  { visit, loss, tokens }: { visit: Visit; loss: Loss; tokens: (string | number)[] },
): WrittenReference {
  const { uri } = placeOf({ visit, token: tokens[0] ?? "" });
  return { ref, visit, uri, loss, origin: () => originOf(references, visit, ...tokens) };
}
