import type { PropertySignatureNode, TypeNode } from "./node.js";

/** The members that every object inherits, as TypeScript declares them (`interface Object` of its library). */
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
 * A property which, being optional and named as a member that every object inherits, may be what is inherited: TypeScript
 * takes that for the property of an object without one of its own, and so does who reads it. Any other, and one that says so already, comes back as it is.
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
