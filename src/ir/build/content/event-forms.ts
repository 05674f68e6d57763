import {
  arrayMember,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  setMember,
  stringMember,
} from "../../../json/index.js";
import { declaredTypes } from "../../../spec/schema-keywords.js";
import { meantTypeName } from "../../../spec/type-names.js";
import type { EventForm, Schema } from "../../model.js";
import { areToldApart, unknownForm } from "../../streams.js";
import { isJsonMediaType } from "../content-kind.js";
import type { BuildContext } from "../context.js";
import { asSchema } from "../schema.js";
import { isText, textValues } from "./text-schema.js";

/** The fields of an event (HTML Standard, section 9.2.6). */
const FIELDS: ReadonlySet<string> = new Set(["data", "event", "id", "retry"]);

/** The maximum number of schemas that are read for the events of one stream, and their maximum depth. No real stream comes near. */
const MOST = 2000;
const DEEPEST = 50;

/** The data of the event that ends a stream in some APIs. Readers of the events never see it. */
const END = "[DONE]";

/**
 * Returns the forms of a stream's events. An `itemSchema` describes the whole event (OpenAPI 3.2.0, section 4.14, "Server-Sent Event
 * Streams"), or the content of `data` if it cannot describe an event. A `schema`, which is all that older specs have, describes the
 * content of `data`, unless it has only fields of an event and requires `data`, as in specs for Speakeasy (Mistral's).
 */
export function eventForms(
  context: BuildContext,
  { schema, itemSchema }: { schema: Schema | undefined; itemSchema: Schema | undefined },
): EventForm[] {
  const whole = itemSchema ?? schema;
  if (whole !== undefined && !isText(context, whole)) {
    const items = eventsOf(context, whole);
    if (!items && itemSchema !== undefined) return [unknownForm()];
    const events = items?.filter(({ mayBeObject }) => mayBeObject) ?? [];
    if (itemSchema === undefined ? items?.every(isEventAlone) : isOfEvents(events)) return formsOf(context, events);
  }
  return [{ types: undefined, ...dataOf(context, whole) }];
}

/** Returns the forms of events, except for the event that ends the stream. */
function formsOf(context: BuildContext, events: readonly EventFields[]): EventForm[] {
  const data = ({ properties }: EventFields) => context.dereference(member(properties, "data"));
  const seen = events.filter((event) => textValues(data(event))?.join() !== END);
  const forms = (seen.length > 0 ? seen : events).map((event) => formOf(context, event));
  return areToldApart(forms) ? forms : [unknownForm(forms)];
}

/** The fields of an event in one alternative of a schema, including everything that it is composed of. */
interface EventFields {
  properties: JsonObject;
  required: readonly string[];
  /** False if the alternative is a value of another type, which cannot be an event. */
  mayBeObject: boolean;
}

/** Returns all alternatives for an event that a schema allows; undefined if there are too many. */
function eventsOf(context: BuildContext, schema: Schema): EventFields[] | undefined {
  let looks = 0;
  const alternatives = (value: Json, outer: EventFields, depth: number): EventFields[] => {
    looks += 1;
    if (!isObject(value) || depth > DEEPEST || looks > MOST) return [outer];
    let found = [withFields(outer, value)];
    const allOneOf = (choices: Json[]) => {
      found = found.flatMap((fields) =>
        looks > MOST ? [] : choices.flatMap((choice) => alternatives(choice, fields, depth + 1)),
      );
    };
    if (stringMember(value, "$ref") !== undefined) allOneOf([context.dereference(value) ?? null]);
    for (const part of arrayMember(value, "allOf")) allOneOf([part]);
    for (const keyword of ["oneOf", "anyOf"]) {
      const choices = arrayMember(value, keyword);
      if (choices.length > 0) allOneOf(choices);
    }
    return found;
  };
  const found = alternatives(schema, { properties: {}, required: [], mayBeObject: true }, 0);
  return looks > MOST ? undefined : found;
}

function withFields(outer: EventFields, schema: JsonObject): EventFields {
  const properties = { ...outer.properties };
  for (const [name, property] of Object.entries(objectMember(schema, "properties") ?? {})) {
    setMember(properties, name, bothOf(member(properties, name), property));
  }
  const required = arrayMember(schema, "required").filter((name) => typeof name === "string");
  const mayBeObject = outer.mayBeObject && allowsObjects(schema);
  return { properties, required: [...outer.required, ...required], mayBeObject };
}

function allowsObjects(schema: JsonObject): boolean {
  const types = declaredTypes(schema);
  return (
    types.length === 0 ||
    types.some((type) => typeof type !== "string" || (meantTypeName(type) ?? "object") === "object")
  );
}

/** Combines two declarations of a property: one for all events, and one for some of them. */
function bothOf(general: Json | undefined, special: Json): Json {
  const areOwn =
    isObject(general) && isObject(special) && ![general, special].some((item) => Object.hasOwn(item, "$ref"));
  return areOwn ? { ...general, ...special } : special;
}

function isOfEvents(events: readonly EventFields[]): boolean {
  const names = events.map(({ properties }) => Object.keys(properties));
  return (
    events.length > 0 && (names.some((list) => list.includes("data")) || names.flat().every((name) => FIELDS.has(name)))
  );
}

/** True for an alternative that requires `data`, and has only fields of an event. */
function isEventAlone({ properties, required, mayBeObject }: EventFields): boolean {
  const names = Object.keys(properties);
  return mayBeObject && required.includes("data") && names.includes("data") && names.every((name) => FIELDS.has(name));
}

function formOf(context: BuildContext, { properties, required }: EventFields): EventForm {
  const types = typesOf(context, member(properties, "event"));
  const named = required.includes("event") ? types : types && [...types, ""];
  return {
    types: named && [...new Set(named.map((type) => type || "message"))],
    ...dataOf(context, asSchema(member(properties, "data"))),
  };
}

/** Returns the event types that the schema of `event` lists, itself or in all of its alternatives; undefined if it lists none. */
function typesOf(context: BuildContext, schema: Json | undefined): string[] | undefined {
  const object = context.dereference(schema);
  const listed = textValues(object);
  if (listed || !object) return listed;
  for (const keyword of ["oneOf", "anyOf"]) {
    const choices = arrayMember(object, keyword).map((choice) => textValues(context.dereference(choice)));
    const known = choices.filter((types) => types !== undefined);
    if (known.length > 0 && known.length === choices.length) return known.flat();
  }
  return undefined;
}

/**
 * Returns the content of `data`: JSON if the schema is not of strings, or if its media type is JSON (JSON Schema Validation 2020-12,
 * section 8).
 */
function dataOf(context: BuildContext, schema: Schema | undefined): Pick<EventForm, "data" | "isText"> {
  const object = context.dereference(schema);
  const mediaType = object && stringMember(object, "contentMediaType");
  if (object && mediaType !== undefined && isJsonMediaType(mediaType) && !Object.hasOwn(object, "contentEncoding"))
    return { data: asSchema(member(object, "contentSchema")), isText: false };
  return { data: schema, isText: isText(context, schema) };
}
