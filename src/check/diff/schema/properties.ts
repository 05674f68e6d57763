import type { Pair } from "./finding.js";
import { withLostChoices } from "./lost-choices.js";
import { type Annotations, canonical, type Direction, type Side, type Subschema, type View } from "./side/index.js";
import { valueText } from "./words.js";

/** The two versions of the schemas. */
export interface Sides {
  before: Side;
  after: Side;
}

/** A property in one direction. */
interface Property {
  subschema: Subschema;
  annotations: Annotations;
  isRequired: boolean;
  isVisible: boolean;
}

/** Compares the properties of objects in one direction (OpenAPI 3.1, section 4.8.24). */
export function compareProperties(pair: Pair, sides: Sides): void {
  const { after, direction } = pair;
  const before = withLostChoices(pair.before, after);
  for (const [name, subschema] of before.properties) {
    const was = property(before, { name, subschema, side: sides.before, direction });
    if (!was.isVisible) continue;
    const replacement = after.properties.get(name);
    const is = replacement && property(after, { name, subschema: replacement, side: sides.after, direction });
    if (!is?.isVisible) reportRemoved(pair, { name, was, is });
    else compareProperty(pair, { name, was, is });
  }
  for (const [name, subschema] of after.properties) {
    const is = property(after, { name, subschema, side: sides.after, direction });
    if (!is.isVisible) continue;
    const old = before.properties.get(name);
    if (old && property(before, { name, subschema: old, side: sides.before, direction }).isVisible) continue;
    reportAdded(pair, { name, is });
  }
}

/** True if a view has properties that exist in a direction. */
export function hasProperties(view: View, { side, direction }: { side: Side; direction: Direction }): boolean {
  return [...view.properties].some(
    ([name, subschema]) => property(view, { name, subschema, side, direction }).isVisible,
  );
}

function property(
  view: View,
  place: { name: string; subschema: Subschema; side: Side; direction: Direction },
): Property {
  const annotations = place.side.annotations(place.subschema);
  const { isReadOnly, isWriteOnly } = annotations;
  const isHidden = place.direction === "request" ? isReadOnly && !isWriteOnly : isWriteOnly && !isReadOnly;
  // A property with the schema `false` must not be present.
  const isVisible = !isHidden && place.subschema.schema !== false;
  return { subschema: place.subschema, annotations, isRequired: view.required.has(place.name), isVisible };
}

function reportRemoved(pair: Pair, change: { name: string; was: Property; is: Property | undefined }): void {
  const { name, was, is } = change;
  const place = { name, before: was.subschema, after: is?.subschema };
  if (is && is.subschema.schema !== false) {
    if (pair.direction === "request") {
      pair.reportProperty("request-property-became-read-only", { ...place, predicate: "became readOnly" });
    } else {
      pair.reportProperty("response-property-became-write-only", { ...place, predicate: "became writeOnly" });
    }
    return;
  }
  const isClosed = pair.direction === "request" && (is !== undefined || pair.after.additional?.schema === false);
  const kind = isClosed ? "request-property-forbidden" : pair.kindOf("property-removed");
  pair.reportProperty(kind, { ...place, predicate: "was removed" });
}

function reportAdded(pair: Pair, { name, is }: { name: string; is: Property }): void {
  const isNeeded = pair.direction === "request" && is.isRequired;
  const kind = isNeeded ? "request-required-property-added" : pair.kindOf("property-added");
  const predicate = is.isRequired ? "was added and is required" : "was added";
  pair.reportProperty(kind, { name, predicate, before: undefined, after: is.subschema });
}

function compareProperty(pair: Pair, change: { name: string; was: Property; is: Property }): void {
  const { name, was, is } = change;
  const { direction } = pair;
  const place = { name, before: was.subschema, after: is.subschema };
  if (!was.isRequired && is.isRequired) {
    pair.reportProperty(pair.kindOf("property-became-required"), { ...place, predicate: "became required" });
  } else if (was.isRequired && !is.isRequired) {
    pair.reportProperty(pair.kindOf("property-became-optional"), { ...place, predicate: "became optional" });
  }
  if (!was.annotations.isDeprecated && is.annotations.isDeprecated) {
    pair.reportProperty(pair.kindOf("property-deprecated"), { ...place, predicate: "was deprecated" });
  } else if (was.annotations.isDeprecated && !is.annotations.isDeprecated) {
    pair.reportProperty(pair.kindOf("property-reactivated"), { ...place, predicate: "is no longer deprecated" });
  }
  const byDefault = direction === "request" ? defaultChange(was.annotations, is.annotations) : undefined;
  if (byDefault) pair.reportProperty(byDefault.kind, { ...place, predicate: byDefault.predicate });
  pair.follow({ step: { property: name }, before: was.subschema, after: is.subschema });
}

/** Describes the change of the `default` of a value that is sent; undefined if it is unchanged. */
export function defaultChange(before: Annotations, after: Annotations) {
  const { defaultValue: was } = before;
  const { defaultValue: is } = after;
  if (was === undefined && is === undefined) return undefined;
  if (was === undefined && is !== undefined) {
    return { kind: "request-default-added", predicate: `now has the default ${valueText(is)}` } as const;
  }
  if (was !== undefined && is === undefined) {
    return { kind: "request-default-removed", predicate: `no longer has the default ${valueText(was)}` } as const;
  }
  if (was === undefined || is === undefined || canonical(was) === canonical(is)) return undefined;
  const predicate = `had the default ${valueText(was)} and now has the default ${valueText(is)}`;
  return { kind: "request-default-changed", predicate } as const;
}
