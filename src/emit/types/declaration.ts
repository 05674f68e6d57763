import type { NamedSchema } from "../../ir/index.js";
import type { Doc, TypeCode } from "../code/index.js";
import { beyondName, documentationOf } from "./prepare/index.js";
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
  const isOfRequests = direction === "request" && name !== schema.name;
  const note = isOfRequests ? `As a request takes it; see {@link ${schema.name}}.` : undefined;
  const parts = documentationOf(typeof schema.schema === "object" ? schema.schema : {}, note);
  return {
    doc: { parts: beyondName(parts, schema.name) },
    name,
    body: isInterface(type) ? printBody(type) : null,
    type: isInterface(type) ? null : printAssigned(type),
  };
}

/** True for a type that is declared as an interface, not as an alias. */
export function isInterface(type: TypeNode): type is TypeLiteralNode {
  return type.kind === "TypeLiteral" && type.members.length > 0;
}
