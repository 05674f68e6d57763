/**
 * Returns a cached value for a key, or computes and caches it, so that the total time is linear in the number of keys,
 * not of the paths that lead to them.
 *
 * @param meanwhile the value for a key that is requested while it is being computed
 */
export function memoized<Thing, Known>(
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
