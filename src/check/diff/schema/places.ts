import type { Step } from "../model.js";
import type { Finding } from "./finding.js";
import type { Node } from "./graph.js";

/** A finding, with the path to it from the value of an operation. */
interface PlacedFinding {
  finding: Finding;
  path: Step[];
}

/** The maximum number of places in one value for which a changed schema is reported. More are not readable. */
const MOST_PLACES = 20;

interface Visit {
  node: Node;
  path: readonly Step[];
  /** The visit that led here. A path never passes the same schema twice. */
  from: Visit | undefined;
}

/** Returns the findings in a value, beginning with those nearest to its root. */
export function placedFindings(root: Node): PlacedFinding[] {
  const placed: PlacedFinding[] = [];
  const counts = new Map<Node, number>();
  const reported = new Set<string>();
  let visits: Visit[] = root.isChanged ? [{ node: root, path: [], from: undefined }] : [];
  while (visits.length > 0) {
    const next: Visit[] = [];
    for (const visit of visits) {
      const count = counts.get(visit.node) ?? 0;
      if (count >= MOST_PLACES) continue;
      counts.set(visit.node, count + 1);
      for (const finding of visit.node.findings) {
        const path = [...visit.path, ...finding.path];
        const key = keyOf(finding, path);
        if (reported.has(key)) continue;
        reported.add(key);
        placed.push({ finding, path });
      }
      for (const { step, node } of visit.node.edges) {
        if (!node.isChanged || isOnWay(node, visit)) continue;
        next.push({ node, path: step ? [...visit.path, step] : visit.path, from: visit });
      }
    }
    visits = next;
  }
  return placed;
}

/**
 * Returns a key for a finding at a path. Several branches may contain the same schema, and thus lead to the same
 * change.
 */
function keyOf({ kind, predicate, before, after }: Finding, path: readonly Step[]): string {
  return JSON.stringify([kind, predicate, path, before?.file, before?.pointer, after?.file, after?.pointer]);
}

function isOnWay(node: Node, visit: Visit): boolean {
  for (let step: Visit | undefined = visit; step; step = step.from) if (step.node === node) return true;
  return false;
}
