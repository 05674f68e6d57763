import { isObject, type Json, stringMember } from "../../json/index.js";
import { isReference, type ReferenceTarget, type Resolution } from "./reference.js";

/** The longest chain of references to references. */
export const LONGEST_CHAIN = 100;

/**
 * Measures chains of references to references. Every chain is followed to its end from each of its places, so a long one takes quadratic
 * time or more.
 */
export class ReferenceChains {
  readonly #resolve: (ref: string, base: string) => Resolution;
  /** The number of references that follow an object. */
  readonly #lengths = new Map<Json, number>();

  /** @param resolve returns the target of a reference, which may be a reference itself */
  constructor(resolve: (ref: string, base: string) => Resolution) {
    this.#resolve = resolve;
  }

  /** Whether a target begins too long a chain. A circular chain is as long as it has references. */
  isTooLong(target: ReferenceTarget): boolean {
    if (!isReference(target.value)) return false;
    const passed = new Set<Json>();
    let length = 0;
    for (let at: ReferenceTarget | undefined = target; at; at = this.#next(at)) {
      const known = this.#lengths.get(at.value);
      if (known !== undefined) length = known + 1;
      if (known !== undefined || passed.has(at.value)) break;
      passed.add(at.value);
      if (passed.size > LONGEST_CHAIN) {
        this.#lengths.set(target.value, LONGEST_CHAIN);
        return true;
      }
    }
    for (const value of [...passed].reverse()) this.#lengths.set(value, length++);
    return length > LONGEST_CHAIN;
  }

  #next({ value, base }: ReferenceTarget): ReferenceTarget | undefined {
    const ref = isObject(value) ? stringMember(value, "$ref") : undefined;
    const resolution = ref === undefined ? undefined : this.#resolve(ref, base);
    return resolution?.kind === "target" ? resolution.target : undefined;
  }
}
