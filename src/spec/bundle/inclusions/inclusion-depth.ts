import { type Slot, slotsOf, type Visit } from "../visit.js";

/** So many levels may be around what is put in. A document has no more of them, so that a bundle has twice as many at most. */
const MOST_AROUND = 200;

/** Whether something is put in too deep by the way that the walk came. */
export function isTooDeep(visit: Visit): boolean {
  let levels = 0;
  for (let at = visit; at.slot; at = at.slot.visit) levels++;
  return levels > MOST_AROUND;
}

/**
 * Where lists and maps are put in deeper than a document may nest: each can hold a place for the next one, and may go to more
 * places than the one where it was visited.
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
