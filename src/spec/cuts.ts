import { getOrInsert } from "../collections/index.js";
import type { Json } from "../json/index.js";

/** Why a part of a document is not read: it nests too deep, holds itself, or is too large once aliases are written out. */
export type CutReason = "nesting" | "circle" | "aliases";

/** How messages describe a part that was cut off. */
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

/** How messages describe a part that was cut off for this reason. */
export function cutWords(reason: CutReason): CutWords {
  return WORDS[reason];
}

/** The parts of documents that were cut off for their size or depth, and why. Deep lookups are made on demand and remembered. */
export class Cuts {
  readonly #reasons = new Map<object, CutReason>();
  readonly #within = new WeakMap<object, { reason: CutReason | undefined }>();

  /** @param documents each with the empty objects and arrays that replace its cut-off parts */
  constructor(documents: Iterable<{ cuts?: ReadonlyMap<object, CutReason> | undefined }>) {
    for (const { cuts } of documents) for (const [object, reason] of cuts ?? []) this.#reasons.set(object, reason);
  }

  /** True where nothing was cut off, as in nearly every spec. */
  get isEmpty(): boolean {
    return this.#reasons.size === 0;
  }

  /** Why a value replaces a part that was cut off; undefined for a value as it was written. */
  of(value: Json | undefined): CutReason | undefined {
    return typeof value === "object" && value !== null ? this.#reasons.get(value) : undefined;
  }

  /** Like {@link of}, for a value and everything inside it. */
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
