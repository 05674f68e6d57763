import { escapePointerToken, isObject, type Json, stringMember } from "../json.js";

/** The JSON pointers of the anchors of a document, `$dynamicAnchor` too (JSON Schema 2020-12, section 8.2.2). */
export function collectAnchors(document: Json): Map<string, string> {
  const anchors = new Map<string, string>();
  const seen = new Set<Json>();
  const open: { value: Json; pointer: string }[] = [{ value: document, pointer: "" }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, pointer } = next;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
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
