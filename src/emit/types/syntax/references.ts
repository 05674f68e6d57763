import type { TypeNode } from "./node.js";

/**
 * The names that a type needs at once to be a type at all: those in unions, intersections and arguments, not those
 * behind a property or an element, which TypeScript looks up when it must.
 */
export function eagerReferences(node: TypeNode, found: Set<string> = new Set()): Set<string> {
  switch (node.kind) {
    case "UnionType":
    case "IntersectionType":
      for (const type of node.types) eagerReferences(type, found);
      break;
    case "TypeReference":
      found.add(node.typeName.text);
      for (const argument of node.typeArguments) eagerReferences(argument, found);
      break;
    case "TypeOperator":
    case "RestType":
      eagerReferences(node.type, found);
      break;
  }
  return found;
}

/**
 * The type with `unknown` in the place of every eager reference to one of `names`. In a union that has other members
 * too, such a reference adds nothing, and is left out.
 */
export function withoutEagerReferences(node: TypeNode, names: ReadonlySet<string>): TypeNode {
  switch (node.kind) {
    case "UnionType":
    case "IntersectionType": {
      const isUnion = node.kind === "UnionType";
      const others = node.types.filter((type) => !(isUnion && isReferenceTo(type, names)));
      const types = others.map((type) => withoutEagerReferences(type, names));
      const kept = types.filter((type) => type.kind !== "UnknownKeyword");
      if (isUnion && kept.length < types.length) return { kind: "UnknownKeyword" };
      if (kept.length < 2) return kept[0] ?? { kind: "UnknownKeyword" };
      return { ...node, types: kept };
    }
    case "TypeReference":
      if (names.has(node.typeName.text)) return { kind: "UnknownKeyword" };
      if (node.typeArguments.some((argument) => [...eagerReferences(argument)].some((name) => names.has(name)))) {
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
