import { isObject, type Json } from "../../../json/index.js";
import type { ContentKind, Encoding, Schema } from "../../model.js";
import { contentKind, withoutParameters } from "../content-kind.js";
import type { BuildContext } from "../context.js";
import { withFormProperties } from "./form-properties.js";
import { writtenContent } from "./written-content.js";

/** The schema of the content of a form, and how its properties are written. */
export interface FormContent {
  kind: ContentKind;
  schema: Schema | undefined;
  encoding: Record<string, Encoding>;
}

/**
 * Returns the schema of the value that a caller passes as a form: a property that is sent as text other than JSON, such
 * as XML, is a string (docs/decisions/0020-texts-as-content.md). If it is an array, each item is.
 */
export function withWrittenParts(context: BuildContext, { kind, schema, encoding }: FormContent): Schema | undefined {
  if ((kind !== "form" && kind !== "multipart") || !isObject(schema)) return schema;
  const names = new Set(Object.keys(encoding).filter((name) => isWritten(encoding[name] as Encoding)));
  if (names.size === 0) return schema;
  return withFormProperties(context, schema, (property, name) =>
    names.has(name) ? writtenPart(context, property) : property,
  );
}

function isWritten({ contentType, style, explode, allowReserved }: Encoding): boolean {
  if (contentType === undefined || style !== undefined || explode !== undefined || allowReserved) return false;
  return contentType.split(",").every((one) => contentKind(withoutParameters(one)) === "text");
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
