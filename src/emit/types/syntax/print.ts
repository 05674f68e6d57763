import { docComment, identifier, propertyKey, stringLiteral, TypeCode } from "../../code/index.js";
import type {
  IndexSignatureNode,
  LiteralTypeNode,
  PropertySignatureNode,
  TypeLiteralNode,
  TypeNode,
  UnionTypeNode,
} from "./node.js";

/** The maximum length, in characters, of a union on one line. */
const LONG_UNION = 80;

/** The maximum length, in characters, of an object type with one property on one line. */
const LONG_LITERAL = 60;

/** Prints a type. */
export function printType(node: TypeNode): TypeCode {
  return new TypeCode(print(node, 0));
}

/**
 * Prints a type that follows `=` or `:`, with the space or line break in between, for a place that is indented by
 * `indent` spaces.
 */
export function printAssigned(node: TypeNode, indent = 0): TypeCode {
  return new TypeCode(assigned(node, indent));
}

/** Prints the body of an interface, including its braces. */
export function printBody(node: TypeLiteralNode): TypeCode {
  return new TypeCode(printBlock(node, 0));
}

function assigned(node: TypeNode, indent: number): string {
  const text = print(node, indent);
  return text.startsWith("\n") ? text : ` ${text}`;
}

function print(node: TypeNode, indent: number): string {
  switch (node.kind) {
    case "LiteralType":
      return printLiteralValue(node.literal);
    case "Identifier":
      return printIdentifier(node.text);
    case "ArrayType":
      return `${printOperand(node.elementType, indent)}[]`;
    case "TupleType":
      return `[${node.elements.map((element) => print(element, indent)).join(", ")}]`;
    case "OptionalType":
      return `${printOperand(node.type, indent)}?`;
    case "RestType":
      return `...${printOperand(node.type, indent)}`;
    case "UnionType":
      return printUnion(node, indent);
    case "IntersectionType":
      return node.types
        .map((type) => (type.kind === "UnionType" ? printOperand(type, indent) : print(type, indent)))
        .join(" & ");
    case "TypeLiteral":
      return printLiteral(node, indent);
    case "TypeReference": {
      const name = printIdentifier(node.typeName.text);
      if (node.typeArguments.length === 0) return name;
      return `${name}<${node.typeArguments.map((argument) => print(argument, indent)).join(", ")}>`;
    }
    case "IndexedAccessType":
      return `${printOperand(node.objectType, indent)}[${print(node.indexType, indent)}]`;
    default:
      return KEYWORDS[node.kind];
  }
}

const KEYWORDS = {
  BooleanKeyword: "boolean",
  NeverKeyword: "never",
  NullKeyword: "null",
  NumberKeyword: "number",
  StringKeyword: "string",
  UndefinedKeyword: "undefined",
  UnknownKeyword: "unknown",
  TrueKeyword: "true",
  FalseKeyword: "false",
};

function printLiteralValue(literal: LiteralTypeNode["literal"]): string {
  switch (literal.kind) {
    case "StringLiteral":
      return stringLiteral(literal.text);
    case "NumericLiteral":
      return printNumber(literal.text);
    case "PrefixUnaryExpression":
      return `-${printNumber(literal.operand.text)}`;
    default:
      return KEYWORDS[literal.kind];
  }
}

function printNumber(text: string): string {
  return /^\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? text : "number";
}

/** Prints an identifier, or a string that openapi-typescript passes as an identifier with its JSON text. */
function printIdentifier(text: string): string {
  if (text.startsWith('"')) return stringLiteral(JSON.parse(text) as string);
  return identifier(text);
}

/**
 * Prints a type in a place where `|` and `&` bind less tightly than the surrounding syntax, in parentheses if it needs
 * them.
 */
function printOperand(node: TypeNode, indent: number): string {
  const text = print(node, indent);
  if (node.kind !== "UnionType" && node.kind !== "IntersectionType") return text;
  return text.startsWith("\n") ? `(${text}\n${" ".repeat(indent)})` : `(${text})`;
}

/**
 * Prints a union on one line if it fits, else one line per member. Text without line breaks does not depend on the
 * indentation.
 */
function printUnion(node: UnionTypeNode, indent: number): string {
  const members = flat(node).map((type) =>
    type.kind === "IntersectionType" ? printOperand(type, indent + 4) : print(type, indent + 4),
  );
  const line = members.join(" | ");
  if (line.length <= LONG_UNION && !line.includes("\n")) return line;
  return members.map((member) => `\n${" ".repeat(indent + 2)}| ${member}`).join("");
}

function flat(node: UnionTypeNode): TypeNode[] {
  return node.types.flatMap((type) => (type.kind === "UnionType" ? flat(type) : [type]));
}

function printLiteral(node: TypeLiteralNode, indent: number): string {
  const [only] = node.members;
  if (!only) return "{}";
  if (node.members.length > 1 || (only.kind === "PropertySignature" && only.doc)) return printBlock(node, indent);
  const member = printMember(only, indent + 2);
  const line = `{ ${member.trim().slice(0, -1)} }`;
  return line.length <= LONG_LITERAL && !line.includes("\n") ? line : `{\n${member}${" ".repeat(indent)}}`;
}

function printBlock(node: TypeLiteralNode, indent: number): string {
  return `{\n${node.members.map((item) => printMember(item, indent + 2)).join("")}${" ".repeat(indent)}}`;
}

function printMember(node: PropertySignatureNode | IndexSignatureNode, indent: number): string {
  const margin = " ".repeat(indent);
  if (node.kind === "IndexSignature") return `${margin}[key: string]:${assigned(node.type, indent)};\n`;
  const doc = node.doc ? docComment(node.doc, indent) : "";
  return `${doc}${margin}${printKey(node.name)}${node.optional ? "?" : ""}:${assigned(node.type, indent)};\n`;
}

function printKey(name: PropertySignatureNode["name"]): string {
  if (name.kind === "NumericLiteral") return /^(0|[1-9]\d*)$/.test(name.text) ? name.text : stringLiteral(name.text);
  return propertyKey(name.text);
}
