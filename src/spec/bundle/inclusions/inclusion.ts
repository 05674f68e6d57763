import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { BROKEN, isReference, type MergedObject, type References, type Resolution } from "../../references/index.js";
import { tooWide } from "../limits/index.js";
import type { ObjectKind } from "../object-kinds.js";
import type { ReferenceFault } from "../unresolved/index.js";
import { isWithin, originOf, placeOf, type Slot } from "../visit.js";

/** The result of following a reference in the place of an array or map: `properties: { $ref: "./properties.yaml" }`. */
interface Inclusion {
  /** The maps on the way that have members beside their `$ref`, and in any case the first one; the outermost comes first. */
  beside: MergedObject[];
  /** The array or map at the end; undefined if the reference is broken. */
  end: IncludedEnd | undefined;
  fault: InclusionFault | undefined;
}

/** The array or map at the end of the references. */
export interface IncludedEnd extends Omit<MergedObject, "value"> {
  value: JsonObject | Json[];
}

/** Why the reference is broken. */
export type InclusionFault =
  | { resolution: Exclude<Resolution, { kind: "target" }> }
  | (ReferenceFault & { resolution?: undefined });

/**
 * Follows a reference in the place of an array or map. OpenAPI has no Reference Object there, so keys beside the `$ref` of a map are
 * further members of it.
 */
export function inclusionOf(
  { kind, holding }: { kind: ObjectKind; holding: "list" | "map" },
  value: JsonObject & { $ref: string },
  { slot, references }: { slot: Slot; references: References },
): Inclusion {
  const { visit, token } = slot;
  const { uri, base } = placeOf(slot);
  const written = { value, uri, base, pointer: originOf(references, visit, token).pointer };
  const passed: MergedObject[] = [written];
  const stopped = (fault: InclusionFault): Inclusion => ({ beside: besideOf(holding, passed), end: undefined, fault });
  for (let at: Json = value, from = base; isReference(at); ) {
    const resolution = references.resolve(at.$ref, from);
    if (resolution.kind !== "target") return stopped({ resolution });
    const { target } = resolution;
    const found = target.value;
    const isRight = isReference(found) || (holding === "list" ? Array.isArray(found) : isObject(found));
    if (!isRight) {
      return stopped({ code: "B44-108", what: `does not point to ${holding === "list" ? "an array" : "an object"}` });
    }
    const isCircle = passed.some((object) => object.value === found) || isWithin(visit, found as object);
    if (isCircle) return stopped(BROKEN.circle);
    const wide = isReference(found) ? undefined : tooWide(kind, holding, Object.keys(found as object).length);
    if (wide !== undefined) return stopped({ code: "B44-115", what: `points to more than ${wide}` });
    if (!isReference(found)) return { beside: besideOf(holding, passed), end: target as IncludedEnd, fault: undefined };
    passed.push({ ...target, value: found });
    at = found;
    from = target.base;
  }
  return stopped(BROKEN.circle);
}

/** Returns none if no map on the way has members beside its `$ref`, and for arrays. */
function besideOf(holding: "list" | "map", passed: MergedObject[]): MergedObject[] {
  if (holding === "list") return [];
  const withMembers = passed.filter(({ value }, index) => index === 0 || Object.keys(value).length > 1);
  return withMembers.length > 1 || Object.keys(passed[0]?.value ?? {}).length > 1 ? withMembers : [];
}
