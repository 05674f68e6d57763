import { getOrInsert, reached } from "../../../collections/index.js";
import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { type Api, dereferenced, type Operation, type Schema, type SchemasByKey } from "../../../ir/index.js";
import { arrayMember, isObject, type JsonObject, objectMember, stringMember } from "../../../json/index.js";
import { operationList } from "../../operation-list.js";
import { KEY_NAME } from "./key-like-parameters.js";

/** Words that identify a credential: without them, a `key` or `token` may be anything. */
const SAYS_KEY = /\b(?:api|app|access|auth)[\s_-]?(?:key|token)\b/i;

/**
 * Reports required properties of request bodies that look like keys (B44-324): strings whose names are names of keys,
 * and whose name, title or description identifies a credential. The config cannot supply them, because its secrets are
 * sent in parameters and headers.
 */
export function keyPropertyNotes(api: Api, operations: readonly Operation[], schemas: SchemasByKey): Diagnostic[] {
  const byName = new Map<string, Operation[]>();
  for (const operation of operations) {
    for (const name of keyProperties(operation, schemas)) getOrInsert(byName, name, () => []).push(operation);
  }
  return [...byName].map(([name, found]) =>
    diagnostic("B44-324", {
      message: `Callers of ${api.name} have to pass the property ${name} of the request body, which looks like a key (${operationList(found)}).`,
      location: found[0]?.requestBody?.source,
      help: "Add it on the server, in the hook `before` of the function's entry.ts: see docs/functions.md in the b44-gen package.",
    }),
  );
}

function keyProperties({ requestBody }: Operation, schemas: SchemasByKey): string[] {
  const parts = partsOf(requestBody?.content[0]?.schema, schemas);
  const required = new Set(parts.flatMap((part) => (Array.isArray(part.required) ? part.required : [])));
  return [...required].filter((name): name is string => {
    if (typeof name !== "string" || !KEY_NAME.test(name)) return false;
    return parts.some((part) => {
      const property = objectMember(objectMember(part, "properties") ?? {}, name);
      if (!property || stringMember(property, "type") !== "string") return false;
      return SAYS_KEY.test([name, stringMember(property, "title"), stringMember(property, "description")].join(" "));
    });
  });
}

/** The maximum depth to which `allOf` is followed: far deeper than real specs, but bounded for hostile ones. */
const DEEPEST = 20;

/** Returns a schema and the members of its `allOf`, recursively. */
function partsOf(schema: Schema | undefined, schemas: SchemasByKey): JsonObject[] {
  const resolved = (given: Schema | undefined) => [dereferenced(given, schemas)].filter((part) => isObject(part));
  const members = (part: JsonObject) => arrayMember(part, "allOf").flatMap((item) => resolved(item as Schema));
  return [...reached(resolved(schema), members, DEEPEST)];
}
