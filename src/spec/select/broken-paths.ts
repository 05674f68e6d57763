import { getOrInsert } from "../../collections/index.js";
import type { Diagnostic } from "../../diagnostics/index.js";
import { appendPointer, isObject, type JsonObject, objectMember, stringMember } from "../../json/index.js";
import type { LoadedSpec } from "../model.js";
import type { References } from "../references/index.js";
import { followReferences, type ObjectPlace } from "./path-items.js";
import { type Reason, type ReferenceFacts, whyNoOperations } from "./why-no-operations.js";

/**
 * A path whose reference leads to no operations: it points to nothing or into a document that cannot be read, has too many others behind
 * it, or is circular.
 */
export interface BrokenPath {
  /** Undefined for the reference of `paths` itself, which stands for unknown paths. */
  path: string | undefined;
  item: JsonObject;
  /** Whether there are operations beside the reference. */
  isPartial: boolean;
}

/** A broken path that a selection may take in. */
export interface TakenPath extends BrokenPath {
  /** Whether an operation that was selected by name is missing, and may be one of these: then it is an error. */
  isNeeded: boolean;
  /** Whether the path itself was selected. Otherwise it counts only if its target could not be read. */
  isCertain: boolean;
}

/** What is lost by broken paths. */
interface LeftOutPaths {
  diagnostics: Diagnostic[];
  /** URIs of the documents that could not be read. */
  unread: string[];
}

/** How many broken paths get a suggestion. */
const MOST_SUGGESTIONS = 30;

/**
 * The paths of the root document that are broken references. `paths` itself may be one beside known paths; without any known path,
 * {@link noOperations} reports that.
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
 * Reports why selected paths lack operations, once for all paths with the same reason: B44-108 to B44-110, B44-112 and B44-114, as for
 * other references; B44-308 if the target is not a path item. An error for a path that is needed, and for a document that may be readable
 * in the next run; else a warning.
 */
export function leftOutPaths(paths: readonly TakenPath[], spec: LoadedSpec, facts: ReferenceFacts): LeftOutPaths {
  const reasons = new Map<string, { reason: Reason; isError: boolean; paths: BrokenPath[] }>();
  for (const [index, broken] of paths.entries()) {
    const reason = whyNoOperations(placeOf(spec, broken), facts, { suggests: index < MOST_SUGGESTIONS });
    if (!broken.isCertain && reason.document === undefined) continue;
    const isError = reason.isPassing || broken.isNeeded;
    const { message, location } = reason.diagnostic;
    const key = JSON.stringify([message, location?.file, isError, broken.isPartial, broken.path === undefined]);
    getOrInsert(reasons, key, () => ({ reason, isError, paths: [] })).paths.push(broken);
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
  const part = first === undefined ? "its paths are" : `its operations in ${named} are`;
  const lost = paths[0]?.isPartial ? part : all;
  return { ...reason, severity: "warning", message: `${reason.message.replace(/\.$/, "")}; ${lost} skipped.` };
}
