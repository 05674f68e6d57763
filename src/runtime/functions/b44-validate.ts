import type { Check } from "./b44-definition.ts";
import { DEEPEST, type Fault, fault, inMember, kindOf, loosened, ownFault, tooDeep } from "./b44-value.ts";

export type { Fault } from "./b44-value.ts";

/** `loose` takes text that spells a number or boolean for one, and either for text: values of parameters. */
export interface Validation {
  check: Check;
  value: unknown;
  checks: Record<string, Check>;
  loose?: boolean;
}

/**
 * Interprets a check. Each check sees each value once, so that the time grows with the value, whatever the references.
 */
export function validate({ check: start, value: all, checks, loose = false }: Validation): Fault | undefined {
  const seen = new Map<Check, Map<unknown, Fault | undefined>>();
  let depth = 0;

  function inspect(check: Check, given: unknown): Fault | undefined {
    const value = loose ? loosened(check.type, given) : given;
    const branches = check.ref !== undefined || check.all || check.any || check.one;
    if (!branches && !(typeof value === "object" && value)) return ownFault({ check, value, loose });
    const outcomes = seen.get(check) ?? new Map<unknown, Fault | undefined>();
    if (outcomes.has(value)) return outcomes.get(value);
    seen.set(check, outcomes.set(value, undefined));
    depth++;
    const found =
      depth > DEEPEST
        ? tooDeep()
        : (ownFault({ check, value, loose }) ?? inMembers(check, value) ?? inBranches(check, value));
    depth--;
    outcomes.set(value, found);
    return found;
  }

  function within(check: Check | false | undefined, [key, value]: [string, unknown]): Fault | undefined {
    const found = check === false ? fault("is not allowed") : check && inspect(check, value);
    return found && inMember(key, found);
  }

  function inMembers({ properties = {}, others, prefixItems = [], items }: Check, value: unknown): Fault | undefined {
    const kind = kindOf(value);
    if (kind !== "object" && kind !== "array") return undefined;
    for (const entry of Object.entries(value as object)) {
      if (entry[1] === undefined) continue;
      const own = Object.hasOwn(properties, entry[0]) ? properties[entry[0]] : others;
      const found = within(kind === "object" ? own : (prefixItems[Number(entry[0])] ?? items), entry);
      if (found) return found;
    }
    return undefined;
  }

  function inBranches(check: Check, value: unknown): Fault | undefined {
    if (check.ref !== undefined && Object.hasOwn(checks, check.ref)) {
      const found = inspect(checks[check.ref] as Check, value);
      if (found) return found;
    }
    for (const part of check.all ?? []) {
      const found = inspect(part, value);
      if (found) return found;
    }
    return inChoice(check.any, value) ?? inChoice(check.one, value) ?? exclusive(check.one, value);
  }

  function inChoice(choice: readonly Check[] | undefined, value: unknown): Fault | undefined {
    if (!choice) return undefined;
    const faults = choice.map((part) => inspect(part, value));
    if (faults.some((found) => !found)) return undefined;
    // The form that the value resembles most is the one whose fault lies deepest.
    const depthOf = (found?: Fault): number => found?.pointer.split("/").length ?? 0;
    const [deepest] = faults.sort((a, b) => depthOf(b) - depthOf(a));
    return deepest?.pointer || faults.length === 1 ? deepest : fault("fits none of the allowed forms");
  }

  function exclusive(choice: readonly Check[] = [], value: unknown): Fault | undefined {
    const fitting = choice.filter((part) => !inspect(part, value));
    return fitting.length > 1 ? fault("fits more than one of the forms that exclude each other") : undefined;
  }

  return inspect(start, all);
}
