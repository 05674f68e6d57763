import type { NamedSchema } from "../../ir/index.js";
import type { Doc, TypeCode } from "../code/index.js";
import { beyondName, documentationOf } from "./prepare/index.js";
import type { Direction } from "./schemas/index.js";
import type { TypeLiteralNode, TypeNode } from "./syntax/node.js";
import { printAssigned, printBody } from "./syntax/print.js";
import { referenceTo } from "./syntax/references.js";

/** A type with a name, ready to be declared. */
export interface NamedType {
  name: string;
  schema: NamedSchema;
  direction: Direction;
  type: TypeNode;
}

/** The declaration of a named schema, as the templates take it. */
interface Declaration {
  doc: Doc;
  name: string;
  /** The body of an interface, with its braces; null for an alias, which has a `type`. */
  body: TypeCode | null;
  type: TypeCode | null;
  /** An interface that the alias references and that is not exported. */
  part: { name: string; body: TypeCode } | null;
}

/**
 * Returns the declarations of named types, with their schemas' documentation.
 *
 * @param names the names of all types in the file; the names of additional interfaces are added
 */
export function declarations(types: readonly NamedType[], names: Set<string>): Declaration[] {
  return types.map((named) => ({ doc: docOf(named), name: named.name, ...formOf(named, names) }));
}

function docOf({ name, schema, direction }: NamedType): Doc {
  const isOfRequests = direction === "request" && name !== schema.name;
  const note = isOfRequests ? `The form used in requests; see {@link ${schema.name}}.` : undefined;
  const parts = documentationOf(typeof schema.schema === "object" ? schema.schema : {}, note);
  return { parts: beyondName(parts, schema.name) };
}

function formOf({ name, type }: NamedType, names: Set<string>): Pick<Declaration, "body" | "type" | "part"> {
  if (isInterface(type)) return { body: printBody(type), type: null, part: null };
  const object = nullableObject(type);
  const partName = `${name}Object`;
  if (!object || names.has(partName)) return { body: null, type: printAssigned(type), part: null };
  names.add(partName);
  return {
    body: null,
    type: printAssigned({ kind: "UnionType", types: [referenceTo(partName), { kind: "NullKeyword" }] }),
    part: { name: partName, body: printBody(object) },
  };
}

/**
 * Returns the object of a type that is an object or null; undefined for any other type. The object gets a name of its
 * own because an editor would show it property by property once the null is removed, which is always so if
 * `strictNullChecks` is off.
 */
function nullableObject(type: TypeNode): TypeLiteralNode | undefined {
  if (type.kind !== "UnionType" || type.types.length !== 2 || !type.types.some(isNull)) return undefined;
  const object = type.types.find((choice) => choice.kind === "TypeLiteral");
  return object?.members.some(({ kind }) => kind === "PropertySignature") ? object : undefined;
}

function isNull(type: TypeNode): boolean {
  return type.kind === "NullKeyword" || (type.kind === "LiteralType" && type.literal.kind === "NullKeyword");
}

/** True for a type that is declared as an interface, not as an alias. */
export function isInterface(type: TypeNode): type is TypeLiteralNode {
  return type.kind === "TypeLiteral" && type.members.length > 0;
}
