/**
 * The syntax tree of a TypeScript type, as far as openapi-typescript's schema transforms build one. Nodes and members
 * have TypeScript's own names, because the transforms inspect some of them.
 */
export type TypeNode =
  | KeywordNode
  | LiteralTypeNode
  | IdentifierNode
  | ArrayTypeNode
  | TupleTypeNode
  | OptionalTypeNode
  | RestTypeNode
  | UnionTypeNode
  | IntersectionTypeNode
  | TypeLiteralNode
  | TypeReferenceNode
  | IndexedAccessTypeNode;

/** The keywords that are types, by their kinds. */
export type Keyword =
  | "BooleanKeyword"
  | "NeverKeyword"
  | "NullKeyword"
  | "NumberKeyword"
  | "StringKeyword"
  | "UndefinedKeyword"
  | "UnknownKeyword"
  | "TrueKeyword"
  | "FalseKeyword";

/** `string`, `null` and the like. */
export interface KeywordNode {
  kind: Keyword;
}

/** `1` */
export interface NumericLiteralNode {
  kind: "NumericLiteral";
  text: string;
}

/** `"a"` */
export interface StringLiteralNode {
  kind: "StringLiteral";
  text: string;
}

/** `-1` */
export interface PrefixUnaryNode {
  kind: "PrefixUnaryExpression";
  operand: NumericLiteralNode;
}

/** A literal as a type. */
export interface LiteralTypeNode {
  kind: "LiteralType";
  literal: KeywordNode | NumericLiteralNode | StringLiteralNode | PrefixUnaryNode;
}

/** A name. openapi-typescript also uses it in place of a string literal type, with the JSON text of the string. */
export interface IdentifierNode {
  kind: "Identifier";
  text: string;
}

/** `T[]` */
interface ArrayTypeNode {
  kind: "ArrayType";
  elementType: TypeNode;
}

/** `[A, B]` */
interface TupleTypeNode {
  kind: "TupleType";
  elements: TypeNode[];
}

/** An optional element of a tuple: `T?`. */
interface OptionalTypeNode {
  kind: "OptionalType";
  type: TypeNode;
}

/** `...T[]` in a tuple. */
interface RestTypeNode {
  kind: "RestType";
  type: TypeNode;
}

/** `A | B` */
export interface UnionTypeNode {
  kind: "UnionType";
  types: TypeNode[];
}

/** `A & B` */
export interface IntersectionTypeNode {
  kind: "IntersectionType";
  types: TypeNode[];
}

/** `{ … }` */
export interface TypeLiteralNode {
  kind: "TypeLiteral";
  members: (PropertySignatureNode | IndexSignatureNode)[];
}

/** `name?: T` in a type literal, with its comment. */
export interface PropertySignatureNode {
  kind: "PropertySignature";
  name: IdentifierNode | StringLiteralNode | NumericLiteralNode;
  optional: boolean;
  type: TypeNode;
  /** The paragraphs and tags of its JSDoc comment. */
  doc?: readonly string[];
}

/** `[key: string]: T` in a type literal. */
export interface IndexSignatureNode {
  kind: "IndexSignature";
  type: TypeNode;
}

/** `Name<T>` */
export interface TypeReferenceNode {
  kind: "TypeReference";
  typeName: IdentifierNode;
  typeArguments: TypeNode[];
}

/** `A["b"]` */
export interface IndexedAccessTypeNode {
  kind: "IndexedAccessType";
  objectType: TypeNode;
  indexType: TypeNode;
}
