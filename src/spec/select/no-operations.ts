import { closest, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer, isObject, type JsonObject, member, objectMember, stringMember } from "../../json/index.js";
import { cutWords } from "../cuts.js";
import type { LoadedSpec } from "../model.js";
import { shown } from "../shapes/index.js";
import type { BrokenPath } from "./broken-paths.js";
import { isMethod } from "./methods.js";
import { type ReferenceFacts, whyNoOperations } from "./why-no-operations.js";

const PATHS_HELP =
  "Write an object there: its keys are the paths, such as `/contacts/{id}`, and its values their path items.";

const REFERENCES_HELP = "Fix these references, or allow the documents that they point to.";

const OPERATION_HELP = "Add the operation to it: `responses`, and `parameters` and a `requestBody` if it has any.";

/**
 * Reports a document without operations (B44-206): a warning, or an error if it seems to have some that are not understood, because
 * `paths` is not an object or too large, or its references are broken.
 */
export function noOperations(spec: LoadedSpec, broken: readonly BrokenPath[], facts: ReferenceFacts): Diagnostic[] {
  const { document, root } = spec;
  const written = member(root, "paths");
  const paths = objectMember(root, "paths") ?? {};
  const ref = stringMember(paths, "$ref");
  const isOther = written !== undefined && !isObject(written);
  const cut = facts.references.cuts.of(written);
  const meant = misspeltPaths(root);
  const empty = emptyOperation(paths);
  const why = () => {
    if (cut !== undefined) return `: its \`paths\` cannot be read. ${cutWords(cut).problem}`;
    if (isOther) return `: its \`paths\` is ${shown(written)}, but must be an object`;
    if (empty !== undefined) return `: \`${empty.at(-1)}\` of ${empty[0]} is empty`;
    if (meant !== undefined) return `: it has \`${meant}\` and no \`paths\``;
    if (ref !== undefined) return `: its paths refer to ${JSON.stringify(ref)}, which has none`;
    return broken.length > 0 ? ": its paths are references that lead to none" : otherContent(root);
  };
  const help = () => {
    if (isOther) return PATHS_HELP;
    if (empty) return OPERATION_HELP;
    return broken.length > 0 ? REFERENCES_HELP : meant && "Did you mean `paths`?";
  };
  const none = diagnostic("B44-206", {
    severity: ref === undefined && broken.length === 0 && !cut && (!isOther || written === null) ? "warning" : "error",
    message: `${document.display} has no operations${why()}.`,
    location: { file: document.display, pointer: appendPointer("", meant ?? "paths", ...(empty ?? [])) },
    help: help(),
  });
  if (ref === undefined) return [none];
  const { diagnostic: reason } = whyNoOperations({ value: paths, uri: document.uri, pointer: "/paths" }, facts);
  return reason.code === "B44-308" ? [none] : [{ ...reason, severity: "warning" }, none];
}

/** The key of an object that is likely a misspelt `paths`, if the document has none. */
function misspeltPaths(root: JsonObject): string | undefined {
  if (Object.hasOwn(root, "paths")) return undefined;
  return Object.keys(root).find((key) => closest(key, ["paths"]) !== undefined && objectMember(root, key));
}

/** The path and method of the first operation that is null: in YAML, an operation without any content. */
function emptyOperation(paths: JsonObject): [path: string, method: string] | undefined {
  for (const [path, item] of Object.entries(paths)) {
    const method = isObject(item) ? Object.keys(item).find((key) => isMethod(key) && item[key] === null) : undefined;
    if (method !== undefined) return [path, method];
  }
  return undefined;
}

/** What a document without operations has instead, to complete a sentence. */
function otherContent(root: JsonObject): string {
  if (Object.keys(objectMember(root, "webhooks") ?? {}).length > 0)
    return ", only webhooks, which an app does not call";
  const holders = [objectMember(root, "components"), root];
  const hasSchemas = holders.some(
    (holder) => holder && ["schemas", "definitions"].some((key) => objectMember(holder, key)),
  );
  return hasSchemas ? ", only schemas" : "";
}
