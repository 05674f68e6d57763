import { ts } from "ts-morph";
import type { Fix } from "../findings.js";
import type { KnownOperation } from "../model.js";
import { literalMembers, plain, writtenName } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";

/** A member of a call's arguments that has the name of another library. */
export interface Renamed {
  from: string;
  /** What it has to be; undefined where that is not certain. */
  to: string | undefined;
  fix: Fix | undefined;
}

type ArgumentName = "payload" | "queryParams" | "pathParams";

/** What other libraries and the wire call the three arguments. */
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
/** What the SDK itself sends: in a raw call these pass. */
const WIRE = new Set(["query_params", "path_params"]);

interface Arguments {
  /** What is called, for messages. */
  callee?: string;
  args: ts.Expression | undefined;
  /** What is called, where that is known. */
  operation: KnownOperation | undefined;
}

/** Reports arguments under wrong names; gives the renamings, with a fix where they are certain. */
export function checkArgumentNames({ callee = "custom.call", args, operation }: Arguments, file: UsageFile): Renamed[] {
  const object = args && plain(args);
  if (!object || !ts.isObjectLiteralExpression(object)) return [];
  const members = literalMembers(object);
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
      severity: WIRE.has(from) ? "warning" : "error",
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

interface BareQuery extends Pick<Arguments, "callee" | "operation"> {
  node: ts.Node;
  from: string;
}

/** Reports a query parameter that stands beside the arguments. Of path parameters it is known that they are missing. */
function reportBareQuery({ node, from, callee, operation }: BareQuery, file: UsageFile): void {
  if (ARGUMENTS.has(from) || !operation?.queryParams.includes(from)) return;
  file.findings.report({
    code: "B44-806",
    node,
    message: `${callee} has no argument \`${from}\`.`,
    help: `Write \`queryParams: { ${from}: … }\`.`,
  });
}

/** Whether an operation has something to give in an argument. */
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

/** Whether a name that may mean one argument of the call means that for certain. */
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
