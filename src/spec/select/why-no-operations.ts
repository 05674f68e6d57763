import { type Code, type Diagnostic, diagnostic, type Location } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, stringMember } from "../../json/index.js";
import { type DocumentFailure, isPassing } from "../model.js";
import { BROKEN, type References, suggestedReference } from "../references/index.js";
import { referenceUri } from "../resolve/index.js";
import { operationKeys } from "./methods.js";
import { followReferences, type ObjectPlace } from "./path-items.js";

/** What is needed to explain a broken reference. */
export interface ReferenceFacts {
  references: References;
  /** Why documents could not be read, by URI. */
  failures: ReadonlyMap<string, DocumentFailure>;
}

/** Why a reference does not lead to operations. */
export interface Reason {
  diagnostic: Diagnostic;
  /** The URI of the document that it leads into, where that could not be read. */
  document?: string;
  /** Whether that may be readable in the next run. */
  isPassing: boolean;
}

/** Explains why a reference in the place of a path item, or of `paths`, leads to no operations. */
export function whyNoOperations(place: ObjectPlace, facts: ReferenceFacts, { suggests = true } = {}): Reason {
  const { references } = facts;
  const places = followReferences(place, references);
  const last = places.at(-1) as ObjectPlace;
  const ref = stringMember(last.value, "$ref");
  if (ref === undefined) return { diagnostic: noPathItem(places, references), isPassing: false };
  const location = { file: references.display(last.uri), pointer: `${last.pointer}/$ref` };
  const broken: BrokenReference = { ref, location };
  const resolution = references.resolve(ref, last.uri);
  if (resolution.kind === "unread") {
    const document = referenceUri(resolution.ref, resolution.base);
    const failure = facts.failures.get(document);
    return {
      diagnostic: leadsToUnread(broken, failure?.diagnostic),
      document,
      isPassing: failure !== undefined && isPassing(failure),
    };
  }
  if (resolution.kind === "target")
    return { diagnostic: leadsToOther(broken, resolution.target.value, place), isPassing: false };
  const isNowhere = resolution.kind === "nowhere";
  const near = suggests && isNowhere ? suggestedReference(ref, last.uri, references) : undefined;
  const help = near === undefined ? undefined : `Did you mean ${JSON.stringify(near)}?`;
  return { diagnostic: fault(BROKEN[resolution.kind], { ...broken, help }), isPassing: false };
}

/** A reference that cannot be followed to operations, and where it stands. */
interface BrokenReference {
  ref: string;
  location: Location;
}

function fault(
  { code, what }: { code: Code; what: string },
  { ref, location, help }: BrokenReference & { help?: string | undefined },
): Diagnostic {
  return diagnostic(code, { message: `The reference ${JSON.stringify(ref)} ${what}.`, location, help });
}

function leadsToUnread({ ref, location }: BrokenReference, failure: Diagnostic | undefined): Diagnostic {
  if (!failure) return fault({ code: "B44-110", what: "points to a document that was not read" }, { ref, location });
  return failure.location?.line === undefined ? { ...failure, location } : failure;
}

/** The fault of a target that is not followed: an object was passed before, so the reference is circular. */
function leadsToOther(broken: BrokenReference, value: Json, { pointer }: ObjectPlace): Diagnostic {
  if (isObject(value)) return fault(BROKEN.circle, broken);
  const what = `points to ${kindOf(value)}, not to ${pointer === "/paths" ? "paths" : "a path item"}`;
  return fault({ code: "B44-308", what }, { ...broken, help: "Fix the reference, or its target." });
}

function kindOf(value: Json): string {
  if (Array.isArray(value)) return "an array";
  if (value === null || value === "") return "nothing";
  return typeof value === "string" ? "plain text" : `a ${typeof value}`;
}

/** The fault of a target without operations. Suggests a path item one level further in. */
function noPathItem(places: readonly ObjectPlace[], references: References): Diagnostic {
  const [end, from] = [places.at(-1), places.at(-2)] as [ObjectPlace, ObjectPlace];
  const ref = stringMember(from.value, "$ref") as string;
  const inner = Object.keys(end.value).find((key) => isPathItem(end.value[key] as Json));
  const target = inner === undefined ? "" : appendPointer(ref.includes("#") ? ref : `${ref}#`, inner);
  const where = inner === undefined ? "" : `; one is in its ${JSON.stringify(inner)}`;
  const location = { file: references.display(from.uri), pointer: `${from.pointer}/$ref` };
  const help = inner === undefined ? "Fix the reference, or remove the path." : `Write ${JSON.stringify(target)}.`;
  return fault({ code: "B44-308", what: `points to an object without operations${where}` }, { ref, location, help });
}

function isPathItem(value: Json): boolean {
  return isObject(value) && operationKeys(value).length > 0;
}
