import { escapePointerToken, isObject, type Json, stringMember } from "../json.js";

/**
 * The JSON pointers, from a value on, of the anchors in it, `$dynamicAnchor` too (JSON Schema 2020-12, section 8.2.2). Those
 * of what `isOther` says is a resource of its own are not among them. Of several of a name the first counts.
 */
export function collectAnchors(start: Json, isOther: (value: object) => boolean): Map<string, string> {
  const anchors = new Map<string, string>();
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
    }
    const children = Object.entries(value).map(([key, child]) => ({
      value: child,
      pointer: `${pointer}/${escapePointerToken(key)}`,
    }));
    open.push(...children.reverse());
  }
  return anchors;
}
