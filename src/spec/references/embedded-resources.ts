import { type Json, type JsonObject, pointerOf, stringMember } from "../../json/index.js";
import type { SourceDocument } from "../model.js";
import { referenceUri } from "../resolve/index.js";
import { type SchemaStep, walkSchemas } from "./walk-schemas.js";

/**
 * What fragments are looked up in and relative references are resolved against: a document, or a schema with an `$id` (JSON
 * Schema 2020-12, sections 8.2.1 and 9).
 */
export interface Resource {
  /** What tells it from all others, even where several give themselves the same URI: `base` of {@link References}. */
  base: string;
  /** The URI that it gives itself; of a document that gives itself none, where it was read. */
  uri: string;
  document: SourceDocument;
  /** Where it stands in the document. */
  pointer: string;
  value: Json;
  /** The resource that it stands in. */
  outer: Resource | undefined;
}

/** The schemas of a document that have an `$id`, in its order. */
export function embeddedResources(document: Resource): Map<object, Resource> {
  const found = new Map<object, Resource>();
  if (!document.document.text.includes("$id")) return found;
  walkSchemas<Resource>(document.value, document, (value, step) => {
    const own = step.parent && resourceAt(step, value);
    if (own) found.set(value, own);
    return own ?? step.around;
  });
  return found;
}

function resourceAt(step: SchemaStep<Resource>, value: JsonObject): Resource | undefined {
  const { around: outer } = step;
  const id = identifierOf(value);
  if (id === undefined) return undefined;
  const pointer = pointerOf(step);
  const { document } = outer;
  const base = `${document.uri}#${pointer}`;
  return { base, uri: referenceUri(id, outer.uri), document, pointer, value, outer };
}

/** The `$id` of a schema. One with a fragment was an anchor in older drafts, and makes no resource. */
export function identifierOf(schema: JsonObject): string | undefined {
  const [address, fragment] = (stringMember(schema, "$id") ?? "").split("#", 2);
  return address && !fragment ? address : undefined;
}
