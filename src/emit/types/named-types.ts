import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { NamedSchema } from "../../ir/index.js";
import type { TypeEngine } from "./engine.js";
import type { Direction, Schemas } from "./schemas.js";
import type { TypeNode } from "./syntax/node.js";
import { eagerReferences, withoutEagerReferences } from "./syntax/references.js";

/** A type with a name, ready to be declared. */
export interface NamedType {
  name: string;
  schema: NamedSchema;
  direction: Direction;
  type: TypeNode;
}

/**
 * The types of all named schemas, and of those that a request takes in another form (`…Request`) where a request
 * reaches them. Aliases that would need themselves to be defined are cut open and reported (B44-402).
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
  return { types, diagnostics: [...ofThemselves.map(leadsBack), ...cutCircles(types)] };
}

/** True for a schema that refers to itself and says nothing else. */
function isOnlyItself({ key, schema }: NamedSchema, schemas: Schemas): boolean {
  return typeof schema !== "boolean" && typeof schema.$ref === "string" && schemas.byRef(schema.$ref)?.key === key;
}

function namedType(schema: NamedSchema, schemas: Schemas, direction: Direction, engine: TypeEngine): NamedType {
  const type = engine.typeOf(schema.schema, direction, schema.key);
  return { name: schemas.typeName(schema, direction), schema, direction, type };
}

/** What is said of a schema that is defined by itself (B44-402). */
function leadsBack({ schema, type }: NamedType): Diagnostic {
  const outcome = type.kind === "UnknownKeyword" ? "it is typed unknown" : "that part is left out";
  const message = `The schema ${schema.key} is defined by a reference that leads back to it; ${outcome}.`;
  return diagnostic("B44-402", { message, location: schema.source });
}

/** Finds aliases that lead back to themselves (strongly connected, Tarjan) and cuts what leads back. */
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

function circles(edges: ReadonlyMap<string, string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const onStack = new Set<string>();
  const enter = (name: string) => {
    order.set(name, order.size);
    low.set(name, order.get(name) as number);
    stack.push(name);
    onStack.add(name);
    return { name, left: [...(edges.get(name) ?? [])].reverse() };
  };
  const lower = (name: string, by: number | undefined) =>
    low.set(name, Math.min(low.get(name) as number, by as number));
  /** With a stack of its own: a chain is as long as a spec makes it. */
  const visit = (start: string): void => {
    const open = [enter(start)];
    for (let at = open.at(-1); at; at = open.at(-1)) {
      const { name, left } = at;
      const next = left.pop();
      if (next !== undefined) {
        if (!order.has(next)) open.push(enter(next));
        else if (onStack.has(next)) lower(name, low.get(next));
        continue;
      }
      open.pop();
      const parent = open.at(-1);
      if (parent) lower(parent.name, low.get(name));
      if (low.get(name) !== order.get(name)) continue;
      const group = stack.splice(stack.lastIndexOf(name));
      for (const member of group) onStack.delete(member);
      if (group.length > 1 || edges.get(name)?.includes(name)) found.push(group);
    }
  };
  for (const name of edges.keys()) if (!order.has(name)) visit(name);
  return found;
}
