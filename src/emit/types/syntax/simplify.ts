import { orInherited } from "./inherited.js";
import type {
  IndexedAccessTypeNode,
  IndexSignatureNode,
  Keyword,
  LiteralTypeNode,
  PropertySignatureNode,
  TypeLiteralNode,
  TypeNode,
} from "./node.js";
import { printType } from "./print.js";
import { referenceTo } from "./references.js";

/**
 * Converts a type from openapi-typescript to the form that b44-gen prints: `components["schemas"]["Contact"]` becomes
 * `Contact`; named properties and an index signature share one object type, in which the index signature includes the
 * properties' types, as TypeScript requires; an optional property may also be the member that objects inherit by its
 * name.
 */
export function simplify(node: TypeNode): TypeNode {
  switch (node.kind) {
    case "ArrayType":
      return { ...node, elementType: simplify(node.elementType) };
    case "TupleType":
      return { ...node, elements: node.elements.map(simplify) };
    case "OptionalType":
    case "RestType":
      return { ...node, type: simplify(node.type) };
    case "UnionType":
      return union(node.types.map(simplify));
    case "IntersectionType":
      return intersection(node.types.map(simplify));
    case "TypeLiteral":
      return { ...node, members: node.members.map(simplifyMember) };
    case "TypeReference":
      return { ...node, typeArguments: node.typeArguments.map(simplify) };
    case "IndexedAccessType":
      return componentReference(node);
    default:
      return node;
  }
}

/** Returns the simplified union of several types. */
export function unionOf(types: TypeNode[]): TypeNode {
  return simplify({ kind: "UnionType", types });
}

function simplifyMember(member: TypeLiteralNode["members"][number]): TypeLiteralNode["members"][number] {
  const type = simplify(member.type);
  return member.kind === "PropertySignature" ? orInherited({ ...member, type }) : { ...member, type };
}

function componentReference(node: IndexedAccessTypeNode): TypeNode {
  const { objectType, indexType } = node;
  const isSchema =
    objectType.kind === "IndexedAccessType" &&
    objectType.objectType.kind === "TypeReference" &&
    objectType.objectType.typeName.text === "components";
  if (!isSchema || indexType.kind !== "LiteralType" || indexType.literal.kind !== "StringLiteral") return node;
  return referenceTo(indexType.literal.text);
}

function union(types: TypeNode[]): TypeNode {
  const flat = types.flatMap((type) => (type.kind === "UnionType" ? type.types : [type]));
  if (flat.some((type) => type.kind === "UnknownKeyword")) return { kind: "UnknownKeyword" };
  const members = withWholeBoolean(distinct(flat));
  return members.length === 1 ? (members[0] as TypeNode) : { kind: "UnionType", types: members };
}

/** Replaces `true` and `false`, if both are there, with `boolean`. */
function withWholeBoolean(types: TypeNode[]): TypeNode[] {
  const isLiteral = (type: TypeNode, kind: Keyword) => type.kind === "LiteralType" && type.literal.kind === kind;
  const first = types.findIndex((type) => isLiteral(type, "TrueKeyword") || isLiteral(type, "FalseKeyword"));
  if (first < 0) return types;
  const rest = types.filter((type) => !isLiteral(type, "TrueKeyword") && !isLiteral(type, "FalseKeyword"));
  if (rest.length > types.length - 2) return types;
  return distinct(rest.toSpliced(first, 0, { kind: "BooleanKeyword" }));
}

/** Removes types that print the same as another. */
function distinct(types: TypeNode[]): TypeNode[] {
  if (new Set(types.map(({ kind }) => kind)).size === types.length) return types;
  return [...new Map(types.map((type) => [printType(type).text, type])).values()];
}

function intersection(types: TypeNode[]): TypeNode {
  const flat = distinct(types.flatMap((type) => (type.kind === "IntersectionType" ? type.types : [type])));
  const [first, second] = flat;
  if (first && !second) return first;
  if (flat.length === 2 && isPropertyLiteral(first) && isIndexLiteral(second))
    return withIndex(first, second.members[0]);
  return { kind: "IntersectionType", types: flat };
}

function isPropertyLiteral(node: TypeNode | undefined): node is TypeLiteralNode {
  return node?.kind === "TypeLiteral" && node.members.every((item) => item.kind === "PropertySignature");
}

function isIndexLiteral(node: TypeNode | undefined): node is TypeLiteralNode & { members: [IndexSignatureNode] } {
  return node?.kind === "TypeLiteral" && node.members.length === 1 && node.members[0]?.kind === "IndexSignature";
}

/** The maximum number of types in an index signature. With more, it is `unknown`. */
const MOST_KINDS = 4;

/**
 * The maximum length, in characters, of the properties' types in an index signature. With more, it is `unknown`: the
 * types are repeated there, on each level of nested objects.
 */
const LONGEST_KINDS = 1000;

function withIndex(literal: TypeLiteralNode, index: IndexSignatureNode): TypeLiteralNode {
  const properties = literal.members as PropertySignatureNode[];
  const repeated = properties.map((item) => item.type);
  if (properties.some((item) => item.optional)) repeated.push({ kind: "UndefinedKeyword" });
  const named = union(repeated);
  const isReadable = kindsOf(named).every(({ kind }) => kind !== "TypeLiteral") && isShort(named);
  const all = withoutCovered(union([index.type, ...repeated]));
  const type: TypeNode = isReadable && kindsOf(all).length <= MOST_KINDS ? all : { kind: "UnknownKeyword" };
  return { ...literal, members: [...properties, { kind: "IndexSignature", type }] };
}

/** Removes the literals of a type that the union contains as a whole. */
function withoutCovered(type: TypeNode): TypeNode {
  const kinds = kindsOf(type);
  const whole = new Set(kinds.map(({ kind }) => kind));
  const isCovered = (one: TypeNode) => {
    const literals = LITERALS[one.kind === "LiteralType" ? one.literal.kind : one.kind];
    return literals !== undefined && whole.has(literals);
  };
  return union(kinds.filter((one) => !isCovered(one)));
}

/** The types of literals, by their kinds. openapi-typescript has an identifier for a string literal. */
const LITERALS: Partial<Record<TypeNode["kind"] | LiteralTypeNode["literal"]["kind"], Keyword>> = {
  Identifier: "StringKeyword",
  StringLiteral: "StringKeyword",
  NumericLiteral: "NumberKeyword",
  PrefixUnaryExpression: "NumberKeyword",
  TrueKeyword: "BooleanKeyword",
  FalseKeyword: "BooleanKeyword",
};

/** Returns the members of a union; for any other type, the type itself. */
export function kindsOf(type: TypeNode): readonly TypeNode[] {
  return type.kind === "UnionType" ? type.types : [type];
}

function isShort(type: TypeNode): boolean {
  return printType(type).text.length <= LONGEST_KINDS;
}
