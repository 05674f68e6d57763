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
 * Stands in for the `typescript` package inside openapi-typescript's schema transforms: the part of `ts.factory`
 * that they call, making the light nodes of node.ts. TypeScript itself takes longer to load than most specs take to
 * generate; see docs/decisions/0003-type-syntax.md. A test compares the printed types with the real package's.
 */

/**
 * Kinds are their own names: those that the transforms name. They ask `SyntaxKind[node.kind]` of all nodes, to compare
 * it with some of these.
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
 * The one use of the parser that the schema transforms have is to declare a helper type, which emit/types declares
 * itself.
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
  // Comments are made of what prepared schemas say: see `documented` in emit/types/transform.ts.
  addSyntheticLeadingComment: (node: PropertySignatureNode) => node,
  createSourceFile,
  isArrayTypeNode: (node: { kind: string }) => node.kind === "ArrayType",
  isTupleTypeNode: (node: { kind: string }) => node.kind === "TupleType",
  isTypeAliasDeclaration: (node: { kind: string }) => node.kind === "TypeAliasDeclaration",
};

export default typescript;
