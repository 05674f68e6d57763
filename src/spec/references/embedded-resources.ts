import { type Json, type JsonObject, pointerOf, stringMember } from "../../json/index.js";
import type { SourceDocument } from "../model.js";
import { referenceUri } from "../resolve/index.js";
import { type SchemaStep, walkSchemas } from "./walk-schemas.js";

/**
 * A document, or a schema with an `$id`: relative references are resolved against it, and fragments are looked up in it (JSON Schema
 * 2020-12, sections 8.2.1 and 9).
 */
export interface Resource {
  /** Its unique key, even if several have the same URI: `base` of {@link References}. */
  base: string;
  /** The URI that it declares; for a document that declares none, where it was read. */
  uri: string;
  document: SourceDocument;
  /** Its JSON pointer in the document. */
  pointer: string;
  value: Json;
  /** The resource around it. */
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
