import { type Diagnostic, diagnostic, type Location } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, stringMember } from "../../json/index.js";
import { type DocumentFailure, isPassing } from "../model.js";
import { LONGEST_CHAIN, type References, suggestedReference } from "../references/index.js";
import { referenceUri } from "../resolve/index.js";
import { operationKeys } from "./methods.js";
import { followReferences, type ObjectPlace } from "./path-items.js";

/** What tells why a reference does not lead to operations. */
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
  /** Whether that may be there the next time. */
  isPassing: boolean;
}

/** Why a reference in the place of a path item, or of all paths, leads to no operation. */
export function whyNoOperations(place: ObjectPlace, facts: ReferenceFacts, { suggests = true } = {}): Reason {
  const { references } = facts;
  const places = followReferences(place, references);
  const last = places.at(-1) as ObjectPlace;
  const ref = stringMember(last.value, "$ref");
  if (ref === undefined) return { diagnostic: noPathItem(places, references), isPassing: false };
  const broken: BrokenReference = {
    ref,
    location: { file: references.display(last.uri), pointer: `${last.pointer}/$ref` },
  };
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
  if (resolution.kind === "tooLong") return { diagnostic: leadsTooFar(broken), isPassing: false };
  if (resolution.kind === "target")
    return { diagnostic: leadsToOther(broken, resolution.target.value, place), isPassing: false };
  const near = suggests ? suggestedReference(ref, last.uri, references) : undefined;
  return { diagnostic: leadsNowhere(broken, near), isPassing: false };
}

/** A reference that cannot be followed to operations, and where it stands. */
interface BrokenReference {
  ref: string;
  location: Location;
}

function leadsNowhere({ ref, location }: BrokenReference, near: string | undefined): Diagnostic {
  const help = near === undefined ? undefined : `Did you mean ${JSON.stringify(near)}?`;
  return diagnostic("B44-108", { message: `${written(ref)} points to nothing.`, location, help });
}

function leadsToUnread({ ref, location }: BrokenReference, failure: Diagnostic | undefined): Diagnostic {
  if (!failure)
    return diagnostic("B44-110", { message: `${written(ref)} points to a document that was not read.`, location });
  return failure.location?.line === undefined ? { ...failure, location } : failure;
}

function leadsTooFar({ ref, location }: BrokenReference): Diagnostic {
  const message = `${written(ref)} starts a chain of more than ${LONGEST_CHAIN} references.`;
  return diagnostic("B44-114", { message, location });
}

/** An object that is not followed further is one that was passed before. */
function leadsToOther({ ref, location }: BrokenReference, value: Json, { pointer }: ObjectPlace): Diagnostic {
  if (isObject(value)) return diagnostic("B44-112", { message: `${written(ref)} is circular.`, location });
  return diagnostic("B44-308", {
    message: `${written(ref)} points to ${kindOf(value)}, not to ${pointer === "/paths" ? "paths" : "a path item"}.`,
    location,
    help: "Fix the reference, or its target.",
  });
}

function written(ref: string): string {
  return `The reference ${JSON.stringify(ref)}`;
}

function kindOf(value: Json): string {
  if (Array.isArray(value)) return "an array";
  if (value === null || value === "") return "nothing";
  return typeof value === "string" ? "plain text" : `a ${typeof value}`;
}

/** What to say of an object behind a reference that has no operations; they may be one level further in. */
function noPathItem(places: readonly ObjectPlace[], references: References): Diagnostic {
  const [end, from] = [places.at(-1), places.at(-2)] as [ObjectPlace, ObjectPlace];
  const ref = stringMember(from.value, "$ref") as string;
  const inner = Object.keys(end.value).find((key) => isPathItem(end.value[key] as Json));
  const target = inner === undefined ? "" : appendPointer(ref.includes("#") ? ref : `${ref}#`, inner);
  const where = inner === undefined ? "" : `; one is in its ${JSON.stringify(inner)}`;
  return diagnostic("B44-308", {
    message: `${written(ref)} points to an object without operations${where}.`,
    location: { file: references.display(from.uri), pointer: `${from.pointer}/$ref` },
    help: inner === undefined ? "Fix the reference, or remove the path." : `Write ${JSON.stringify(target)}.`,
  });
}

function isPathItem(value: Json): boolean {
  return isObject(value) && operationKeys(value).length > 0;
}
