import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { NamedSchema } from "../../ir/index.js";
import type { TypeEngine } from "./engine.js";
import type { Direction, Schemas } from "./schemas.js";
import { circles } from "./syntax/circles.js";
import type { TypeNode } from "./syntax/node.js";
import { eagerReferences, withoutEagerReferences } from "./syntax/references.js";
import { uniteChoices } from "./united-choices.js";

/** A type with a name, ready to be declared. */
export interface NamedType {
  name: string;
  schema: NamedSchema;
  direction: Direction;
  type: TypeNode;
}

/**
 * The types of all named schemas, and of those that a request takes in another form (`…Request`) where a request
 * reaches them. Choices of each other are one. Other aliases that would need themselves to be defined are cut open and
 * reported (B44-402).
 */
export function namedTypes(
  all: readonly NamedSchema[],
  schemas: Schemas,
  inRequests: ReadonlySet<NamedSchema>,
  engine: TypeEngine,
): { types: NamedType[]; diagnostics: Diagnostic[] } {
  const types = all.flatMap((schema) => {
    const response = namedType(schema, schemas, "response", engine);
    if (!schemas.differs(schema) || !inRequests.has(schema)) return [response];
    return [response, namedType(schema, schemas, "request", engine)];
  });
  const ofThemselves = types.filter(
    ({ schema, direction }) => direction === "response" && isOnlyItself(schema, schemas),
  );
  uniteChoices(types);
  return { types, diagnostics: [...ofThemselves.map(leadsBack), ...cutCircles(types)] };
}

/** True for a schema that refers to itself and says nothing else. */
function isOnlyItself({ key, schema }: NamedSchema, schemas: Schemas): boolean {
  return typeof schema !== "boolean" && typeof schema.$ref === "string" && schemas.byRef(schema.$ref)?.key === key;
}

function namedType(schema: NamedSchema, schemas: Schemas, direction: Direction, engine: TypeEngine): NamedType {
  const type = engine.namedTypeOf(schema, direction);
  return { name: schemas.typeName(schema, direction), schema, direction, type };
}

/** What is said of a schema that is defined by itself (B44-402). */
function leadsBack({ schema, type }: NamedType): Diagnostic {
  const outcome = type.kind === "UnknownKeyword" ? "it is typed unknown" : "that part is left out";
  const message = `The schema ${schema.key} is defined by a reference that leads back to it; ${outcome}.`;
  return diagnostic("B44-402", { message, location: schema.source });
}

/** Finds aliases that lead back to themselves and cuts what leads back. */
function cutCircles(types: NamedType[]): Diagnostic[] {
  const byName = new Map(types.map((type) => [type.name, type]));
  const edges = new Map(
    types.map((type) => [type.name, [...eagerReferences(type.type)].filter((name) => byName.has(name))]),
  );
  const diagnostics: Diagnostic[] = [];
  for (const circle of circles(edges)) {
    const members = [...circle].sort().flatMap((name) => byName.get(name) ?? []);
    // A union loses least: the choice that leads back adds nothing to the others.
    const cut = members.find(({ type }) => type.kind === "UnionType") ?? (members[0] as NamedType);
    cut.type = withoutEagerReferences(cut.type, new Set(circle));
    diagnostics.push(leadsBack(cut));
  }
  return diagnostics.length > 0 ? [...diagnostics, ...cutCircles(types)] : [];
}
