import { ts } from "ts-morph";
import type { Fix } from "../findings.js";
import type { KnownOperation } from "../model.js";
import { literalMembers, plain, writtenName } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";

/** A member of a call's arguments with a name that other libraries use. */
export interface Renamed {
  from: string;
  /** The correct name; undefined if it is not certain. */
  to: string | undefined;
  fix: Fix | undefined;
}

type ArgumentName = "payload" | "queryParams" | "pathParams";

/** The names for the three arguments in other libraries and in Base44's own HTTP request. */
const MEANT = new Map<string, readonly ArgumentName[]>([
  ["body", ["payload"]],
  ["requestBody", ["payload"]],
  ["json", ["payload"]],
  ["data", ["payload"]],
  ["query", ["queryParams"]],
  ["query_params", ["queryParams"]],
  ["queryParameters", ["queryParams"]],
  ["searchParams", ["queryParams"]],
  ["path_params", ["pathParams"]],
  ["pathParameters", ["pathParams"]],
  ["params", ["queryParams", "pathParams"]],
]);
/** What the arguments are called, those of functions too. */
const ARGUMENTS = new Set(["pathParams", "queryParams", "payload", "headers", "cookies"]);
const CERTAIN = new Set("body requestBody query query_params queryParameters path_params pathParameters".split(" "));
/** The names in the SDK's own HTTP request: a raw call accepts them, a generated function refuses them. */
const WIRE = new Set(["query_params", "path_params"]);

interface Arguments {
  args: ts.Expression | undefined;
  /** The operation that is called, if it is known. */
  operation: KnownOperation | undefined;
  /** The generated function that is called; undefined for a raw call. */
  wrapper?: string;
}

/** Reports arguments with wrong names. Returns the renamings, with a fix if they are certain. */
export function checkArgumentNames({ args, operation, wrapper }: Arguments, file: UsageFile): Renamed[] {
  const object = args && plain(args);
  if (!object || !ts.isObjectLiteralExpression(object)) return [];
  const members = literalMembers(object);
  const callee = wrapper ?? "custom.call";
  return object.properties.flatMap((property) => {
    const from = property.name && writtenName(property.name);
    if (from === undefined || !property.name) return [];
    const named = MEANT.get(from);
    if (!named) {
      reportBareQuery({ node: property.name, from, callee, operation }, file);
      return [];
    }
    const meant = operation ? named.filter((name) => takes(operation, name)) : named;
    file.findings.report({
      code: "B44-806",
      node: property.name,
      severity: wrapper === undefined && WIRE.has(from) ? "warning" : "error",
      message: `${callee} has no argument \`${from}\`.`,
      help:
        meant.length > 0
          ? `Write ${quoted(meant, "or")}.`
          : `Remove it: "${operation?.id}" takes no ${quoted(named, "and no")}.`,
    });
    const [to] = meant.length === 1 && isCertain({ from, named, operation }) ? meant : [];
    const others = [...(members?.keys() ?? [])].filter((key) => key !== from);
    const isFree = to !== undefined && members && !others.some((key) => key === to || MEANT.get(key)?.includes(to));
    const fix = isFree ? rename(property, to) : undefined;
    return [{ from, to: fix && to, fix }];
  });
}

interface BareQuery extends Pick<Arguments, "operation"> {
  node: ts.Node;
  callee: string;
  from: string;
}

/** Reports a query parameter outside `queryParams`. Path parameters outside `pathParams` are reported as missing. */
function reportBareQuery({ node, from, callee, operation }: BareQuery, file: UsageFile): void {
  if (ARGUMENTS.has(from) || !operation?.queryParams.includes(from)) return;
  file.findings.report({
    code: "B44-806",
    node,
    message: `${callee} has no argument \`${from}\`.`,
    help: `Write \`queryParams: { ${from}: … }\`.`,
  });
}

/** True if an operation has such an argument. */
function takes({ hasPayload, queryParams, pathParams }: KnownOperation, name: ArgumentName): boolean {
  return { payload: hasPayload, queryParams: queryParams.length > 0, pathParams: pathParams.length > 0 }[name];
}

function quoted(names: readonly string[], between: string): string {
  return names.map((name) => `\`${name}\``).join(` ${between} `);
}

interface Wrong extends Pick<Arguments, "operation"> {
  from: string;
  named: readonly ArgumentName[];
}

/** True if a wrong name certainly stands for one argument of the call. */
function isCertain({ from, named, operation }: Wrong): boolean {
  if (named.length > 1) return false;
  return CERTAIN.has(from) || (operation !== undefined && named[0] === "payload");
}

function rename(property: ts.ObjectLiteralElementLike, to: string): Fix | undefined {
  const { name } = property;
  if (!name || !(ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property))) return undefined;
  const written = writtenName(name) ?? "";
  const text = ts.isShorthandPropertyAssignment(property) ? `${to}: ${written}` : to;
  const edit = { start: name.getStart(), end: name.getEnd(), text };
  return { node: name, message: `\`${written}\` became \`${to}\``, edits: [edit] };
}
