/**
 * The syntax tree of a TypeScript type, as far as openapi-typescript's schema transforms build one. The names of
 * nodes and members are TypeScript's own, because the transforms look at some of them.
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
  | IndexedAccessTypeNode
  | TypeOperatorNode;

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

export interface KeywordNode {
  kind: Keyword;
}

export interface NumericLiteralNode {
  kind: "NumericLiteral";
  text: string;
}

export interface StringLiteralNode {
  kind: "StringLiteral";
  text: string;
}

export interface PrefixUnaryNode {
  kind: "PrefixUnaryExpression";
  operand: NumericLiteralNode;
}

export interface LiteralTypeNode {
  kind: "LiteralType";
  literal: KeywordNode | NumericLiteralNode | StringLiteralNode | PrefixUnaryNode;
}

/** A bare name, or, as openapi-typescript has it, the JSON text of a string in the place of a literal type. */
export interface IdentifierNode {
  kind: "Identifier";
  text: string;
}

export interface ArrayTypeNode {
  kind: "ArrayType";
  elementType: TypeNode;
}

export interface TupleTypeNode {
  kind: "TupleType";
  elements: TypeNode[];
}

/** An element of a tuple that may be missing: `T?`. */
export interface OptionalTypeNode {
  kind: "OptionalType";
  type: TypeNode;
}

export interface RestTypeNode {
  kind: "RestType";
  type: TypeNode;
}

export interface UnionTypeNode {
  kind: "UnionType";
  types: TypeNode[];
}

export interface IntersectionTypeNode {
  kind: "IntersectionType";
  types: TypeNode[];
}

export interface TypeLiteralNode {
  kind: "TypeLiteral";
  members: (PropertySignatureNode | IndexSignatureNode)[];
}

export interface PropertySignatureNode {
  kind: "PropertySignature";
  name: IdentifierNode | StringLiteralNode | NumericLiteralNode;
  optional: boolean;
  type: TypeNode;
  /** Paragraphs and tags of its JSDoc comment. */
  doc?: string[];
}

export interface IndexSignatureNode {
  kind: "IndexSignature";
  type: TypeNode;
}

export interface TypeReferenceNode {
  kind: "TypeReference";
  typeName: IdentifierNode;
  typeArguments: TypeNode[];
}

export interface IndexedAccessTypeNode {
  kind: "IndexedAccessType";
  objectType: TypeNode;
  indexType: TypeNode;
}

export interface TypeOperatorNode {
  kind: "TypeOperator";
  type: TypeNode;
}
