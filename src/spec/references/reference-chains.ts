import { isObject, type Json, stringMember } from "../../json/index.js";
import { isReference, type ReferenceTarget, type Resolution } from "./reference.js";

/** So many references may follow on each other before there is a value. */
export const LONGEST_CHAIN = 100;

/**
 * Chains of references to references. Each is followed to its end from every place in it, so a long one costs the square of its
 * length or more.
 */
export class ReferenceChains {
  readonly #resolve: (ref: string, base: string) => Resolution;
  /** How many references follow from an object on. */
  readonly #lengths = new Map<Json, number>();

  /** @param resolve gives what a reference leads to, itself not followed */
  constructor(resolve: (ref: string, base: string) => Resolution) {
    this.#resolve = resolve;
  }

  /** Whether a target is the first of too many references. A circle is as long as it has references. */
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
