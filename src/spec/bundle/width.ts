import { fail } from "../../diagnostics/index.js";
import type { Origin } from "../origins.js";
import type { ObjectKind } from "./object-kinds.js";

/** How many schemas a list (`allOf`, `oneOf`, …) and a map (`properties`, …) of one schema may have. */
const MOST_SCHEMAS = { list: 2_000, map: 10_000 };

/** The places of one object where {@link checkWidth} looks. */
interface Width {
  kind: ObjectKind;
  holding: "list" | "map";
  size: number;
  origin(): Origin;
}

/**
 * Types are made in a time that grows with the square of what one schema holds, see docs/decisions/0015-limits.md.
 * @throws DiagnosticError B44-111 for a list or map of schemas that has too many.
 */
export function checkWidth({ kind, holding, size, origin }: Width): void {
  const most = MOST_SCHEMAS[holding];
  if (kind !== "schema" || size <= most) return;
  fail("B44-111", {
    message: `More than ${most.toLocaleString("en-US")} schemas stand side by side in one.`,
    location: origin(),
  });
}

/** How many members maps may have together that are put together from several. */
const MOST_MERGED = 1_000_000;

/** What is put together is written out at each of its places, so that a short document can ask for very much. */
export class MergedWidth {
  #size = 0;

  /** False where nothing was put together. */
  get isUsed(): boolean {
    return this.#size > 0;
  }

  /** @throws DiagnosticError B44-111 where a map, with those before it, is too much. */
  add(size: number, origin: () => Origin): void {
    this.#size += size;
    if (this.#size <= MOST_MERGED) return;
    fail("B44-111", {
      message: `More than ${MOST_MERGED.toLocaleString("en-US")} members are put in for references with members beside them.`,
      location: origin(),
    });
  }
}
