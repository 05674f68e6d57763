import { isObject, type Json, type JsonObject, member } from "../../json/index.js";
import { itemsMeant, readingOfItems } from "../meant-lists.js";
import { MeantNames } from "../meant-names.js";
import type { SpecFamily } from "../model.js";
import { parameterPlace } from "../parameter-place.js";
import { isComposed } from "../schema-keywords.js";
import { OBJECT_FIELDS, type ObjectName, type Shape } from "./fields.js";
import { schemaHelp } from "./schema-help.js";
import type { ShapeFault } from "./shape-faults.js";
import { saidFlag, saysTrue, shown } from "./values.js";

/** A fault of a field, or of a key that stands for that field. */
type FieldFault = ShapeFault & { field: string };

/**
 * Finds faults of the fields of an OpenAPI object (B44-113): wrong values, misspelt names, fields that belong in the schema beside them,
 * and missing fields. Null counts as absent, because many programs write it so, except for the request body of an operation.
 */
export function objectFaults(name: ObjectName, object: JsonObject, family: SpecFamily): ShapeFault[] {
  const faults: FieldFault[] = [];
  for (const key of Object.keys(object)) {
    const fault = fieldFault(name, object, key);
    if (fault) faults.push(fault);
  }
  const others = name === "parameter" ? [wrongPlace(object), severalContents(object)] : [];
  return [...faults, ...others, missing(name, object, { faults, family })].filter((fault) => fault !== undefined);
}

function fieldFault(name: ObjectName, object: JsonObject, key: string): FieldFault | undefined {
  const { shapes, others, insteadOfSchema } = OBJECT_FIELDS[name];
  const shape = shapes.get(key);
  const value = object[key] as Json;
  if (shape) return wrongShape(name, object, { key, shape, value }) ?? besideOther(name, object, key);
  if (insteadOfSchema?.has(key)) return besideSchema(name, object, key);
  return others.has(key) ? undefined : misspelt(name, object, { key, value });
}

function missing(
  name: ObjectName,
  object: JsonObject,
  { faults, family }: { faults: readonly FieldFault[]; family: SpecFamily },
): ShapeFault | undefined {
  const { words, needs } = OBJECT_FIELDS[name];
  if (!needs || needs.in?.includes(family) === false) return undefined;
  if (needs.oneOf.some((key) => isThere(object, key) || faults.some(({ field }) => field === key))) return undefined;
  const [key = ""] = needs.oneOf;
  return {
    code: "B44-113",
    problem: `${words} has no \`${key}\`; ${needs.consequence}`,
    help: needs.help,
    tokens: member(object, key) === null ? [key] : [],
  };
}

function isThere(object: JsonObject, key: string): boolean {
  return member(object, key) !== undefined && member(object, key) !== null;
}

const WANTED: Record<Shape, string> = {
  object: "an object",
  list: "an array",
  map: "an object",
  schema: "a schema",
  boolean: "true or false",
  text: "a string",
};

/** The consequence of a wrong value. */
function consequence(shape: Shape, value: Json): string {
  if (shape === "boolean") return `it is read as ${saysTrue(value)}`;
  if (shape === "list" && isObject(value) && itemsMeant("parameter", value)) return readingOfItems(value);
  return shape === "schema" ? "it is typed unknown" : "it is ignored";
}

function wrongShape(
  name: ObjectName,
  object: JsonObject,
  { key, shape, value }: { key: string; shape: Shape; value: Json },
): FieldFault | undefined {
  if ((value === null && key !== "requestBody") || holds(shape, value)) return undefined;
  if (shape === "boolean" && isWithoutEffect(object, key)) return undefined;
  return {
    field: key,
    code: shape === "schema" ? "B44-401" : "B44-113",
    problem: `\`${key}\` of ${OBJECT_FIELDS[name].words} is ${shown(value)}, but must be ${WANTED[shape]}; ${consequence(shape, value)}`,
    tokens: [key],
    help: shape === "schema" ? schemaHelp(value) : `Write ${WANTED[shape]}.`,
  };
}

/** True for a wrong boolean that is read as its default. A path parameter is always required. */
function isWithoutEffect(object: JsonObject, key: string): boolean {
  if (key === "required" && member(object, "in") === "path") return true;
  return key !== "explode" && saidFlag(object[key]) === false;
}

function holds(shape: Shape, value: Json): boolean {
  switch (shape) {
    case "list":
      // A reference in the place of the whole list is understood.
      return Array.isArray(value) || (isObject(value) && typeof member(value, "$ref") === "string");
    case "boolean":
      return typeof value === "boolean";
    case "text":
      return typeof value === "string";
    case "schema":
      return isObject(value) || typeof value === "boolean";
    default:
      return isObject(value);
  }
}

/**
 * The fault of a parameter with both `schema` and `content` (OpenAPI 3.2.0, section 4.12). `content` is read for a whole query string,
 * otherwise `schema`.
 */
function besideOther(name: ObjectName, object: JsonObject, key: string): FieldFault | undefined {
  if (name !== "parameter" || (key !== "schema" && key !== "content")) return undefined;
  const read = member(object, "in") === "querystring" ? "content" : "schema";
  const { schema, content } = object;
  const hasBoth = (isObject(schema) || typeof schema === "boolean") && isObject(content) && isFull(content);
  if (key === read || !hasBoth) return undefined;
  return {
    field: key,
    code: "B44-113",
    problem: `a parameter has both \`schema\` and \`content\`, but must have only one; \`${key}\` is ignored`,
    tokens: [key],
    help: "Remove one of them.",
  };
}

/** The fault of a misspelt `in` (OpenAPI 3.2.0, section 4.12.1). An unknown one is reported where parameters are built. */
function wrongPlace(object: JsonObject): ShapeFault | undefined {
  const place = parameterPlace(object);
  if (place === undefined || place === object.in) return undefined;
  const problem = `\`in\` of a parameter is ${shown(object.in as Json)}, which is not valid; it is read as \`${place}\``;
  return { code: "B44-113", problem, tokens: ["in"], help: `Write \`in: ${place}\`.` };
}

/** The fault of a parameter with several media types, of which only the first is read (OpenAPI 3.2.0, section 4.12.2.3). */
function severalContents({ schema, content }: JsonObject): ShapeFault | undefined {
  if (schema !== undefined || !isObject(content)) return undefined;
  const [first, second] = Object.keys(content).filter((key) => !key.startsWith("x-"));
  if (second === undefined) return undefined;
  const problem = `\`content\` of a parameter has several media types, but must have only one; ${first} is used`;
  return { code: "B44-113", problem, tokens: ["content", second], help: "Remove the others." };
}

/** The fault of a keyword that belongs in the schema beside it, if the schema does not have it. */
function besideSchema(name: ObjectName, object: JsonObject, key: string): FieldFault | undefined {
  const schema = member(object, "schema");
  if (!isObject(schema) || object[key] === null) return undefined;
  // Composed schemas may have the keyword elsewhere, or several times.
  if (Object.hasOwn(schema, key) || isComposed(schema)) return undefined;
  return {
    field: key,
    code: "B44-113",
    problem: `\`${key}\` of ${OBJECT_FIELDS[name].words} is beside its \`schema\`, where it has no meaning; it is ignored`,
    tokens: [key],
    help: "Move it into the schema.",
  };
}

function misspelt(
  name: ObjectName,
  object: JsonObject,
  { key, value }: { key: string; value: Json },
): FieldFault | undefined {
  const meant = meantFields[name].of(key);
  if (meant === undefined || isThere(object, meant)) return undefined;
  if (!isSomething(OBJECT_FIELDS[name].shapes.get(meant), value)) return undefined;
  return {
    field: meant,
    code: "B44-113",
    problem: `${OBJECT_FIELDS[name].words} has no field ${JSON.stringify(key)}; it is ignored`,
    tokens: [key],
    help: `Did you mean \`${meant}\`?`,
  };
}

/** Whether a value would have an effect in a field of this shape. */
function isSomething(shape: Shape | undefined, value: Json): boolean {
  if (shape === "text") return typeof value === "string" && value !== "";
  return shape === "boolean" ? saysTrue(value) : isFull(value);
}

/** True for an object or array that is not empty. */
function isFull(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

/** Finds the field that a misspelt or commonly wrong name stands for, by object. */
const meantFields = Object.fromEntries(
  Object.entries(OBJECT_FIELDS).map(([name, { shapes, wrongNames }]) => [
    name,
    new MeantNames(shapes.keys(), (key) => wrongNames.get(key.toLowerCase())),
  ]),
) as Record<ObjectName, MeantNames>;
