import { type Slot, slotsOf, type Visit } from "../visit.js";

/**
 * The maximum number of levels around an included array or map. A document itself has no more levels, so a bundle has at most twice as
 * many.
 */
const MOST_AROUND = 200;

/** True if a place is too deep to include something, judged by the path of the walk. */
export function isTooDeep(visit: Visit): boolean {
  let levels = 0;
  for (let at = visit; at.slot; at = at.slot.visit) levels++;
  return levels > MOST_AROUND;
}

/**
 * Returns the slots of included arrays and maps that are too deep: each may contain the slot of the next one, and may go to more slots
 * than the one for which it was visited.
 */
export function slotsTooDeep(included: ReadonlySet<Visit>): Slot[] {
  const tooDeep: Slot[] = [];
  const depths = new Map<Visit, number>();
  const entered = new Set<Visit>();
  const open = [...included];
  for (let visit = open.at(-1); visit; visit = open.at(-1)) {
    entered.add(visit);
    const slots = slotsOf(visit);
    const around = slots.map((slot) => slot.visit).filter((holder) => !entered.has(holder));
    open.push(...around);
    if (around.length > 0) continue;
    open.pop();
    if (depths.has(visit)) continue;
    let depth = 0;
    for (const slot of slots) {
      const levels = depths.get(slot.visit) ?? 0;
      if (included.has(visit) && levels > MOST_AROUND) tooDeep.push(slot);
      else depth = Math.max(depth, levels + 1);
    }
    depths.set(visit, depth);
  }
  return tooDeep;
}
