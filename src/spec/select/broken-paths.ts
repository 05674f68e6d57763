import { type Diagnostic, diagnostic, type Location } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, type JsonObject, objectMember, stringMember } from "../../json/index.js";
import { type DocumentFailure, isPassing, type LoadedSpec } from "../model.js";
import { LONGEST_CHAIN, type References, suggestedReference } from "../references/index.js";
import { referenceUri } from "../resolve/index.js";
import { METHODS } from "./methods.js";
import { followReferences, type ObjectPlace } from "./path-items.js";

/**
 * A path whose reference leads to no operations: to a document that cannot be read, to nowhere, too far, or round in a
 * circle.
 */
export interface BrokenPath {
  /** Undefined for the reference of `paths` itself, which stands for nobody knows which paths. */
  path: string | undefined;
  item: JsonObject;
  /** Whether operations stand beside the reference. */
  isPartial: boolean;
}

/** A broken path that a selection may take in. */
export interface TakenPath extends BrokenPath {
  /** Whether an operation that was named is missing, and may be what is missing here: then it is an error. */
  isNeeded: boolean;
  /** Whether the path itself was selected; else it counts only where what it refers to could not be read. */
  isCertain: boolean;
}

/** What a selection loses by broken paths. */
export interface LeftOutPaths {
  diagnostics: Diagnostic[];
  /** URIs of the documents that could not be read. */
  unread: string[];
}

/** For so many paths it is looked for what their references may be meant to be. */
const MOST_SUGGESTIONS = 30;

/** What tells why a reference does not lead to operations. */
export interface ReferenceFacts {
  references: References;
  /** Why documents could not be read, by URI. */
  failures: ReadonlyMap<string, DocumentFailure>;
}

/**
 * The paths of the root document that are references, and of which what these lead to is not known. Beside paths that are
 * known, `paths` itself may be such a reference; where none is, {@link noOperations} tells of that.
 */
export function brokenPaths(spec: LoadedSpec, known: ReadonlySet<string>, references: References): BrokenPath[] {
  const broken: BrokenPath[] = [];
  const paths = objectMember(spec.root, "paths") ?? {};
  const all = { path: undefined, item: paths };
  if (known.size > 0 && !isFollowed(placeOf(spec, all), references)) broken.push({ ...all, isPartial: true });
  for (const [path, item] of Object.entries(paths)) {
    if (path.startsWith("x-") || !isObject(item) || stringMember(item, "$ref") === undefined) continue;
    const isPartial = known.has(path);
    if (isPartial && isFollowed(placeOf(spec, { path, item }), references)) continue;
    broken.push({ path, item, isPartial });
  }
  return broken;
}

/** Whether a reference leads to an object in the end, whatever that holds. */
function isFollowed(place: ObjectPlace, references: References): boolean {
  return stringMember((followReferences(place, references).at(-1) as ObjectPlace).value, "$ref") === undefined;
}

function placeOf({ document }: LoadedSpec, { path, item }: Pick<BrokenPath, "path" | "item">): ObjectPlace {
  return { value: item, uri: document.uri, pointer: path === undefined ? "/paths" : appendPointer("/paths", path) };
}

/**
 * What to say of paths that a selection takes in and that lack operations: why what they refer to has none, once for
 * all paths that it is the reason for. B44-108 to B44-110, B44-112 and B44-114, as of other references; B44-308 where the
 * reference leads to something that is no path item. An error for a path that is needed, and where a document may be
 * there the next time; else a warning.
 */
export function leftOutPaths(paths: readonly TakenPath[], spec: LoadedSpec, facts: ReferenceFacts): LeftOutPaths {
  const reasons = new Map<string, { reason: Reason; isError: boolean; paths: BrokenPath[] }>();
  for (const [index, broken] of paths.entries()) {
    const reason = whyNoOperations(placeOf(spec, broken), facts, { suggests: index < MOST_SUGGESTIONS });
    if (!broken.isCertain && reason.document === undefined) continue;
    const isError = reason.isPassing || broken.isNeeded;
    const { message, location } = reason.diagnostic;
    const key = JSON.stringify([message, location?.file, isError, broken.isPartial, broken.path === undefined]);
    const known = reasons.get(key);
    if (known) known.paths.push(broken);
    else reasons.set(key, { reason, isError, paths: [broken] });
  }
  const all = [...reasons.values()];
  return {
    diagnostics: all.map(({ reason, isError, paths }) =>
      isError ? { ...reason.diagnostic, severity: "error" } : asWarning(reason.diagnostic, paths),
    ),
    unread: all.flatMap(({ reason }) => reason.document ?? []),
  };
}

function asWarning(reason: Diagnostic, paths: readonly BrokenPath[]): Diagnostic {
  const [first, ...others] = paths.flatMap(({ path }) => path ?? []);
  const named =
    others.length === 0 ? first : `${first} and ${others.length === 1 ? others[0] : `${others.length} others`}`;
  const all = others.length === 0 ? `the path ${named} is` : `the paths ${named} are`;
  const part = first === undefined ? "the paths that it stands for are" : `what it stands for in ${named} is`;
  const lost = paths[0]?.isPartial ? part : all;
  return { ...reason, severity: "warning", message: `${reason.message.replace(/\.$/, "")}; ${lost} left out.` };
}

/** Why a reference does not lead to operations. */
interface Reason {
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
  return diagnostic("B44-108", { message: `${written(ref)} leads nowhere.`, location, help });
}

function leadsToUnread({ ref, location }: BrokenReference, failure: Diagnostic | undefined): Diagnostic {
  if (!failure) return diagnostic("B44-110", { message: `${written(ref)} leads to what was not read.`, location });
  return failure.location?.line === undefined ? { ...failure, location } : failure;
}

function leadsTooFar({ ref, location }: BrokenReference): Diagnostic {
  const message = `${written(ref)} is the first of more than ${LONGEST_CHAIN} that follow on each other.`;
  return diagnostic("B44-114", { message, location });
}

/** An object that is not followed further is one that was passed before. */
function leadsToOther({ ref, location }: BrokenReference, value: Json, { pointer }: ObjectPlace): Diagnostic {
  if (isObject(value)) return diagnostic("B44-112", { message: `${written(ref)} goes round in a circle.`, location });
  return diagnostic("B44-308", {
    message: `${written(ref)} leads to ${kindOf(value)}, not to ${pointer === "/paths" ? "paths" : "a path item"}.`,
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
  return typeof value === "string" ? "plain text" : `a ${typeof value}`;
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
