import { closest } from "../../../diagnostics/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { readingOfItems } from "../../../spec/meant-lists.js";
import type { Holding } from "../../../spec/schema-keywords.js";
import { saidFlag, schemaHelp, shown } from "../../../spec/shapes/index.js";
import { meansAnyType, meantTypeName, TYPE_NAMES } from "../../../spec/type-names.js";

/** What is wrong with a part of a schema: sentences without their full stop. */
export interface SchemaFault {
  problem: string;
  /** What becomes of the part, where that is not {@link UNKNOWN}. */
  consequence?: string;
  help?: string | undefined;
}

/** What becomes of a schema of which nothing is known. */
export const UNKNOWN = "it is typed unknown";
/** What becomes of a keyword that means nothing. */
export const LEFT_OUT = "it is ignored";

/** What has to stand under a keyword instead of a value; undefined where the value is what the keyword holds. */
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

/** Something else under a keyword than what has to stand there. */
export function wrongValue(keyword: string, value: Json, wanted: string): SchemaFault {
  return {
    problem: `\`${keyword}\` contains ${shown(value)}, but must contain ${wanted}`,
    help: instead(keyword, value, wanted),
  };
}

/** What to write instead; undefined where no form of it can be shown. */
function instead(keyword: string, value: Json, wanted: string): string | undefined {
  if (wanted === "a schema") return schemaHelp(value);
  return keyword === "enum" || keyword === "required"
    ? `Write an array, for example \`${keyword}: [a, b]\`.`
    : undefined;
}

/** A keyword that was not understood, and left out of the schema. */
export function droppedKeyword(keyword: string, value: Json, schema: JsonObject): SchemaFault {
  if (keyword === "items") return Array.isArray(value) ? listOfItems(value, schema) : choiceOfItems();
  if (keyword === "properties") return mapAmongProperties();
  const wanted = WANTED_LISTS.get(keyword);
  if (wanted !== undefined) return noList(keyword, value, { wanted, isRead: Array.isArray(schema[keyword]) });
  return noFlag(keyword, value);
}

/** What the lists of schemas' keywords hold. */
const WANTED_LISTS = new Map([
  ...["allOf", "anyOf", "oneOf", "prefixItems"].map((keyword) => [keyword, "an array of schemas"] as const),
  ["type", "an array of types"],
  ["enum", "an array of values"],
  ["required", "an array of names"],
]);

/** What is said of an object, or one item, in the place of a list. @param isRead as the list that is meant */
function noList(keyword: string, value: Json, { wanted, isRead }: { wanted: string; isRead: boolean }): SchemaFault {
  if (keyword === "required" && Array.isArray(value)) return otherNames(value);
  return { ...wrongValue(keyword, value, wanted), consequence: isRead ? readingOfItems(value) : LEFT_OUT };
}

/** What is said of `required` that has something else in it than names. */
function otherNames(list: Json[]): SchemaFault {
  const other = list.find((name) => typeof name !== "string") ?? null;
  return { problem: `\`required\` contains ${shown(other)}, but must contain only names`, consequence: LEFT_OUT };
}

/** What is said of a text for true or false, and of what is none of the two. */
function noFlag(keyword: string, value: Json): SchemaFault {
  const said = saidFlag(value);
  const wanted = keyword.endsWith("Properties") ? "a schema, true or false" : "true or false";
  return {
    ...wrongValue(keyword, value, wanted),
    consequence: said === undefined ? LEFT_OUT : `it is read as ${said}`,
  };
}

/** A keyword that is none, where another one is likely meant. */
export function misspeltKeyword(keyword: string, meant: string): SchemaFault {
  const problem = `JSON Schema has no keyword ${JSON.stringify(keyword)}`;
  return { problem, consequence: LEFT_OUT, help: didYouMean(meant) };
}

function didYouMean(meant: string | undefined): string | undefined {
  return meant && `Did you mean \`${meant}\`?`;
}

/** A type that JSON Schema does not have. @param reference to a schema of the name, where there is one */
export function wrongType(name: Json, reference: string | undefined): SchemaFault {
  const near = typeof name === "string" && name.length <= 20 ? closest(name, TYPE_NAMES) : undefined;
  const meant = reference === undefined ? near : `"$ref": ${JSON.stringify(reference)}`;
  return { problem: `The type ${shown(name)} is not a JSON Schema type`, help: didYouMean(meant) };
}

/** What is said of a list under `items` in a version of OpenAPI that has a schema there (3.0, "Schema Object"). */
function listOfItems(list: Json[], { prefixItems, anyOf }: JsonObject): SchemaFault {
  const reading = prefixItems === undefined ? anyOf && "alternatives" : "the items in order";
  const problem = `\`items\` contains ${reading ? "an array of schemas" : shown(list)}, but must contain a schema`;
  return { problem, consequence: reading ? `they are read as ${reading}` : LEFT_OUT };
}

/** What is said of alternatives under `items`, which may be those of an array's items or of the value itself. */
function choiceOfItems(): SchemaFault {
  return {
    problem: "`items` contains alternatives, but the schema has no `type`",
    consequence: "they are read as alternatives for the value itself, not for the items of an array",
    help: "Write `type: array` if you mean an array; otherwise move `anyOf` one level up.",
  };
}

/** What is said of `properties` whose only name is that of a keyword. */
function mapAmongProperties(): SchemaFault {
  return {
    problem: "`properties` contains only `additionalProperties`, a keyword that belongs beside it",
    consequence: "it is read as that keyword",
    help: "Move `additionalProperties` one level up.",
  };
}

/** The types of which keywords say something (JSON Schema 2020-12, "Core", section 10.3). */
const SPOKEN_OF = new Map([
  ...["items", "prefixItems"].map((keyword) => [keyword, "array"] as const),
  ...["properties", "patternProperties", "additionalProperties"].map((keyword) => [keyword, "object"] as const),
]);

/**
 * A keyword that says nothing, because it is of another type than the schema's only one: `items` of an object. One of the
 * two is wrong. Undefined where it may say something, and where it is empty.
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

/** Whether a text names a type, or any. */
export function isType(name: string): boolean {
  return meantTypeName(name) !== undefined || meansAnyType(name);
}
