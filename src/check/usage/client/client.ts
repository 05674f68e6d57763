import { ts } from "ts-morph";
import { boundMember, memberAccess, plain } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";
import { importedBy, importOf, isClientImport, isSdkImport } from "./imports.js";

/** A part of a Base44 client: `base44.asServiceRole.connectors` is the path `asServiceRole.connectors`. */
export interface ClientPart {
  /** The origin of the client: the app's client module, a call of the SDK, or a parameter named base44. */
  origin: "app" | "created" | "parameter";
  path: readonly string[];
}

const CREATORS = ["createClient", "createClientFromRequest"];
const DEEPEST = 8;

/**
 * Returns the part of a Base44 client that an expression refers to, through aliases and destructuring; undefined if
 * that is not certain. A parameter counts if its name is base44.
 */
export function clientPart(expression: ts.Expression, file: UsageFile, depth = 0): ClientPart | undefined {
  if (depth > DEEPEST) return undefined;
  const node = plain(expression);
  if (ts.isIdentifier(node)) return namedPart(node, file, depth);
  if (ts.isCallExpression(node)) return isCreation(node, file) ? { origin: "created", path: [] } : undefined;
  const access = memberAccess(node);
  const inner = access && clientPart(access.object, file, depth + 1);
  return inner && { ...inner, path: [...inner.path, access.member] };
}

/** The path of a {@link clientPart} without `asServiceRole`. */
export function modulePath({ path }: ClientPart): string {
  return (path[0] === "asServiceRole" ? path.slice(1) : path).join(".");
}

function namedPart(name: ts.Identifier, file: UsageFile, depth: number): ClientPart | undefined {
  const declaration = file.scopes.declarationOf(name);
  if (!declaration) return undefined;
  const imported = importedBy(declaration);
  if (imported) return isClientImport(imported, file) ? { origin: "app", path: [] } : undefined;
  if (ts.isParameter(declaration)) {
    const isClient = ts.isIdentifier(declaration.name) && declaration.name.text === "base44";
    return isClient && !declaration.dotDotDotToken ? { origin: "parameter", path: [] } : undefined;
  }
  if (!ts.isVariableDeclaration(declaration) && !ts.isBindingElement(declaration)) return undefined;
  if (!ts.isIdentifier(declaration.name) || file.scopes.isReassigned(declaration.name)) return undefined;
  if (ts.isBindingElement(declaration)) return boundPart(declaration, file, depth + 1);
  return declaration.initializer && clientPart(declaration.initializer, file, depth + 1);
}

function boundPart(element: ts.BindingElement, file: UsageFile, depth: number): ClientPart | undefined {
  const member = boundMember(element);
  const holder = element.parent.parent;
  if (member === undefined || element.initializer || !ts.isObjectBindingPattern(element.parent)) return undefined;
  if (ts.isParameter(holder)) return member === "base44" ? { origin: "parameter", path: [] } : undefined;
  const outer = ts.isBindingElement(holder)
    ? boundPart(holder, file, depth)
    : holder.initializer && clientPart(holder.initializer, file, depth);
  return outer && { ...outer, path: [...outer.path, member] };
}

function isCreation(call: ts.CallExpression, file: UsageFile): boolean {
  const callee = plain(call.expression);
  const imported = ts.isIdentifier(callee) ? importOf(callee, file) : undefined;
  return imported !== undefined && isSdkImport(imported, CREATORS);
}
