import { isObject, type Json, type JsonObject, member as ownMember } from "../../src/json/index.js";
import { type Components, keyOf, target } from "./reading.js";

/** A member of a union, and what is known of it. */
export interface UnionMember {
  union: JsonObject;
  member: Json;
  /** How a member is read without the discriminator. */
  read: (member: Json) => Json;
  components: Components;
}

/**
 * What a discriminator adds to a member of `oneOf` or `anyOf` (OpenAPI 3.1, section 4.8.25): its property has one of the
 * values that the mapping gives the member, or the schema's name, as far as the member's own schema lets it have them.
 */
export function narrowedMember(of: UnionMember): Json {
  const { discriminator } = of.union;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== "string") return of.read(of.member);
  const isMapped = Object.keys(isObject(discriminator.mapping) ? discriminator.mapping : {}).length > 0;
  const whole = { schema: of.union, components: of.components, depth: 0 };
  if (!isMapped && !declares(whole, discriminator.propertyName)) return of.read(of.member);
  const ends = endsOf({ ...of, discriminator }, new Set());
  const narrowed = ends.map((member) => narrowedOne({ ...of, discriminator, member }));
  return ends[0] === of.member ? (narrowed[0] as Json) : { anyOf: narrowed };
}

interface DiscriminatedMember extends UnionMember {
  discriminator: JsonObject;
}

/** What a member that is nothing but a choice, and that no value means, chooses from; any other member itself. */
function endsOf(of: DiscriminatedMember, passed: ReadonlySet<Json>): Json[] {
  const { member, discriminator, components } = of;
  const schema = resolved(member, components);
  if (!isObject(schema) || isMapped(member, discriminator) || tellsApart(of)) return [member];
  const { anyOf, oneOf, discriminator: _, type = "object", ...rest } = schema;
  const choice = [anyOf, oneOf].filter(Array.isArray);
  const isMere = Object.keys(rest).every((key) => ["title", "description"].includes(key)) && type === "object";
  if (choice.length !== 1 || !isMere) return [member];
  if (passed.has(schema)) return [];
  const inner = new Set([...passed, schema]);
  return choice.flat().flatMap((item) => endsOf({ ...of, member: item }, inner));
}

function isMapped(member: Json, { mapping, defaultMapping }: JsonObject): boolean {
  const targets = [defaultMapping, ...Object.values(isObject(mapping) ? mapping : {})];
  return (
    isObject(member) &&
    typeof member.$ref === "string" &&
    targets.some((target) => typeof target === "string" && keyOf(target) === keyOf(member.$ref as string))
  );
}

/** True for a choice that has a discriminator of its own for the property. */
function tellsApart({ member, discriminator, components }: DiscriminatedMember): boolean {
  const schema = resolved(member, components);
  const own = isObject(schema) && (schema.anyOf ?? schema.oneOf) !== undefined && schema.discriminator;
  return isObject(own) && own.propertyName === discriminator.propertyName;
}

function narrowedOne(of: DiscriminatedMember): Json {
  const { discriminator, member, components } = of;
  const read = of.read(member);
  if (!isObject(member) || typeof member.$ref !== "string") return read;
  if (tellsApart(of) && !isMapped(member, discriminator)) return read;
  const key = keyOf(member.$ref);
  if (typeof discriminator.defaultMapping === "string" && keyOf(discriminator.defaultMapping) === key) return read;
  const mapping = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
  const mapped = mapping
    .filter(([, value]) => typeof value === "string" && keyOf(value) === key)
    .map(([value]) => value);
  const isWhole = mapping.every(([, value]) => typeof value === "string" && isObject(target(value, components)));
  if (mapped.length === 0 && !isWhole) return read;
  const texts = mapped.length > 0 ? mapped : [key];
  const name = discriminator.propertyName as string;
  const values = texts
    .flatMap((text): Json[] => [text, Number(text), text === "true", text === "false" ? false : text])
    .filter((value, index, all) => texts.includes(String(value)) && all.indexOf(value) === index)
    .filter((value) => letsHave({ schema: member, components, depth: 0 }, name, value));
  if (values.length === 0) return read;
  return { allOf: [read, { type: "object", properties: { [name]: { enum: values } }, required: [name] }] };
}

interface Part {
  schema: Json | undefined;
  components: Components;
  depth: number;
}

/** Whether a schema, or one that it is put together of or chooses from, names the property. */
function declares({ schema, components, depth }: Part, name: string): boolean {
  const object = resolved(schema, components);
  if (!isObject(object) || depth > 9) return false;
  if (isObject(object.properties) && Object.hasOwn(object.properties, name)) return true;
  const parts = [object.allOf, object.anyOf, object.oneOf].filter(Array.isArray).flat();
  return parts.some((part) => declares({ schema: part, components, depth: depth + 1 }, name));
}

/** Whether an object of the schema may have the property with this value. */
function letsHave({ schema, components, depth }: Part, name: string, value: Json): boolean {
  const object = resolved(schema, components);
  if (!isObject(object) || depth > 9) return true;
  const inner = (part: Json) => letsHave({ schema: part, components, depth: depth + 1 }, name, value);
  if (typeof object.type === "string" && object.type !== "object") return false;
  const property = isObject(object.properties) ? ownMember(object.properties, name) : undefined;
  if (property !== undefined && !allows({ schema: property, components, depth: 0 }, value)) return false;
  return (
    [object.anyOf, object.oneOf].every((list) => !Array.isArray(list) || list.some(inner)) && all(object).every(inner)
  );
}

/** Whether a schema allows a text, a number or a boolean. */
function allows({ schema, components, depth }: Part, value: Json): boolean {
  const object = resolved(schema, components);
  if (!isObject(object) || depth > 9) return true;
  const inner = (part: Json) => allows({ schema: part, components, depth: depth + 1 }, value);
  if ("const" in object && object.const !== value) return false;
  if (Array.isArray(object.enum) && !object.enum.includes(value)) return false;
  const types =
    object.type === undefined ? [] : [object.type].flat().map((type) => (type === "integer" ? "number" : type));
  if (types.length > 0 && !types.includes(typeof value)) return false;
  return (
    [object.anyOf, object.oneOf].every((list) => !Array.isArray(list) || list.some(inner)) && all(object).every(inner)
  );
}

function all({ allOf }: JsonObject): Json[] {
  return Array.isArray(allOf) ? allOf : [];
}

function resolved(schema: Json | undefined, components: Components): Json | undefined {
  return isObject(schema) && typeof schema.$ref === "string" ? target(schema.$ref, components) : schema;
}
