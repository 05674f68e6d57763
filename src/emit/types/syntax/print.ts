import { docComment, isIdentifier, stringLiteral, TypeCode } from "../../code/index.js";
import type { LiteralTypeNode, PropertySignatureNode, TypeLiteralNode, TypeNode, UnionTypeNode } from "./node.js";

/** From how many members on a union stands on several lines. */
const LONG_UNION = 5;

/** The text of a type, for a place indented by `indent` spaces (the first line is not indented). */
export function printType(node: TypeNode, indent = 0): TypeCode {
  return new TypeCode(print(node, indent));
}

/** The text between the braces of an interface, braces included. */
export function printBody(node: TypeLiteralNode, indent = 0): TypeCode {
  return new TypeCode(printLiteral(node, indent));
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
    case "RestType":
      return `...${printOperand(node.type, indent)}`;
    case "UnionType":
      return printUnion(node, indent);
    case "IntersectionType":
      return node.types.map((type) => (type.kind === "UnionType" ? printOperand(type, indent) : print(type, indent))).join(" & ");
    case "TypeLiteral":
      return printLiteral(node, indent);
    case "TypeReference": {
      const name = printIdentifier(node.typeName.text);
      if (node.typeArguments.length === 0) return name;
      return `${name}<${node.typeArguments.map((argument) => print(argument, indent)).join(", ")}>`;
    }
    case "IndexedAccessType":
      return `${printOperand(node.objectType, indent)}[${print(node.indexType, indent)}]`;
    case "TypeOperator":
      return `readonly ${printOperand(node.type, indent)}`;
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

/** An identifier, or the JSON text of a string that openapi-typescript hands over as one. */
function printIdentifier(text: string): string {
  if (text.startsWith('"')) return stringLiteral(JSON.parse(text) as string);
  if (!isIdentifier(text)) throw new Error(`not an identifier in a type: ${JSON.stringify(text)}`);
  return text;
}

/** A type in a place where `|` and `&` bind less than what stands around it. */
function printOperand(node: TypeNode, indent: number): string {
  const text = print(node, indent);
  return node.kind === "UnionType" || node.kind === "IntersectionType" || node.kind === "TypeOperator" ? `(${text})` : text;
}

function printUnion(node: UnionTypeNode, indent: number): string {
  const long =
    node.types.length >= LONG_UNION || node.types.some((type) => type.kind === "TypeLiteral" && type.members.length > 1);
  if (!long) return node.types.map((type) => print(type, indent)).join(" | ");
  const margin = " ".repeat(indent + 2);
  return node.types.map((type) => `\n${margin}| ${print(type, indent + 2)}`).join("");
}

function printLiteral(node: TypeLiteralNode, indent: number): string {
  if (node.members.length === 0) return "{}";
  const margin = " ".repeat(indent + 2);
  const members = node.members.map((item) => {
    if (item.kind === "IndexSignature") return `${margin}[key: string]: ${print(item.type, indent + 2)};\n`;
    return printProperty(item, indent + 2);
  });
  return `{\n${members.join("")}${" ".repeat(indent)}}`;
}

function printProperty(node: PropertySignatureNode, indent: number): string {
  const doc = node.doc ? docComment(node.doc, indent) : "";
  return `${doc}${" ".repeat(indent)}${printKey(node.name)}${node.optional ? "?" : ""}: ${print(node.type, indent)};\n`;
}

function printKey(name: PropertySignatureNode["name"]): string {
  if (name.kind === "NumericLiteral") return /^(0|[1-9]\d*)$/.test(name.text) ? name.text : stringLiteral(name.text);
  return isIdentifier(name.text) ? name.text : stringLiteral(name.text);
}
