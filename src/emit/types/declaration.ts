import type { NamedSchema } from "../../ir/index.js";
import type { Doc, TypeCode } from "../code/index.js";
import type { Direction } from "./schemas/index.js";
import type { TypeLiteralNode, TypeNode } from "./syntax/node.js";
import { printAssigned, printBody } from "./syntax/print.js";

/** A type with a name, ready to be declared. */
export interface NamedType {
  name: string;
  schema: NamedSchema;
  direction: Direction;
  type: TypeNode;
}

/** A named schema as the templates declare it. */
interface Declaration {
  doc: Doc;
  name: string;
  /** The braces of an interface; null for an alias, which has what it stands for. */
  body: TypeCode | null;
  type: TypeCode | null;
}

/** The declaration of a named type, with what its schema says of it. */
export function declaration({ name, schema, direction, type }: NamedType): Declaration {
  const parts: string[] = [];
  if (typeof schema.schema === "object") {
    const { description, title, deprecated } = schema.schema;
    const text = typeof description === "string" && description.trim() !== "" ? description : title;
    if (typeof text === "string") parts.push(text);
    if (deprecated === true) parts.push("@deprecated");
  }
  if (direction === "request" && name !== schema.name) parts.push(`As a request takes it; see {@link ${schema.name}}.`);
  return {
    doc: { parts },
    name,
    body: isInterface(type) ? printBody(type) : null,
    type: isInterface(type) ? null : printAssigned(type),
  };
}

/** True for a type that is declared as an interface, not as an alias. */
export function isInterface(type: TypeNode): type is TypeLiteralNode {
  return type.kind === "TypeLiteral" && type.members.length > 0;
}
