import { type Slot, slotsOf, type Visit } from "../visit.js";

/** The levels that may be around an included array or map. A document has no more of its own, so a bundle has at most twice as many. */
const MOST_AROUND = 200;

/** Whether a place is too deep to include something, by the way that the walk came. */
export function isTooDeep(visit: Visit): boolean {
  let levels = 0;
  for (let at = visit; at.slot; at = at.slot.visit) levels++;
  return levels > MOST_AROUND;
}

/**
 * The slots of included arrays and maps that are too deep: each may contain the slot of the next one, and may go to more slots than the
 * one that it was visited for.
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
