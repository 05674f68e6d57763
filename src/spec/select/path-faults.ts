import { closest, type Diagnostic } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, type JsonObject, member, objectMember } from "../../json/index.js";
import { type Cuts, cutWords } from "../cuts.js";
import type { LoadedSpec } from "../model.js";
import type { References } from "../references/index.js";
import {
  documentFaults,
  isMissingReference,
  MISSING_REFERENCE_HELP,
  missingReferenceWords,
  objectFaults,
  type ShapeFault,
  ShapeFaults,
  serverFaults,
  shown,
} from "../shapes/index.js";
import { isMethod, METHODS, operationKeys } from "./methods.js";
import { followReferences, type ObjectPlace } from "./path-items.js";

/**
 * Finds faults of the root document, of path items and of the places of operations (OpenAPI 3.2.0, sections 4.8 and 4.9): operations that
 * cannot be selected (B44-308), and parts that all operations of a path, or of the document, lose (B44-113).
 */
export function pathFaults({ root, document, family }: LoadedSpec, references: References): Diagnostic[] {
  const faults = new ShapeFaults();
  const tell = ({ uri, pointer }: ObjectPlace, found: readonly ShapeFault[]) => {
    for (const fault of found) faults.tell(fault, () => ({ file: references.display(uri), pointer }));
  };
  tell({ value: root, uri: document.uri, pointer: "" }, documentFaults(root, family));
  const written = objectMember(root, "paths");
  if (!written) return faults.diagnostics();
  const seen = new Set<JsonObject>();
  for (const paths of followReferences({ value: written, uri: document.uri, pointer: "/paths" }, references)) {
    tell(paths, missingReference("`paths`", paths.value));
    for (const [path, value] of Object.entries(paths.value)) {
      if (path.startsWith("x-")) continue;
      tell(paths, [
        ...pathFault(path, value),
        ...cutFault(`path ${path}`, { value, tokens: [path], cuts: references.cuts }),
      ]);
      if (!isObject(value)) continue;
      const pathItem = { value, uri: paths.uri, pointer: appendPointer(paths.pointer, path) };
      for (const place of followReferences(pathItem, references)) {
        if (seen.has(place.value)) continue;
        seen.add(place.value);
        tell(place, objectFaults("pathItem", place.value, family));
        tell(place, serverFaults(place.value));
        tell(place, operationFaults(path, place.value, references.cuts));
      }
    }
  }
  return faults.diagnostics();
}

/** The fault of a member of `paths`. */
function pathFault(path: string, value: Json): ShapeFault[] {
  if (!path.startsWith("/") && isMethod(path.toLowerCase()) && (!isObject(value) || looksLikeOperation(value))) {
    const problem = `the operation ${path} is directly under \`paths\`, where paths belong; it is skipped`;
    return [{ ...LOST, problem, tokens: [path], kind: "beside", help: "Move it into its path." }];
  }
  if (isObject(value) || value === null || !path.startsWith("/")) return [];
  const problem = `the path ${path} is ${shown(value)}, but must be an object with its operations; it is skipped`;
  return [{ ...LOST, problem, tokens: [path], kind: "path item" }];
}

const LOST = { code: "B44-308" } as const;

/** The value in the place of a path item or operation, and the path to it. */
interface WrittenPart {
  value: Json;
  tokens: readonly string[];
  cuts: Cuts;
}

/** The fault of a `$ref` that is not a string, of `paths` or a path item. */
function missingReference(owner: string, value: JsonObject): ShapeFault[] {
  if (!isMissingReference(value)) return [];
  const problem = `the \`$ref\` of ${owner} ${missingReferenceWords(value)}; its operations are skipped`;
  return [{ ...LOST, problem, tokens: ["$ref"], kind: "$ref", help: MISSING_REFERENCE_HELP }];
}

/** The faults of members of a path item that are meant as operations. */
function operationFaults(path: string, pathItem: JsonObject, cuts: Cuts): ShapeFault[] {
  const faults = missingReference(`the path ${path}`, pathItem);
  const keys = new Set(operationKeys(pathItem).map(([, key]) => key));
  for (const [key, value] of Object.entries(pathItem)) {
    if (key.startsWith("x-") || key === "parameters" || key === "servers") continue;
    if (key === "additionalOperations") {
      for (const [method, operation] of Object.entries(isObject(value) ? value : {})) {
        if (method === "$ref") continue;
        faults.push(...operationFault(`${method}:${path}`, { value: operation, tokens: [key, method], cuts }));
        faults.push(...twiceFault(pathItem, method, operation));
      }
      faults.push(...cutFault(`\`${key}\` of ${path}`, { value, tokens: [key], cuts }));
    } else if (isMethod(key)) faults.push(...operationFault(`${key}:${path}`, { value, tokens: [key], cuts }));
    else if (isObject(value) && keys.has(key))
      faults.push(...otherCaseFault(path, key, { value, tokens: [key], cuts }));
    else if (isObject(value) && (isMethod(key.toLowerCase()) || looksLikeOperation(value))) {
      const meant = closest(key, METHODS);
      const problem = `a path item has no field ${JSON.stringify(key)}; the operation is skipped`;
      if (meant !== undefined) faults.push({ ...LOST, problem, tokens: [key], help: `Did you mean \`${meant}\`?` });
    }
  }
  return faults;
}

/** The fault of a value that is not an operation. Null counts as absent, because many programs write it so. */
function operationFault(id: string, written: WrittenPart): ShapeFault[] {
  const { value, tokens } = written;
  if (value === null || isObject(value)) return cutFault(`operation ${id}`, written);
  const problem = `the operation ${id} is ${shown(value)}, but must be an object; it is skipped`;
  return [{ ...LOST, problem, tokens, kind: "operation" }];
}

/** The faults of an operation whose method is not in lower case (B44-113). */
function otherCaseFault(path: string, key: string, written: WrittenPart): ShapeFault[] {
  const method = key.toLowerCase();
  const problem = `the method of ${path} is written ${JSON.stringify(key)}; it is read as \`${method}\``;
  const fault: ShapeFault = { code: "B44-113", problem, tokens: [key], kind: "case", help: `Write \`${method}\`.` };
  return [fault, ...operationFault(`${method}:${path}`, written)];
}

/** The fault of an additional operation that repeats an operation of the path item. */
function twiceFault(pathItem: JsonObject, method: string, operation: Json): ShapeFault[] {
  const field = method.toLowerCase();
  if (!isMethod(field) || !objectMember(pathItem, field) || !isObject(operation)) return [];
  const problem = `the additional operation ${method} duplicates \`${field}\` of its path item; it is skipped`;
  return [{ ...LOST, problem, tokens: ["additionalOperations", method], kind: "twice", help: "Remove one of them." }];
}

/** The fault of a part that was cut off. */
function cutFault(what: string, { value, tokens, cuts }: WrittenPart): ShapeFault[] {
  const reason = cuts.of(value);
  if (reason === undefined) return [];
  const { problem, help } = cutWords(reason);
  return [{ ...LOST, problem: `${problem}; the ${what} is skipped`, tokens, kind: `cut: ${reason}`, help }];
}

/** True for an object with a field that most operations have. */
function looksLikeOperation(value: JsonObject): boolean {
  return ["responses", "operationId", "requestBody", "parameters"].some((key) => member(value, key) !== undefined);
}
