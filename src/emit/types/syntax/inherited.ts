import type { PropertySignatureNode, TypeNode } from "./node.js";

/** The members that every object inherits, as declared in TypeScript's library (`interface Object`). */
const INHERITED: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

/**
 * Adds the inherited member to the type of an optional property with the same name (`toString`): TypeScript checks the
 * inherited member if an object has no such property, and a reader gets it. Returns all other properties, and those
 * that already include it, unchanged.
 */
export function orInherited(property: PropertySignatureNode): PropertySignatureNode {
  const { name, optional, type } = property;
  if (!optional || !INHERITED.has(name.text) || type.kind === "UnknownKeyword") return property;
  const inherited: TypeNode = {
    kind: "IndexedAccessType",
    objectType: { kind: "TypeLiteral", members: [] },
    indexType: { kind: "LiteralType", literal: { kind: "StringLiteral", text: name.text } },
  };
  const types = type.kind === "UnionType" ? type.types : [type];
  if (types.some(({ kind }) => kind === "IndexedAccessType")) return property;
  return { ...property, type: { kind: "UnionType", types: [...types, inherited] } };
}
