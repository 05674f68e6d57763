import { isObject, type JsonObject, stringMember } from "../../../json/index.js";
import type { Encoding, MediaType } from "../../model.js";
import type { BuildContext } from "../context.js";
import { UNSTYLED } from "./encoding.js";
import { composedOf } from "./files.js";

/** What a file is of which nothing is known: it need not be said. */
const BYTES = "application/octet-stream";

/**
 * The Encoding Objects of a multipart body, and of properties without a `contentType` there what their own
 * `contentMediaType` says (OpenAPI 3.1, section 4.8.14.3, "Special Considerations for multipart Content").
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
