import { groupChanges } from "../../check/diff/index.js";
import type { ChangeReport } from "../../pipeline/index.js";

/**
 * Returns the changes of specs for a JSON document. Each API has all its changes (`changes`), and the same changes
 * grouped for people: each change of the spec once, with the indexes of its places in `changes` (`groups`). `places`
 * are the places in the app that break.
 */
export function changesDocument({ apis, impact }: ChangeReport) {
  const withGroups = apis.map(({ name, isSame, changes }) => {
    const positions = new Map(changes.map((change, position) => [change, position]));
    const groups = groupChanges(changes).map(({ example, operations, changes: members }) => {
      const { kind, level, message } = example;
      return { kind, level, message, operations, changes: members.map((change) => positions.get(change)) };
    });
    return { name, isSame, groups, changes };
  });
  return { apis: withGroups, places: impact?.places ?? [] };
}
