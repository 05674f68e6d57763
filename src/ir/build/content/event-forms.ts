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

/** How many schemas are looked at for the forms of one stream's events, and how deep; no stream has as many. */
const MOST = 2000;
const DEEPEST = 50;

/** What some APIs say goodbye with, which whoever reads the events never sees. */
const END = "[DONE]";

/**
 * The forms of a stream's events. An `itemSchema` is of the whole event (OpenAPI 3.2.0, section 4.14, "Server-Sent Event Streams"),
 * or, if it cannot be one, of what `data` holds. So is a `schema`, which is all that older specs have, unless it has only an event's
 * fields and requires `data`, as in specs for Speakeasy (Mistral's).
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

/** The forms of events, without the one that ends a stream. */
function formsOf(context: BuildContext, events: readonly EventFields[]): EventForm[] {
  const data = ({ properties }: EventFields) => context.dereference(member(properties, "data"));
  const seen = events.filter((event) => textValues(data(event))?.join() !== END);
  const forms = (seen.length > 0 ? seen : events).map((event) => formOf(context, event));
  return areToldApart(forms) ? forms : [unknownForm(forms)];
}

/** What a schema, with all that it is composed of, says of an event's fields. */
interface EventFields {
  properties: JsonObject;
  required: readonly string[];
  /** False where it is a value of another type, as no event is. */
  mayBeObject: boolean;
}

/** Each of the events that a schema allows; undefined where they are too many. */
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

/** A property that is declared twice: what one says of all events, and what another says of some. */
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

/** True for what has `data`, and nothing that is no field of an event. */
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

/** The types that a schema of `event` allows, where it says which: by itself, or each of those that it chooses from. */
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
 * A text holds JSON where its media type says so (JSON Schema Validation 2020-12, section 8); what is not a string does anyway.
 */
function dataOf(context: BuildContext, schema: Schema | undefined): Pick<EventForm, "data" | "isText"> {
  const object = context.dereference(schema);
  const mediaType = object && stringMember(object, "contentMediaType");
  if (object && mediaType !== undefined && isJsonMediaType(mediaType) && !Object.hasOwn(object, "contentEncoding"))
    return { data: asSchema(member(object, "contentSchema")), isText: false };
  return { data: schema, isText: isText(context, schema) };
}
