import { isObject, type Json, type JsonObject, setMember } from "../../json/index.js";
import type { ContentKind, Encoding, Schema } from "../model.js";
import { contentKind, withoutParameters } from "./content-kind.js";
import type { BuildContext } from "./context.js";
import { writtenContent } from "./written-content.js";

/** How deep what a body is composed of is followed. */
const DEEPEST = 10;

const COMPOSED = ["allOf", "anyOf", "oneOf"];

/** The schema of the content of a form, and how its properties are written. */
export interface FormContent {
  kind: ContentKind;
  schema: Schema | undefined;
  encoding: Record<string, Encoding>;
}

/**
 * The schema of a form as a caller gives it: what is written as a text that is no JSON, XML for one, is that text
 * (docs/decisions/0020-texts-as-content.md), of a list each item.
 */
export function withWrittenParts(context: BuildContext, { kind, schema, encoding }: FormContent): Schema | undefined {
  if ((kind !== "form" && kind !== "multipart") || !isObject(schema)) return schema;
  const names = new Set(Object.keys(encoding).filter((name) => isWritten(encoding[name] as Encoding)));
  return names.size === 0 ? schema : (rewritten(context, { names, schema, depth: 0 }) as Schema);
}

function isWritten({ contentType, style, explode, allowReserved }: Encoding): boolean {
  if (contentType === undefined || style !== undefined || explode !== undefined || allowReserved) return false;
  return contentType.split(",").every((one) => contentKind(withoutParameters(one)) === "text");
}

function rewritten(context: BuildContext, at: { names: ReadonlySet<string>; schema: Json; depth: number }): Json {
  const object = context.dereference(at.schema);
  if (!object || at.depth > DEEPEST) return at.schema;
  const changed: JsonObject = {};
  for (const key of COMPOSED) {
    const list = object[key];
    if (!Array.isArray(list)) continue;
    const parts = list.map((schema) => rewritten(context, { ...at, schema, depth: at.depth + 1 }));
    if (parts.some((part, index) => part !== list[index])) changed[key] = parts;
  }
  if (isObject(object.properties) && Object.keys(object.properties).some((name) => at.names.has(name))) {
    const properties: JsonObject = {};
    for (const [name, property] of Object.entries(object.properties)) {
      setMember(properties, name, at.names.has(name) ? writtenPart(context, property) : property);
    }
    changed.properties = properties;
  }
  return Object.keys(changed).length === 0 ? at.schema : { ...object, ...changed };
}

function writtenPart(context: BuildContext, property: Json): Json {
  const object = context.dereference(property) ?? {};
  if (object.type === "array" && object.items !== undefined) {
    const items = writtenContent(context, object.items as Schema);
    return items === object.items ? property : { ...object, items };
  }
  const written = writtenContent(context, property as Schema);
  if (written === property || !isObject(written) || object.description === undefined) return written;
  return { ...written, description: object.description };
}
