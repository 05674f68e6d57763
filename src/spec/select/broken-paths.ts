import { type Diagnostic, diagnostic, type Location } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, type JsonObject, objectMember, stringMember } from "../../json/index.js";
import type { LoadedSpec } from "../model.js";
import { type References, suggestedReference } from "../references/index.js";
import { referenceUri } from "../resolve/index.js";
import { METHODS } from "./methods.js";
import { followReferences, type ObjectPlace } from "./path-items.js";

/**
 * A path whose reference leads to no operations: to a document that cannot be read, to nowhere, or round in a circle.
 */
export interface BrokenPath {
  path: string;
  item: JsonObject;
}

/** For so many paths it is looked for what their references may be meant to be. */
const MOST_SUGGESTIONS = 30;

/** What tells why a reference does not lead to operations. */
export interface ReferenceFacts {
  references: References;
  /** Why documents could not be read, by URI. */
  failures: ReadonlyMap<string, Diagnostic>;
}

/** The paths of the root document that are references, and of which no operation is known. */
export function brokenPaths(spec: LoadedSpec, known: ReadonlySet<string>): BrokenPath[] {
  const broken: BrokenPath[] = [];
  for (const [path, item] of Object.entries(objectMember(spec.root, "paths") ?? {})) {
    if (known.has(path) || path.startsWith("x-")) continue;
    if (isObject(item) && stringMember(item, "$ref") !== undefined) broken.push({ path, item });
  }
  return broken;
}

/**
 * What to say of paths that a selection takes in and that have no operations: why what they refer to has none, once for
 * all paths that it is the reason for. B44-108 to B44-110 and B44-112, as of other references; B44-308 where the
 * reference leads to something that is no path item.
 */
export function leftOutPaths(paths: readonly BrokenPath[], spec: LoadedSpec, facts: ReferenceFacts): Diagnostic[] {
  const { uri } = spec.document;
  const reasons = new Map<string, { reason: Diagnostic; paths: string[] }>();
  for (const [index, { path, item }] of paths.entries()) {
    const place = { value: item, uri, pointer: appendPointer("/paths", path) };
    const reason = whyNoOperations(place, facts, { suggests: index < MOST_SUGGESTIONS });
    const key = JSON.stringify([reason.message, reason.location?.file]);
    const known = reasons.get(key);
    if (known) known.paths.push(path);
    else reasons.set(key, { reason, paths: [path] });
  }
  return [...reasons.values()].map(({ reason, paths: [first, ...others] }) => {
    const what =
      others.length === 0
        ? `the path ${first} is`
        : `the paths ${first} and ${others.length === 1 ? others[0] : `${others.length} others`} are`;
    const message = `${reason.message.replace(/\.$/, "")}; ${what} left out.`;
    return { ...reason, severity: "warning", message };
  });
}

/** Why a reference in the place of a path item, or of all paths, leads to no operation. */
export function whyNoOperations(place: ObjectPlace, facts: ReferenceFacts, { suggests = true } = {}): Diagnostic {
  const { references } = facts;
  const places = followReferences(place, references);
  const last = places.at(-1) as ObjectPlace;
  const ref = stringMember(last.value, "$ref");
  if (ref === undefined) return noPathItem(places, references);
  const broken: BrokenReference = {
    ref,
    location: { file: references.display(last.uri), pointer: `${last.pointer}/$ref` },
  };
  const resolution = references.resolve(ref, last.uri);
  switch (resolution.kind) {
    case "nowhere":
      return leadsNowhere(broken, suggests ? suggestedReference(ref, last.uri, references) : undefined);
    case "unread":
      return leadsToUnread(broken, facts.failures.get(referenceUri(resolution.ref, resolution.base)));
    case "target":
      return leadsToNoPathItem(broken, resolution.target.value);
  }
}

/** A reference that cannot be followed to operations, and where it stands. */
interface BrokenReference {
  ref: string;
  location: Location;
}

function leadsNowhere({ ref, location }: BrokenReference, near: string | undefined): Diagnostic {
  const help = near === undefined ? undefined : `Did you mean ${JSON.stringify(near)}?`;
  return diagnostic("B44-108", { message: `${written(ref)} leads nowhere.`, location, help });
}

function leadsToUnread({ ref, location }: BrokenReference, failure: Diagnostic | undefined): Diagnostic {
  if (!failure) return diagnostic("B44-110", { message: `${written(ref)} leads to what was not read.`, location });
  return failure.location?.line === undefined ? { ...failure, location } : failure;
}

/** An object that is not followed further is one that was passed before. */
function leadsToNoPathItem({ ref, location }: BrokenReference, value: Json): Diagnostic {
  if (isObject(value)) return diagnostic("B44-112", { message: `${written(ref)} goes round in a circle.`, location });
  return diagnostic("B44-308", {
    message: `${written(ref)} leads to ${kindOf(value)}, not to a path item.`,
    location,
    help: "Mend the reference, or what it leads to.",
  });
}

function written(ref: string): string {
  return `The reference ${JSON.stringify(ref)}`;
}

function kindOf(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (value === null || value === "") return "nothing";
  return typeof value === "string" ? "a text" : `a ${typeof value}`;
}

/** What to say of an object behind a reference that has no operations; they may be one level further in. */
function noPathItem(places: readonly ObjectPlace[], references: References): Diagnostic {
  const [end, from] = [places.at(-1), places.at(-2)] as [ObjectPlace, ObjectPlace];
  const ref = stringMember(from.value, "$ref") as string;
  const inner = Object.keys(end.value).find((key) => isPathItem(end.value[key] as Json));
  const target = inner === undefined ? "" : appendPointer(ref.includes("#") ? ref : `${ref}#`, inner);
  const where = inner === undefined ? "" : `; one stands in its ${JSON.stringify(inner)}`;
  return diagnostic("B44-308", {
    message: `${written(ref)} leads to an object without operations${where}.`,
    location: { file: references.display(from.uri), pointer: `${from.pointer}/$ref` },
    help: inner === undefined ? "Mend the reference, or remove the path." : `Write ${JSON.stringify(target)}.`,
  });
}

function isPathItem(value: Json): boolean {
  return isObject(value) && METHODS.some((method) => objectMember(value, method) !== undefined);
}
