import {
  decodedText,
  escapePointerToken,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  resolvePointer,
  stringMember,
} from "../../json/index.js";
import type { LoadedSpec } from "../model.js";
import type { References } from "../references/index.js";
import { operationKeys } from "./methods.js";

/** An object, and where it stands. */
export interface ObjectPlace {
  value: JsonObject;
  /** The document that it stands in: the base for its references. */
  uri: string;
  pointer: string;
}

/** A path with its path item. */
interface PathEntry {
  path: string;
  /**
   * The path item, and those that it refers to (OpenAPI 3.2.0, section 4.9, `$ref`), the outermost first. If the last one has a `$ref`,
   * that is broken.
   */
  places: ObjectPlace[];
}

/** The path items of a document, in its order, without extensions, values that are not objects, and parts that were cut off. */
export function listPaths(spec: LoadedSpec, references: References): PathEntry[] {
  const written = objectMember(spec.root, "paths");
  if (!written) return [];
  const entries = new Map<string, PathEntry>();
  for (const paths of followReferences({ value: written, uri: spec.document.uri, pointer: "/paths" }, references)) {
    for (const path of Object.keys(paths.value)) {
      const value = paths.value[path];
      if (!isObject(value) || path.startsWith("x-") || entries.has(path)) continue;
      if (references.cuts.of(value) !== undefined) continue;
      const place = { value, uri: paths.uri, pointer: `${paths.pointer}/${escapePointerToken(path)}` };
      entries.set(path, { path, places: followReferences(place, references) });
    }
  }
  return [...entries.values()];
}

/** An object, and the objects that its `$ref` leads to, one after the other, up to a broken reference. */
export function followReferences(place: ObjectPlace, references: References): ObjectPlace[] {
  const places = [place];
  let last = place;
  for (let ref = stringMember(last.value, "$ref"); ref !== undefined; ref = stringMember(last.value, "$ref")) {
    const resolution = references.resolve(ref, last.uri);
    if (resolution.kind !== "target") break;
    const { value, uri, pointer } = resolution.target;
    if (!isObject(value) || places.some((item) => item.value === value)) break;
    last = { value, uri, pointer };
    places.push(last);
  }
  return places;
}

/**
 * The references of the root document in the places of `paths`, path items and operations: their documents must be read before operations
 * can be listed.
 */
export function pathItemReferences(spec: LoadedSpec): string[] {
  const found = new Set<string>();
  const seen = new Set<Json>();
  const look = (start: Json | undefined, below: (object: JsonObject) => void) => {
    for (let value = start; isObject(value) && !seen.has(value); ) {
      seen.add(value);
      const ref = stringMember(value, "$ref");
      if (ref !== undefined) found.add(ref);
      below(value);
      value = ref?.startsWith("#") ? resolvePointer(spec.root, decodedText(ref.slice(1))) : undefined;
    }
  };
  const operation = () => {};
  const pathItem = (item: JsonObject) => {
    for (const [, key] of operationKeys(item)) look(member(item, key), operation);
    look(member(item, "additionalOperations"), (additional) => {
      for (const other of Object.values(additional)) look(other, operation);
    });
  };
  look(member(spec.root, "paths"), (paths) => {
    for (const item of Object.values(paths)) look(item, pathItem);
  });
  return [...found];
}
