import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { NamedSchema, SourceRef } from "../../ir/index.js";
import { Combinations } from "./combinations.js";
import { isInterface, type NamedType } from "./declaration.js";
import type { Direction, Schemas } from "./schemas/index.js";
import {
  eagerReferences,
  type IsAlias,
  nameCircles,
  withLaterElements,
  withoutEagerReferences,
} from "./syntax/references.js";
import type { SchemaTransform } from "./transform.js";
import { uniteChoices } from "./united-choices.js";

/**
 * Returns the types of all named schemas: two (one of them `…Request`) for a schema whose requests and responses
 * differ. Unions that have each other as members become one. Other aliases that need themselves to be defined are
 * rewritten so that they do not, or else cut and reported (B44-402). Choices with too many combinations are left open
 * and reported (B44-403); the returned `combinations` does the same for all other types.
 */
export function namedTypes(
  all: readonly NamedSchema[],
  schemas: Schemas,
  transform: SchemaTransform,
): { types: NamedType[]; combinations: Combinations; diagnostics: Diagnostic[] } {
  const types = all.flatMap((schema) =>
    schemas.formsOf(schema).map((direction) => namedType(schema, schemas, direction, transform)),
  );
  const ofThemselves = types.filter(
    ({ schema, direction }) => direction === schemas.formsOf(schema)[0] && isOnlyItself(schema, schemas),
  );
  uniteChoices(types);
  const circular = [...ofThemselves.map(leadsBack), ...cutCircles(types)];
  const combinations = new Combinations(types);
  return { types, combinations, diagnostics: [...circular, ...limitCombinations(types, combinations)] };
}

/** True for a schema that refers to itself and says nothing else. */
function isOnlyItself({ key, schema }: NamedSchema, schemas: Schemas): boolean {
  return typeof schema !== "boolean" && typeof schema.$ref === "string" && schemas.byRef(schema.$ref)?.key === key;
}

function namedType(schema: NamedSchema, schemas: Schemas, direction: Direction, transform: SchemaTransform): NamedType {
  const type = transform.namedTypeOf(schema, direction);
  return { name: schemas.typeName(schema, direction), schema, direction, type };
}

/** Returns the diagnostic for a schema that is defined by itself (B44-402). */
function leadsBack({ schema, type }: NamedType): Diagnostic {
  const message =
    type.kind === "UnknownKeyword"
      ? `The schema ${schema.key} refers only to itself; it is typed unknown.`
      : `A reference in the schema ${schema.key} leads back to that schema; the reference is ignored.`;
  return diagnostic("B44-402", { message, location: schema.source });
}

/** How many references are followed to cut circles one by one. Beyond that, everything in a circle is cut at once. */
const MOST_FOLLOWED = 2_000_000;

/** Cuts references by which aliases lead back to themselves, and reports each cut. */
function cutCircles(types: NamedType[]): Diagnostic[] {
  const byName = new Map(types.map((type) => [type.name, type]));
  const isAlias: IsAlias = ({ typeName, typeArguments }) => {
    const named = byName.get(typeName.text);
    // Of TypeScript's own types, those with type arguments here are aliases.
    return named ? !isInterface(named.type) : typeArguments.length > 0;
  };
  const edgesIn = (members: NamedType[], among: { has(name: string): boolean }) =>
    new Map(
      members.map(({ name, type }) => [name, [...eagerReferences(type, isAlias)].filter((one) => among.has(one))]),
    );
  const membersOf = (circle: string[]) => [...circle].sort().flatMap((name) => byName.get(name) ?? []);
  const diagnostics: Diagnostic[] = [];
  let followed = 0;
  let left = nameCircles(edgesIn(types, byName)).flatMap((circle) => {
    const among = new Set(circle);
    const members = membersOf(circle);
    for (const member of members) member.type = withLaterElements(member.type, among, isAlias);
    return nameCircles(edgesIn(members, among));
  });
  while (left.length > 0) {
    left = left.flatMap((circle) => {
      const among = new Set(circle);
      const members = membersOf(circle);
      // A union loses least: the member that leads back adds nothing to the others.
      const least = members.find(({ type }) => type.kind === "UnionType") ?? (members[0] as NamedType);
      const cut = followed > MOST_FOLLOWED ? members : [least];
      for (const member of cut) member.type = withoutEagerReferences(member.type, among, isAlias);
      diagnostics.push(...cut.map(leadsBack));
      const edges = edgesIn(members, among);
      for (const names of edges.values()) followed += 1 + names.length;
      return nameCircles(edges);
    });
  }
  return diagnostics;
}

/** Leaves choices open if there are too many combinations of them, and reports the schemas. */
function limitCombinations(types: readonly NamedType[], combinations: Combinations): Diagnostic[] {
  const said = types.filter(({ type }) => {
    const before = combinations.leftOpen;
    combinations.limit(type);
    return combinations.leftOpen > before;
  });
  return [...new Set(said.map(({ schema }) => schema))].map(({ key, source }) => leftOpen(`The schema ${key}`, source));
}

/** Returns the diagnostic for choices that are left open (B44-403). */
export function leftOpen(what: string, location: SourceRef): Diagnostic {
  const message = `${what} combines alternatives in more ways than TypeScript can expand; its type accepts any value for some of them.`;
  return diagnostic("B44-403", { message, location });
}
