/**
 * What is known of a thing, or is found out now, and kept: so the time grows with the things, not with the ways to them.
 *
 * @param meanwhile what a thing that comes back to itself is taken for
 */
export function kept<Thing, Known>(
  known: Map<Thing, Known>,
  thing: Thing,
  { meanwhile, find }: { meanwhile: Known; find: () => Known },
): Known {
  const before = known.get(thing);
  if (before !== undefined) return before;
  known.set(thing, meanwhile);
  const found = find();
  known.set(thing, found);
  return found;
}
