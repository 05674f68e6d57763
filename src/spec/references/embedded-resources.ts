import { appendPointer, isObject, type Json, type JsonObject, stringMember } from "../../json/index.js";
import type { SourceDocument } from "../model.js";
import { referenceUri } from "../resolve/index.js";

/**
 * What fragments are looked up in and relative references start from: a document, or a schema with an `$id` in one
 * (JSON Schema 2020-12, sections 8.2.1 and 9).
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

/** Keys of data, in which `$id` means nothing. */
const DATA = new Set(["example", "examples", "default", "enum", "const"]);

/** Keys of maps, whose own keys are names. */
const MAPS = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions"],
  ...["paths", "webhooks", "callbacks", "content", "schemas", "responses", "parameters", "requestBodies", "headers"],
  ...["mediaTypes", "pathItems", "securitySchemes", "links", "encoding"],
]);

interface Step {
  value: Json;
  token: string;
  parent: Step | undefined;
  isMap: boolean;
  outer: Resource;
}

/**
 * The schemas of a document that have an `$id`, in its order. Nobody knows of every part of a document whether it is a
 * schema; what is data or a name by its key is passed over.
 */
export function embeddedResources(document: Resource): Map<object, Resource> {
  const found = new Map<object, Resource>();
  if (!document.document.text.includes("$id")) return found;
  const seen = new Set<Json>();
  const open: Step[] = [{ value: document.value, token: "", parent: undefined, isMap: false, outer: document }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { value, isMap } = step;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const own = isObject(value) && !isMap && step.parent ? resourceAt(step, value) : undefined;
    if (own) found.set(value, own);
    const outer = own ?? step.outer;
    const children: Step[] = [];
    for (const [token, child] of Object.entries(value)) {
      const isKeyword = !isMap && !Array.isArray(value);
      if (isKeyword && (DATA.has(token) || token.startsWith("x-"))) continue;
      const holdsNames = isKeyword && MAPS.has(token) && isObject(child);
      children.push({ value: child, token, parent: step, isMap: holdsNames, outer });
    }
    for (const child of children.reverse()) open.push(child);
  }
  return found;
}

function resourceAt(step: Step, value: JsonObject): Resource | undefined {
  const { outer } = step;
  const id = identifierOf(value);
  if (id === undefined) return undefined;
  const pointer = pointerTo(step);
  const { document } = outer;
  const base = `${document.uri}#${pointer}`;
  return { base, uri: referenceUri(id, outer.uri), document, pointer, value, outer };
}

/** The `$id` of a schema. One with a fragment was an anchor in older drafts, and makes no resource. */
export function identifierOf(schema: JsonObject): string | undefined {
  const [address, fragment] = (stringMember(schema, "$id") ?? "").split("#", 2);
  return address && !fragment ? address : undefined;
}

function pointerTo(step: Step): string {
  const tokens: string[] = [];
  for (let at = step; at.parent; at = at.parent) tokens.push(at.token);
  return appendPointer("", ...tokens.reverse());
}
