import { stronglyConnected } from "../../../collections/index.js";
import type { TypeNode, TypeReferenceNode } from "./node.js";

/** True if a reference names an alias, false if it names an interface. */
export type IsAlias = (reference: TypeReferenceNode) => boolean;

/** Returns a reference to a named type, with its type arguments. */
export function referenceTo(name: string, typeArguments: TypeNode[] = []): TypeReferenceNode {
  return { kind: "TypeReference", typeName: { kind: "Identifier", text: name }, typeArguments };
}

/** Returns the names that lead back to themselves in any way, in groups of names that lead to each other. */
export function nameCircles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  for (const circle of stronglyConnected(edges.keys(), (name) => edges.get(name) ?? [], done)) {
    for (const { thing } of circle) done.add(thing);
    const leadsBack = circle.length > 1 || circle.some(({ thing, next }) => next.includes(thing));
    if (leadsBack) found.push(circle.map(({ thing }) => thing));
  }
  return found;
}

/**
 * Returns the names that TypeScript resolves together with a type: those in unions, intersections and type arguments,
 * but not those behind a property, which are resolved later. Array and tuple elements are also resolved later if an
 * element of the array or tuple names an alias; otherwise at once, and so is everything inside a tuple's optional and
 * rest elements.
 */
export function eagerReferences(node: TypeNode, isAlias: IsAlias): Set<string> {
  const found = new Set<string>();
  const visit = (type: TypeNode, isInElement: boolean): void => {
    switch (type.kind) {
      case "UnionType":
      case "IntersectionType":
        for (const one of type.types) visit(one, isInElement);
        break;
      case "TypeReference":
        found.add(type.typeName.text);
        for (const argument of type.typeArguments) visit(argument, isInElement);
        break;
      case "OptionalType":
      case "RestType":
        visit(type.type, true);
        break;
      case "ArrayType":
        if (isInElement || !namesAlias(type.elementType, isAlias)) visit(type.elementType, isInElement);
        break;
      case "TupleType":
        if (isInElement || !type.elements.some((element) => namesAlias(element, isAlias)))
          for (const element of type.elements) visit(element, isInElement);
        break;
    }
  };
  visit(node, false);
  return found;
}

/** True for a type that may be an alias, as far as TypeScript can tell without resolving names. */
function namesAlias(node: TypeNode, isAlias: IsAlias): boolean {
  switch (node.kind) {
    case "UnionType":
    case "IntersectionType":
      return node.types.some((type) => namesAlias(type, isAlias));
    case "TypeReference":
      return isAlias(node);
    case "OptionalType":
      return namesAlias(node.type, isAlias);
    case "RestType":
      return node.type.kind === "ArrayType" && namesAlias(node.type.elementType, isAlias);
    default:
      return false;
  }
}

/**
 * Returns an equal type in which the optional and rest elements of tuples do not need any of `names` at once: as type
 * arguments of an alias that returns its argument, they are resolved only when needed.
 */
export function withLaterElements(node: TypeNode, names: ReadonlySet<string>, isAlias: IsAlias): TypeNode {
  const inner = (type: TypeNode) => withLaterElements(type, names, isAlias);
  switch (node.kind) {
    case "UnionType":
    case "IntersectionType":
      return { ...node, types: node.types.map(inner) };
    case "TypeReference":
      return { ...node, typeArguments: node.typeArguments.map(inner) };
    case "ArrayType":
      return namesAlias(node.elementType, isAlias) ? node : { ...node, elementType: inner(node.elementType) };
    case "TupleType": {
      if (node.elements.some((element) => namesAlias(element, isAlias))) return node;
      return { ...node, elements: node.elements.map((element) => laterElement(element, names, isAlias)) };
    }
    default:
      return node;
  }
}

function laterElement(element: TypeNode, names: ReadonlySet<string>, isAlias: IsAlias): TypeNode {
  if (element.kind !== "OptionalType" && element.kind !== "RestType") return withLaterElements(element, names, isAlias);
  if (![...eagerReferences(element, isAlias)].some((name) => names.has(name))) return element;
  if (element.kind === "OptionalType") return { ...element, type: later(element.type) };
  const { type } = element;
  return type.kind === "ArrayType" ? { ...element, type: { ...type, elementType: later(type.elementType) } } : element;
}

function later(type: TypeNode): TypeReferenceNode {
  return referenceTo("Exclude", [type, { kind: "NeverKeyword" }]);
}

/**
 * Replaces each eager reference to one of `names` with `unknown`. In a union that also has other members, such a
 * reference adds nothing and is removed.
 */
export function withoutEagerReferences(node: TypeNode, names: ReadonlySet<string>, isAlias: IsAlias): TypeNode {
  switch (node.kind) {
    case "UnionType":
    case "IntersectionType": {
      const isUnion = node.kind === "UnionType";
      const others = node.types.filter((type) => !(isUnion && isReferenceTo(type, names)));
      const types = others.map((type) => withoutEagerReferences(type, names, isAlias));
      const kept = types.filter((type) => type.kind !== "UnknownKeyword");
      if (isUnion && kept.length < types.length) return { kind: "UnknownKeyword" };
      if (kept.length < 2) return kept[0] ?? { kind: "UnknownKeyword" };
      return { ...node, types: kept };
    }
    case "TypeReference":
      if (names.has(node.typeName.text)) return { kind: "UnknownKeyword" };
      if (
        node.typeArguments.some((argument) => [...eagerReferences(argument, isAlias)].some((name) => names.has(name)))
      ) {
        return { kind: "UnknownKeyword" };
      }
      return node;
    default:
      return node;
  }
}

function isReferenceTo(node: TypeNode, names: ReadonlySet<string>): boolean {
  return node.kind === "TypeReference" && node.typeArguments.length === 0 && names.has(node.typeName.text);
}
