/** The used part of a `Map` or `WeakMap`. */
interface Keeping<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** Returns the value of a key, and creates it if there is none: ECMAScript's `Map.prototype.getOrInsertComputed`. */
export function getOrInsert<Key, Value>(map: Keeping<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
