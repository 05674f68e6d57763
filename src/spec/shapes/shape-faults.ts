import { getOrInsert } from "../../collections/index.js";
import { type Code, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer } from "../../json/index.js";
import type { Origin } from "../origins.js";

/** A part of an OpenAPI object that is not understood. */
export interface ShapeFault {
  code: Code;
  /** What happened, as a sentence without its end. */
  problem: string;
  /** The way to it from the object. */
  tokens: readonly (string | number)[];
  help?: string | undefined;
  /** What it has in common with others that are like it; the problem itself where nothing is said. */
  kind?: string | undefined;
}

/** So many faults of one kind are told of. */
const MOST = 30;

/** The parts of a document that are not understood, each reported at its place, but no more than {@link MOST} alike. */
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
