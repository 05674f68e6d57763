import type { Pair } from "./finding.js";
import type { View } from "./side/index.js";

/** Compares the keywords that are compared only as text: `not`, `if`, `contains`, `dependentRequired` and the like. */
export function compareConditions(pair: Pair): void {
  const before = withRequired(pair.before, pair.after);
  const after = withRequired(pair.after, pair.before);
  for (const keyword of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(keyword);
    const is = after.get(keyword);
    if (was && is && areSame(was, is)) continue;
    if (was === undefined) pair.report("condition-added", `now has the condition ${keyword}`);
    else if (is === undefined) pair.report("condition-removed", `no longer has the condition ${keyword}`);
    else pair.report("condition-changed", `has a changed condition ${keyword}`);
  }
}

/**
 * Adds names in `required` that neither version declares as a property to the conditions. For one that a single version
 * declares, the change of the property is reported instead.
 */
function withRequired({ conditions, required, properties }: View, other: View): View["conditions"] {
  const undeclared = [...required].filter((name) => !properties.has(name) && !other.properties.has(name)).sort();
  return undeclared.length === 0 ? conditions : new Map([...conditions, ["required", new Set(undeclared)]]);
}

function areSame(texts: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return texts.size === others.size && [...texts].every((text) => others.has(text));
}
