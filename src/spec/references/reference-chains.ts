import { fail } from "../../diagnostics/index.js";
import { isObject, type Json, stringMember } from "../../json/index.js";
import { isReference, type ReferenceTarget, type Resolution } from "./reference.js";

/** So many references may follow on each other before there is a value. */
const LONGEST_CHAIN = 100;

interface Lookup {
  /** What a reference leads to, itself not followed. */
  resolve(ref: string, base: string): Resolution;
  /** How messages name a document. */
  display(uri: string): string;
}

/**
 * Chains of references to references. Who follows one goes to its end from every place in it, so that long ones cost
 * the square of their length or more.
 */
export class ReferenceChains {
  readonly #resolve: Lookup["resolve"];
  readonly #display: Lookup["display"];
  /** How many references follow from an object on. */
  readonly #lengths = new Map<Json, number>();

  constructor({ resolve, display }: Lookup) {
    this.#resolve = resolve;
    this.#display = display;
  }

  /**
   * Looks where a target leads, if it is a reference. A circle is as long as it has references.
   * @throws DiagnosticError B44-111 where a chain is too long.
   */
  check(target: ReferenceTarget): void {
    if (!isReference(target.value)) return;
    const passed = new Set<Json>();
    let length = 0;
    for (let at: ReferenceTarget | undefined = target; at; at = this.#next(at)) {
      const known = this.#lengths.get(at.value);
      if (known !== undefined) length = known + 1;
      if (known !== undefined || passed.has(at.value)) break;
      passed.add(at.value);
      if (passed.size > LONGEST_CHAIN) this.#fail(target);
    }
    if (passed.size + length > LONGEST_CHAIN) this.#fail(target);
    for (const value of [...passed].reverse()) this.#lengths.set(value, length++);
  }

  #next({ value, base }: ReferenceTarget): ReferenceTarget | undefined {
    const ref = isObject(value) ? stringMember(value, "$ref") : undefined;
    const resolution = ref === undefined ? undefined : this.#resolve(ref, base);
    return resolution?.kind === "target" ? resolution.target : undefined;
  }

  #fail({ uri, pointer }: ReferenceTarget): never {
    fail("B44-111", {
      message: `More than ${LONGEST_CHAIN} references follow on each other.`,
      location: { file: this.#display(uri), pointer },
      help: "Let each reference lead to the end of the chain at once.",
    });
  }
}
