import type { Check } from "./b44-definition.ts";
import { DEEPEST, type Fault, fault, inMember, kindOf, loosened, ownFault, tooDeep } from "./b44-value.ts";

export type { Fault } from "./b44-value.ts";

/**
 * A value and its check. With `loose`, for values of parameters, text that spells a number or boolean counts as one,
 * and numbers and booleans count as text.
 */
export interface Validation {
  check: Check;
  value: unknown;
  checks: Record<string, Check>;
  loose?: boolean;
}

/**
 * Checks a value and returns the first fault. Each check is applied to each value once, so the time is linear in the
 * size of the value, whatever the references between checks.
 */
export function validate({ check, value, checks, loose = false }: Validation): Fault | undefined {
  return new Inspection(checks, loose).inspect(check, value);
}

/** One validation of a value and everything in it. */
class Inspection {
  readonly #checks: Record<string, Check>;
  readonly #loose: boolean;
  readonly #seen = new Map<Check, Map<unknown, Fault | undefined>>();
  #depth = 0;

  constructor(checks: Record<string, Check>, loose: boolean) {
    this.#checks = checks;
    this.#loose = loose;
  }

  inspect(check: Check, given: unknown): Fault | undefined {
    const loose = this.#loose;
    const value = loose ? loosened(check.type, given) : given;
    const branches = check.ref !== undefined || check.all || check.any;
    if (!branches && !(typeof value === "object" && value)) return ownFault({ check, value, loose });
    const outcomes = this.#seen.get(check) ?? new Map<unknown, Fault | undefined>();
    if (outcomes.has(value)) return outcomes.get(value);
    this.#seen.set(check, outcomes.set(value, undefined));
    this.#depth++;
    const found =
      this.#depth > DEEPEST
        ? tooDeep()
        : (ownFault({ check, value, loose }) ?? this.#inMembers(check, value) ?? this.#inBranches(check, value));
    this.#depth--;
    outcomes.set(value, found);
    return found;
  }

  #within(check: Check | false | undefined, [key, value]: [string, unknown]): Fault | undefined {
    const found = check === false ? fault("is not allowed") : check && this.inspect(check, value);
    return found && inMember(key, found);
  }

  #inMembers({ properties = {}, others, prefixItems = [], items }: Check, value: unknown): Fault | undefined {
    const kind = kindOf(value);
    if (kind !== "object" && kind !== "array") return undefined;
    for (const entry of Object.entries(value as object)) {
      if (entry[1] === undefined) continue;
      const own = Object.hasOwn(properties, entry[0]) ? properties[entry[0]] : others;
      const found = this.#within(kind === "object" ? own : (prefixItems[Number(entry[0])] ?? items), entry);
      if (found) return found;
    }
    return undefined;
  }

  #inBranches(check: Check, value: unknown): Fault | undefined {
    if (check.ref !== undefined && Object.hasOwn(this.#checks, check.ref)) {
      const found = this.inspect(this.#checks[check.ref] as Check, value);
      if (found) return found;
    }
    for (const part of check.all ?? []) {
      const found = this.inspect(part, value);
      if (found) return found;
    }
    return this.#inChoice(check.any, value);
  }

  #inChoice(choice: readonly Check[] | undefined, value: unknown): Fault | undefined {
    if (!choice) return undefined;
    const faults = choice.map((part) => this.inspect(part, value));
    if (faults.some((found) => !found)) return undefined;
    // The schema that the value resembles most is the one whose fault is nested deepest.
    const depthOf = (found?: Fault): number => found?.pointer.split("/").length ?? 0;
    const [deepest] = faults.sort((a, b) => depthOf(b) - depthOf(a));
    return deepest?.pointer || faults.length === 1 ? deepest : fault("fits none of the allowed forms");
  }
}
