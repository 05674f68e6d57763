import type {
  IdentifierNode,
  IndexSignatureNode,
  Keyword,
  KeywordNode,
  LiteralTypeNode,
  NumericLiteralNode,
  PrefixUnaryNode,
  PropertySignatureNode,
  StringLiteralNode,
  TypeLiteralNode,
  TypeNode,
} from "./node.js";

/**
 * Replaces the `typescript` package in openapi-typescript's schema transforms with the part of `ts.factory` that they
 * call, which makes the small nodes of node.ts. TypeScript itself takes longer to load than most specs take to
 * generate; see docs/decisions/0003-type-syntax.md. A test compares the printed types with those of the real package.
 */

/**
 * The kinds that the transforms name; each kind is its own name. The transforms look up `SyntaxKind[node.kind]` for
 * every node, and compare the result with some of these.
 */
const SyntaxKind: Record<string, string> = Object.fromEntries(
  [
    "BooleanKeyword",
    "ExportKeyword",
    "MinusToken",
    "MultiLineCommentTrivia",
    "NeverKeyword",
    "NullKeyword",
    "NumberKeyword",
    "QuestionToken",
    "ReadonlyKeyword",
    "SingleLineCommentTrivia",
    "StringKeyword",
    "UndefinedKeyword",
    "UnknownKeyword",
  ].map((name) => [name, name]),
);

const factory = {
  createKeywordTypeNode: (kind: Keyword): KeywordNode => ({ kind }),
  createToken: (kind: string) => ({ kind }),
  createModifier: (kind: string) => ({ kind }),
  createTrue: (): KeywordNode => ({ kind: "TrueKeyword" }),
  createFalse: (): KeywordNode => ({ kind: "FalseKeyword" }),
  createNull: (): KeywordNode => ({ kind: "NullKeyword" }),
  createIdentifier: (text: string): IdentifierNode => ({ kind: "Identifier", text }),
  createStringLiteral: (text: string): StringLiteralNode => ({ kind: "StringLiteral", text }),
  createNumericLiteral: (value: string | number): NumericLiteralNode => ({
    kind: "NumericLiteral",
    text: String(value),
  }),
  createPrefixUnaryExpression: (_operator: string, operand: NumericLiteralNode): PrefixUnaryNode => ({
    kind: "PrefixUnaryExpression",
    operand,
  }),
  createLiteralTypeNode: (literal: LiteralTypeNode["literal"]): LiteralTypeNode => ({ kind: "LiteralType", literal }),
  createArrayTypeNode: (elementType: TypeNode): TypeNode => ({ kind: "ArrayType", elementType }),
  createTupleTypeNode: (elements: TypeNode[]): TypeNode => ({ kind: "TupleType", elements }),
  createUnionTypeNode: (types: TypeNode[]): TypeNode => ({ kind: "UnionType", types }),
  createIntersectionTypeNode: (types: TypeNode[]): TypeNode => ({ kind: "IntersectionType", types }),
  createTypeLiteralNode: (members: TypeLiteralNode["members"]): TypeNode => ({ kind: "TypeLiteral", members }),
  createIndexedAccessTypeNode: (objectType: TypeNode, indexType: TypeNode): TypeNode => ({
    kind: "IndexedAccessType",
    objectType,
    indexType,
  }),
  createTypeReferenceNode: (typeName: IdentifierNode, typeArguments: TypeNode[] = []): TypeNode => ({
    kind: "TypeReference",
    typeName,
    typeArguments,
  }),
  createPropertySignature: (
    _modifiers: unknown,
    name: PropertySignatureNode["name"],
    questionToken: object | undefined,
    type: TypeNode,
  ): PropertySignatureNode => ({ kind: "PropertySignature", name, optional: questionToken !== undefined, type }),
  createParameterDeclaration: (...parts: unknown[]) => ({ kind: "Parameter", parts }),
  createIndexSignature: (_modifiers: unknown, _parameters: unknown, type: TypeNode): IndexSignatureNode => ({
    kind: "IndexSignature",
    type,
  }),
};

/**
 * Replaces the parser. The schema transforms use it only to declare a helper type, which emit/types declares itself.
 */
function createSourceFile(
  _name: string,
  text: string,
): { statements: { kind: string; name: { escapedText: string } }[] } {
  const escapedText = /^type (\w+)</.exec(text)?.[1] ?? "";
  return { statements: [{ kind: "TypeAliasDeclaration", name: { escapedText } }] };
}

const typescript = {
  factory,
  SyntaxKind,
  NodeFlags: {},
  NewLineKind: {},
  ScriptKind: {},
  ScriptTarget: {},
  // Comments are made from prepared schemas: see `documented` in emit/types/transform.ts.
  addSyntheticLeadingComment: (node: PropertySignatureNode) => node,
  createSourceFile,
  isArrayTypeNode: (node: { kind: string }) => node.kind === "ArrayType",
  isTupleTypeNode: (node: { kind: string }) => node.kind === "TupleType",
  isTypeAliasDeclaration: (node: { kind: string }) => node.kind === "TypeAliasDeclaration",
};

export default typescript;
