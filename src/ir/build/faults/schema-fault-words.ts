import { closest } from "../../../diagnostics/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { readingOfItems } from "../../../spec/meant-lists.js";
import { COMPOSITION, type Holding } from "../../../spec/schema-keywords.js";
import { saidFlag, schemaHelp, shown } from "../../../spec/shapes/index.js";
import { meansAnyType, meantTypeName, TYPE_NAMES } from "../../../spec/type-names.js";

/** A fault of a part of a schema, in sentences without their full stop. */
export interface SchemaFault {
  problem: string;
  /** How the part is read; {@link UNKNOWN} by default. */
  consequence?: string;
  help?: string | undefined;
}

/** The consequence for a schema that is not understood. */
export const UNKNOWN = "it is typed unknown";
/** The consequence for a keyword that is not understood. */
export const LEFT_OUT = "it is ignored";

/** Describes the value that a keyword must contain instead of this one; undefined if the value is valid. */
export function wantedInstead(holding: Holding, value: Json): string | undefined {
  switch (holding) {
    case "map":
      return isObject(value) ? undefined : "an object of schemas by name";
    case "list":
      return Array.isArray(value) ? undefined : "an array of schemas";
    default:
      return Array.isArray(value) && holding === "one" ? "a schema" : undefined;
  }
}

/** Returns the fault of a keyword with an invalid value. */
export function wrongValue(keyword: string, value: Json, wanted: string): SchemaFault {
  return {
    problem: `\`${keyword}\` contains ${shown(value)}, but must contain ${wanted}`,
    help: instead(keyword, value, wanted),
  };
}

/** Returns what to write instead; undefined if there is no general advice. */
function instead(keyword: string, value: Json, wanted: string): string | undefined {
  if (wanted === "a schema") return schemaHelp(value);
  return keyword === "enum" || keyword === "required"
    ? `Write an array, for example \`${keyword}: [a, b]\`.`
    : undefined;
}

/** Returns the fault of a keyword whose value was ignored, or read as something else. @param schema as it is read */
export function droppedKeyword(keyword: string, value: Json, schema: JsonObject): SchemaFault {
  if (keyword === "items") return Array.isArray(value) ? listOfItems(value, schema) : choiceOfItems(schema);
  if (keyword === "properties") return mapAmongProperties();
  const wanted = WANTED_LISTS.get(keyword);
  if (wanted !== undefined) return noList(keyword, value, { wanted, isRead: Array.isArray(schema[keyword]) });
  return noFlag(keyword, value);
}

/** The required items of keywords that contain arrays. */
const WANTED_LISTS = new Map([
  ...[...COMPOSITION, "prefixItems"].map((keyword) => [keyword, "an array of schemas"] as const),
  ["type", "an array of types"],
  ["enum", "an array of values"],
  ["required", "an array of names"],
]);

/** Returns the fault of another value in the place of an array. @param isRead whether it was read as an array */
function noList(keyword: string, value: Json, { wanted, isRead }: { wanted: string; isRead: boolean }): SchemaFault {
  if (keyword === "required" && Array.isArray(value)) return otherNames(value);
  return { ...wrongValue(keyword, value, wanted), consequence: isRead ? readingOfItems(value) : LEFT_OUT };
}

/** Returns the fault of a `required` with items that are not names. */
function otherNames(list: Json[]): SchemaFault {
  const other = list.find((name) => typeof name !== "string") ?? null;
  return { problem: `\`required\` contains ${shown(other)}, but must contain only names`, consequence: LEFT_OUT };
}

/** Returns the fault of a value that is not a boolean. */
function noFlag(keyword: string, value: Json): SchemaFault {
  const said = saidFlag(value);
  const wanted = keyword.endsWith("Properties") ? "a schema, true or false" : "true or false";
  return {
    ...wrongValue(keyword, value, wanted),
    consequence: said === undefined ? LEFT_OUT : `it is read as ${said}`,
  };
}

/** Returns the fault of an unknown keyword that is likely a misspelling. */
export function misspeltKeyword(keyword: string, meant: string): SchemaFault {
  const problem = `JSON Schema has no keyword ${JSON.stringify(keyword)}`;
  return { problem, consequence: LEFT_OUT, help: didYouMean(meant) };
}

function didYouMean(meant: string | undefined): string | undefined {
  return meant && `Did you mean \`${meant}\`?`;
}

/** Returns the fault of an unknown type. @param reference to the schema with this name, if there is one */
export function wrongType(name: Json, reference: string | undefined): SchemaFault {
  const near = typeof name === "string" && name.length <= 20 ? closest(name, TYPE_NAMES) : undefined;
  const meant = reference === undefined ? near : `"$ref": ${JSON.stringify(reference)}`;
  return { problem: `The type ${shown(name)} is not a JSON Schema type`, help: didYouMean(meant) };
}

/** Returns the fault of an array under `items` before OpenAPI 3.1, where it must be a schema (3.0, "Schema Object"). */
function listOfItems(list: Json[], { prefixItems, anyOf }: JsonObject): SchemaFault {
  const reading = prefixItems === undefined ? anyOf && "alternatives" : "the items in order";
  const problem = `\`items\` contains ${reading ? "an array of schemas" : shown(list)}, but must contain a schema`;
  return { problem, consequence: reading ? `they are read as ${reading}` : LEFT_OUT };
}

/** Returns the fault of alternatives under `items` of a schema that does not declare itself an array. */
function choiceOfItems({ type }: JsonObject): SchemaFault {
  return {
    problem: `\`items\` contains alternatives, but the schema ${type === undefined ? "has no `type`" : "is an object"}`,
    consequence: "they are read as alternatives for the value itself, not for the items of an array",
    help: "Write `type: array` if you mean an array; otherwise move `anyOf` one level up.",
  };
}

/** Returns the fault of `properties` that contains only `additionalProperties`. */
function mapAmongProperties(): SchemaFault {
  return {
    problem: "`properties` contains only `additionalProperties`, a keyword that belongs beside it",
    consequence: "it is read as that keyword",
    help: "Move `additionalProperties` one level up.",
  };
}

/** The type that a keyword applies to (JSON Schema 2020-12, "Core", section 10.3). */
const SPOKEN_OF = new Map([
  ...["items", "prefixItems"].map((keyword) => [keyword, "array"] as const),
  ...["properties", "patternProperties", "additionalProperties"].map((keyword) => [keyword, "object"] as const),
]);

/**
 * Returns the fault of a keyword that has no effect because it applies to another type than the schema's only one, such as
 * `items` of an object: one of the two is wrong. Undefined if it may have an effect, or is empty.
 */
export function idleKeyword(keyword: string, schema: JsonObject): SchemaFault | undefined {
  const wanted = SPOKEN_OF.get(keyword);
  const { type, [keyword]: value } = schema;
  if (wanted === undefined || typeof type !== "string" || !isType(type) || meansAnyType(type)) return undefined;
  if (meantTypeName(type) === wanted || typeof value !== "object" || Object.keys(value ?? {}).length === 0)
    return undefined;
  return {
    problem: `A schema of type ${type} has \`${keyword}\`, which applies only to ${wanted}s`,
    consequence: LEFT_OUT,
    help: `Write \`type: ${wanted}\` if you mean an ${wanted}; otherwise remove \`${keyword}\`.`,
  };
}

/** True if a string names a type, or means any type. */
export function isType(name: string): boolean {
  return meantTypeName(name) !== undefined || meansAnyType(name);
}
