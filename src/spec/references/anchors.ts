import { escapePointerToken, isObject, type Json, stringMember } from "../../json/index.js";

/** The anchors of a resource. */
export interface Anchors {
  pointers: ReadonlyMap<string, string>;
  /** The names that more than one `$dynamicAnchor` has. */
  repeated: ReadonlySet<string>;
}

/**
 * The JSON pointers, from a value on, of the anchors in it, `$dynamicAnchor` too (JSON Schema 2020-12, section 8.2.2).
 * Those of what `isOther` says is a resource of its own are not among them. Of several of a name the first counts.
 */
export function collectAnchors(start: Json, isOther: (value: object) => boolean): Anchors {
  const anchors = new Map<string, string>();
  const dynamic = new Set<string>();
  const repeated = new Set<string>();
  const seen = new Set<Json>();
  const open: { value: Json; pointer: string }[] = [{ value: start, pointer: "" }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, pointer } = next;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    if (value !== start && isOther(value)) continue;
    seen.add(value);
    if (isObject(value)) {
      for (const keyword of ["$anchor", "$dynamicAnchor"]) {
        const anchor = stringMember(value, keyword);
        if (anchor !== undefined && !anchors.has(anchor)) anchors.set(anchor, pointer);
      }
      const name = stringMember(value, "$dynamicAnchor");
      if (name !== undefined) (dynamic.has(name) ? repeated : dynamic).add(name);
    }
    const children = Object.entries(value).map(([key, child]) => ({
      value: child,
      pointer: `${pointer}/${escapePointerToken(key)}`,
    }));
    open.push(...children.reverse());
  }
  return { pointers: anchors, repeated };
}
