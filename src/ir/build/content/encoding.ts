import { isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../../../json/index.js";
import { declaredTypes } from "../../../spec/schema-keywords.js";
import type { ContentKind, Encoding } from "../../model.js";
import type { BuildContext } from "../context.js";
import { isOfParts } from "./written-content.js";

/** A Media Type Object, the kind of its content, and the dereferenced `schema`. */
interface EncodedContent {
  mediaType: JsonObject;
  kind: ContentKind;
  schema: JsonObject;
}

/** Builds the Encoding Objects (OpenAPI 3.1, section 4.8.15), by property. */
export function buildEncodings(context: BuildContext, content: EncodedContent): Record<string, Encoding> {
  const encodings = Object.entries(objectMember(content.mediaType, "encoding") ?? {});
  const properties = objectMember(content.schema, "properties") ?? {};
  return Object.fromEntries(
    encodings.flatMap(([property, object]) => {
      if (!isObject(object)) return [];
      const encoding = buildEncoding(object);
      const isStyled = followsStyle(context, { kind: content.kind, encoding, schema: member(properties, property) });
      return [[property, isStyled ? encoding : { ...UNSTYLED, contentType: encoding.contentType }]];
    }),
  );
}

/** An Encoding Object without any style. */
export const UNSTYLED = { style: undefined, explode: undefined, allowReserved: false };

function buildEncoding(object: JsonObject): Encoding {
  const explode = member(object, "explode");
  const allowReserved = member(object, "allowReserved");
  return {
    contentType: stringMember(object, "contentType"),
    // Any of these three fields, whatever its value, means that a style applies (OpenAPI 3.2.0, section 4.15.1.2).
    style: stringMember(object, "style") ?? (allowReserved === false ? "form" : undefined),
    explode: typeof explode === "boolean" ? explode : undefined,
    allowReserved: allowReserved === true,
  };
}

interface Styled {
  kind: ContentKind;
  encoding: Encoding;
  schema: Json | undefined;
}

/**
 * True if the style of a property applies. In OpenAPI 3.0 it applies only in urlencoded forms (3.0.3, "Encoding Object"), and
 * frameworks write `style: form` for every property of other forms. But authors also mean an array in one part, and `deepObject`,
 * which Stripe uses: a name in brackets for each member.
 */
function followsStyle(
  context: BuildContext,
  { kind, encoding: { style = "form", explode = style === "form" }, schema }: Styled,
): boolean {
  if (context.family !== "3.0" || kind === "form" || style === "deepObject") return true;
  const list = explode ? undefined : context.dereference(schema);
  return list !== undefined && declaredTypes(list).includes("array") && !isOfParts(context, member(list, "items"));
}
