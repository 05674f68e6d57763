import { isObject, type Json, type JsonObject } from "../../json/index.js";
import { OBJECT_MAPS } from "../component-sections.js";
import { DATA_KEYWORDS, SCHEMA_MAPS } from "../schema-keywords.js";

/** Keys whose value is data, not schemas. */
const DATA = new Set(DATA_KEYWORDS);

/** Keys whose value is a map: its keys are names. */
const MAPS = new Set([...SCHEMA_MAPS, ...OBJECT_MAPS]);

/** The place of an object, and the context of the objects around it. */
export interface SchemaStep<Around> {
  around: Around;
  token: string;
  /** Undefined for the document as a whole. */
  parent: SchemaStep<Around> | undefined;
}

interface OpenStep<Around> extends SchemaStep<Around> {
  value: Json;
  isMap: boolean;
}

/**
 * Visits each object of a document that may be a schema once, in document order. It is not known for every object whether it is one, but
 * data and maps of names are skipped.
 * @param enter returns the context for what is inside an object, or undefined to skip that
 */
export function walkSchemas<Around extends object>(
  document: Json,
  start: Around,
  enter: (object: JsonObject, step: SchemaStep<Around>) => Around | undefined,
): void {
  const seen = new Set<Json>();
  const open: OpenStep<Around>[] = [{ value: document, token: "", parent: undefined, isMap: false, around: start }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { value, isMap } = step;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const around = isObject(value) && !isMap ? enter(value, step) : step.around;
    if (!around) continue;
    const children: OpenStep<Around>[] = [];
    for (const [token, child] of Object.entries(value)) {
      const isKeyword = !isMap && !Array.isArray(value);
      if (isKeyword && (DATA.has(token) || token.startsWith("x-"))) continue;
      const holdsNames = isKeyword && MAPS.has(token) && isObject(child);
      children.push({ value: child, token, parent: step, isMap: holdsNames, around });
    }
    for (const child of children.reverse()) open.push(child);
  }
}
