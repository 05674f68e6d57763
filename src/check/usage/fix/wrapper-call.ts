import { ts } from "ts-morph";
import { identifier } from "../../../emit/code/index.js";
import { clientPart } from "../client/index.js";
import type { KnownApi, KnownOperation } from "../model.js";
import type { Renamed } from "../rules/argument-names.js";
import { type LiteralMembers, literalMembers, memberAccess, membersIn, plain } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";
import { importedName } from "./imported-name.js";

interface RawCall {
  call: ts.CallExpression;
  api: KnownApi;
  operation: KnownOperation;
  /** Arguments that the fix also renames. */
  renames: readonly Renamed[];
}

/**
 * Offers to replace a raw call by the generated function, if both certainly send the same: the slug and the operation
 * are literals, the arguments are an object literal with only what the operation accepts, and the client is written in
 * the call. Returns true if it does; the fix then includes the renamings.
 */
export function offerWrapper({ call, api, operation, renames }: RawCall, file: UsageFile): boolean {
  const [slug, id, args] = call.arguments;
  const module = file.isBackend ? api.sharedModule : api.module;
  const client = clientOf(call, file);
  if (!slug || !id || !client || module === undefined || api.errors === "throw") return false;
  if (!ts.isStringLiteralLike(slug) || !ts.isStringLiteralLike(id) || call.arguments.length > 3) return false;
  if (call.questionDotToken || call.typeArguments || isCommonJs(file)) return false;
  if (!takes({ args, operation, renames, isTyped: /\.[cm]?tsx?$/.test(file.file) })) return false;
  const text = file.tree.text;
  const between =
    text.slice(client.getEnd(), call.expression.getEnd()) + text.slice(call.expression.getEnd(), id.getEnd());
  if (/\/[/*]/.test(between.replace(slug.getText(), "").replace(id.getText(), ""))) return false;
  const local = importedName({ module, name: operation.name }, file);
  const start = call.expression.getStart();
  file.findings.fixes.push({
    node: call,
    message: `custom.call("${slug.text}", "${id.text}") became ${operation.name}()`,
    edits: [
      { start, end: call.expression.getEnd(), text: local },
      { start: slug.getStart(), end: id.getEnd(), text: client.getText() },
      ...renames.flatMap(({ fix }) => fix?.edits ?? []),
    ],
    import: { module, name: identifier(operation.name), local },
  });
  return true;
}

function isCommonJs({ tree }: UsageFile): boolean {
  return !tree.statements.some(ts.isImportDeclaration) && /\brequire\(|\bmodule\.exports\b/.test(tree.text);
}

/** The client of a call `client.integrations.custom.call(…)`. */
function clientOf(call: ts.CallExpression, file: UsageFile): ts.Expression | undefined {
  let node: ts.Expression = call.expression;
  for (const wanted of ["call", "custom", "integrations"]) {
    const access = ts.isPropertyAccessExpression(node) && !node.questionDotToken ? memberAccess(node) : undefined;
    if (access?.member !== wanted) return undefined;
    node = access.object;
  }
  return clientPart(node, file) ? node : undefined;
}

interface CallArguments extends Pick<RawCall, "operation" | "renames"> {
  args: ts.Expression | undefined;
  /** True for TypeScript, where values of another type do not compile. */
  isTyped: boolean;
}

/** True if an operation accepts exactly the arguments of a call. */
function takes({ args, operation, renames, isTyped }: CallArguments): boolean {
  if (!args) return operation.pathParams.length === 0;
  // The generated function has other names for these parameters.
  if (operation.pathKeys) return false;
  const object = plain(args);
  const written = ts.isObjectLiteralExpression(object) ? literalMembers(object) : undefined;
  if (!written || renames.some(({ fix }) => !fix)) return false;
  const members = new Map(
    [...written].map(([name, member]) => [renames.find(({ from }) => from === name)?.to ?? name, member]),
  );
  const names = [...members.keys()];
  if (!names.every((name) => ["pathParams", "queryParams", "payload"].includes(name))) return false;
  if (members.has("payload") && !operation.hasPayload) return false;
  if (!operation.hasPayload && operation.pathParams.length + operation.queryParams.length === 0) return false;
  const inPath = parametersIn(members.get("pathParams"));
  const inQuery = parametersIn(members.get("queryParams"));
  if (inPath?.size !== operation.pathParams.length || !inQuery) return false;
  const texts = isTyped ? (operation.textParams ?? []) : [...operation.pathParams, ...operation.queryParams];
  const isPathRight = [...inPath.keys()].every((name) => operation.pathParams.includes(name) && texts.includes(name));
  const isQueryRight = [...inQuery].every(
    ([name, value]) => operation.queryParams.includes(name) && (texts.includes(name) || !isText(value)),
  );
  return isPathRight && isQueryRight;
}

/** The parameters in a member of the arguments: empty if there is no such member, undefined if they are not known. */
function parametersIn(member: ts.ObjectLiteralElementLike | undefined): LiteralMembers | undefined {
  return member ? membersIn(member) : new Map();
}

function isText(member: ts.ObjectLiteralElementLike): boolean {
  const value = ts.isPropertyAssignment(member) ? plain(member.initializer) : undefined;
  return value !== undefined && (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value));
}
