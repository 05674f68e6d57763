import { isObject, type JsonObject, stringMember } from "../../../json/index.js";
import type { Encoding, MediaType } from "../../model.js";
import type { BuildContext } from "../context.js";
import { UNSTYLED } from "./encoding.js";
import { composedOf } from "./files.js";

/** The default media type of a file, which need not be stated. */
const BYTES = "application/octet-stream";

/**
 * Returns the Encoding Objects of a multipart body, completed by the `contentMediaType` of properties without a `contentType` there
 * (OpenAPI 3.1, section 4.8.14.3, "Special Considerations for multipart Content").
 */
export function withPartTypes(
  context: BuildContext,
  { schema, encoding }: Pick<MediaType, "schema" | "encoding">,
): Record<string, Encoding> {
  const types = new Map<string, string>();
  for (const part of composedOf(context, schema)) {
    if (!isObject(part.properties)) continue;
    for (const [name, property] of Object.entries(part.properties)) {
      const values = composedOf(context, property);
      const items = values.flatMap((value) => composedOf(context, value.items));
      const [type, ...others] = new Set([...values, ...items].flatMap(mediaTypeOf));
      const isSure = type !== undefined && others.length === 0;
      if (isSure && ownEncoding(encoding, name)?.contentType === undefined) types.set(name, type);
    }
  }
  if (types.size === 0) return encoding;
  const said = [...types].map(([name, contentType]): [string, Encoding] => [
    name,
    { ...UNSTYLED, ...ownEncoding(encoding, name), contentType },
  ]);
  return Object.fromEntries([...Object.entries(encoding), ...said]);
}

function ownEncoding(encoding: Record<string, Encoding>, name: string): Encoding | undefined {
  return Object.hasOwn(encoding, name) ? encoding[name] : undefined;
}

function mediaTypeOf(schema: JsonObject): string[] {
  const type = schema.contentEncoding === undefined ? stringMember(schema, "contentMediaType") : undefined;
  return type === undefined || type === BYTES ? [] : [type];
}
