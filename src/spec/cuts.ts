import { getOrInsert } from "../collections/index.js";
import type { Json } from "../json/index.js";

/** Why a part of a document is not read: it nests too deep, holds itself, or is too large once aliases are written out. */
export type CutReason = "nesting" | "circle" | "aliases";

/** What messages say of a part that is not read. */
interface CutWords {
  code: "B44-116" | "B44-117";
  /** What is wrong, as a sentence without its end. */
  problem: string;
  help?: string;
}

const WORDS: Record<CutReason, CutWords> = {
  nesting: { code: "B44-116", problem: "This part is nested more than 200 levels deep" },
  circle: {
    code: "B44-117",
    problem: "This part is endless: a YAML alias contains itself",
    help: "Remove the alias. To make a schema refer to itself, use a `$ref`.",
  },
  aliases: { code: "B44-117", problem: "This part is too large once its YAML aliases are expanded" },
};

/** What is said of a part that is not read. */
export function cutWords(reason: CutReason): CutWords {
  return WORDS[reason];
}

/** The parts of some documents that are not read for their size. What nobody asks for costs nothing. */
export class Cuts {
  readonly #reasons = new Map<object, CutReason>();
  readonly #within = new WeakMap<object, { reason: CutReason | undefined }>();

  /** @param documents with what each has of empty objects and arrays in the place of what is not read */
  constructor(documents: Iterable<{ cuts?: ReadonlyMap<object, CutReason> | undefined }>) {
    for (const { cuts } of documents) for (const [object, reason] of cuts ?? []) this.#reasons.set(object, reason);
  }

  /** True where all is read, as of nearly every spec. */
  get isEmpty(): boolean {
    return this.#reasons.size === 0;
  }

  /** Why what stood in the place of a value is not read; undefined where the value is what was written. */
  of(value: Json | undefined): CutReason | undefined {
    return typeof value === "object" && value !== null ? this.#reasons.get(value) : undefined;
  }

  /** The same of a value and all that stands in it. */
  within(value: Json | undefined): CutReason | undefined {
    if (this.isEmpty || typeof value !== "object" || value === null) return undefined;
    return getOrInsert(this.#within, value, () => ({ reason: this.#search(value) })).reason;
  }

  #search(start: Json): CutReason | undefined {
    const open = [start];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (typeof value !== "object" || value === null) continue;
      const reason = this.#reasons.get(value);
      if (reason !== undefined) return reason;
      for (const child of Object.values(value)) open.push(child);
    }
    return undefined;
  }
}
