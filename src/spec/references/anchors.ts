import { type Json, pointerOf, stringMember } from "../../json/index.js";
import { walkSchemas } from "./walk-schemas.js";

/** The anchors of a resource. */
export interface Anchors {
  pointers: ReadonlyMap<string, string>;
  /** The names that more than one `$dynamicAnchor` has. */
  repeated: ReadonlySet<string>;
}

/**
 * Collects the JSON pointers of the anchors in a value, `$dynamicAnchor` included (JSON Schema 2020-12, section 8.2.2). The first anchor
 * of a name counts.
 * @param isOther true for objects inside it that are resources of their own, which are skipped
 */
export function collectAnchors(start: Json, isOther: (value: object) => boolean): Anchors {
  const pointers = new Map<string, string>();
  const dynamic = new Set<string>();
  const repeated = new Set<string>();
  walkSchemas(start, {}, (schema, step) => {
    if (step.parent && isOther(schema)) return undefined;
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const anchor = stringMember(schema, keyword);
      if (anchor !== undefined && !pointers.has(anchor)) pointers.set(anchor, pointerOf(step));
    }
    const name = stringMember(schema, "$dynamicAnchor");
    if (name !== undefined) (dynamic.has(name) ? repeated : dynamic).add(name);
    return step.around;
  });
  return { pointers, repeated };
}
