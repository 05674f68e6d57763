import { getOrInsert } from "../../collections/index.js";
import { type Code, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer } from "../../json/index.js";
import type { Origin } from "../origins.js";

/** A fault of a part of an OpenAPI object. */
export interface ShapeFault {
  code: Code;
  /** The problem, as a sentence without its full stop and capital. */
  problem: string;
  /** The path to the part from the object. */
  tokens: readonly (string | number)[];
  help?: string | undefined;
  /** Groups similar faults; by default, those with the same problem. */
  kind?: string | undefined;
}

/** How many faults of one kind are reported. */
const MOST = 30;

/** Collects faults of a document. Each is reported at its place, but at most {@link MOST} of one kind. */
export class ShapeFaults {
  readonly #byProblem = new Map<string, { told: Diagnostic[]; more: number }>();

  /** @param holder where the object is */
  tell({ code, problem, tokens, help, kind = problem }: ShapeFault, holder: () => Origin): void {
    const alike = getOrInsert(this.#byProblem, kind, () => ({ told: [], more: 0 }));
    if (alike.told.length === MOST) {
      alike.more++;
      return;
    }
    const { file, pointer } = holder();
    const location = { file, pointer: appendPointer(pointer, ...tokens) };
    alike.told.push(diagnostic(code, { message: `${capitalized(problem)}.`, location, help }));
  }

  diagnostics(): Diagnostic[] {
    return [...this.#byProblem.values()].flatMap(({ told, more }) => {
      const last = told.at(-1);
      if (more === 0 || !last) return told;
      const message = `${more} more ${more === 1 ? "place has a problem" : "places have problems"} like the last one.`;
      return [...told, { ...last, message }];
    });
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
