import { getOrInsert } from "../../../../collections/index.js";
import { referencedKey } from "../../../../ir/index.js";
import { isObject, type Json, type JsonObject, objectMember, stringMember } from "../../../../json/index.js";
import { canonical } from "./canonical.js";
import { withoutInteger } from "./keywords.js";
import { type Branch, type Discriminator, isAny, isBare, isPlain, type Union, type View } from "./view.js";

/** Returns the view of a `oneOf` or `anyOf`, which must hold in addition to the rest of the schema. */
export function unionView(context: { branches: Branch[]; schema: JsonObject; empty: View }): View | undefined {
  const { schema, empty } = context;
  // A union with a branch that allows any value allows any value.
  if (context.branches.some(({ view }) => isAny(view) && !view.isCircular)) return undefined;
  const isNullable = context.branches.some(({ view }) => view.isNullable === true);
  const choices = context.branches.filter(({ view }) => !isNull(view));
  const branches = distinct(choices.flatMap((branch) => flattened(branch, schema)));
  const [first] = branches;
  if (!first) return isNullable ? { ...empty, types: new Set(), isNullable: true } : undefined;
  const withNull = (view: View): View => (isNullable ? { ...view, isNullable: true } : view);
  if (branches.length === 1) return withNull(first.view);
  const plain = schema.discriminator === undefined ? plainUnion(branches, empty) : undefined;
  if (plain) return { ...plain, isNullable };
  const union: Union = {
    branches: branches.map((branch) => ({ ...branch, view: withoutNull(branch.view) })),
    discriminator: discriminatorOf(schema, branches),
  };
  return { ...empty, unions: [union], isNullable: isNullable || knownNull(branches) };
}

/** Returns false if no branch allows null; undefined if a branch does not say. */
function knownNull(branches: readonly Branch[]): boolean | undefined {
  return branches.every(({ view }) => view.isNullable === false) ? false : undefined;
}

function isNull(view: View): boolean {
  return view.types?.size === 0 && view.isNullable === true;
}

/** Returns the branches of a branch that is only a union without a discriminator; otherwise the branch itself. */
function flattened(branch: Branch, schema: JsonObject): readonly Branch[] {
  const [union, ...more] = branch.view.unions;
  const isNested = union && more.length === 0 && isBare(branch.view) && !union.discriminator;
  return isNested && schema.discriminator === undefined ? union.branches : [branch];
}

/** Removes duplicates. Several branches may be unions of the same branches. */
function distinct(branches: readonly Branch[]): Branch[] {
  const keys = new Map<View, Set<string | undefined>>();
  return branches.filter(({ view, key }) => {
    const known = getOrInsert(keys, view, () => new Set());
    return !known.has(key) && known.add(key);
  });
}

/** Returns one view with several types or values for a union of views that have nothing else. */
function plainUnion(branches: readonly Branch[], empty: View): View | undefined {
  if (!branches.every(({ view }) => isPlain(view) && view.types !== undefined)) return undefined;
  const listed = branches.filter(({ view }) => view.values !== undefined);
  if (listed.length !== 0 && listed.length !== branches.length) return undefined;
  const types = withoutInteger(new Set(branches.flatMap(({ view }) => [...(view.types ?? [])])));
  const values = branches.flatMap(({ view }) => [...(view.values ?? [])]);
  const unique = [...new Map(values.map((value) => [canonical(value), value])).values()];
  return { ...empty, types, values: listed.length > 0 ? unique : undefined };
}

const stripped = new WeakMap<View, View>();

/** Returns the view without null, which belongs to the union as a whole. Returns the same object for the same view. */
export function withoutNull(view: View): View {
  if (view.isNullable !== true) return view;
  return getOrInsert(stripped, view, () => ({ ...view, isNullable: false }));
}

const byType = new WeakMap<View, View[]>();

/**
 * Splits a view with several types into one view for each. Returns the same objects each time; other views are
 * unchanged.
 */
export function ofEachType(view: View): View[] {
  if (view.types === undefined || view.types.size < 2 || view.values !== undefined) return [view];
  return getOrInsert(byType, view, () => [...(view.types ?? [])].map((type) => ({ ...view, types: new Set([type]) })));
}

function discriminatorOf(schema: JsonObject, branches: readonly Branch[]): Discriminator | undefined {
  const discriminator = objectMember(schema, "discriminator");
  const propertyName = discriminator && stringMember(discriminator, "propertyName");
  if (!discriminator || propertyName === undefined) return undefined;
  const mapping = Object.entries(objectMember(discriminator, "mapping") ?? {}).flatMap(targetOf);
  const keys = branches.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const mapped = new Set(mapping.map(([, key]) => key));
  const implied = keys.filter((key) => !mapped.has(key)).map((key): [string, string] => [key, key]);
  return { propertyName, keyByValue: new Map([...mapping, ...implied]) };
}

function targetOf([value, target]: [string, Json]): [string, string][] {
  return typeof target === "string" ? [[value, referencedKey(target)]] : [];
}

/** Returns the key of the named schema that a branch references. */
export function branchKey(schema: Json): string | undefined {
  const ref = isObject(schema) ? stringMember(schema, "$ref") : undefined;
  return ref === undefined ? undefined : referencedKey(ref);
}
