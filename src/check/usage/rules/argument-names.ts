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

/** What other libraries and the wire call the three arguments. */
const MEANT = new Map<string, readonly string[]>([
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
const CERTAIN = new Set("body requestBody query query_params queryParameters path_params pathParameters".split(" "));
/** What the SDK itself sends: in a raw call these pass. */
const WIRE = new Set(["query_params", "path_params"]);

interface Arguments {
  args: ts.Expression | undefined;
  /** What is called, where that is known. */
  operation: KnownOperation | undefined;
}

/** Reports arguments under wrong names; gives the renamings, with a fix where they are certain. */
export function checkArgumentNames({ args, operation }: Arguments, file: UsageFile): Renamed[] {
  const object = args && plain(args);
  if (!object || !ts.isObjectLiteralExpression(object)) return [];
  const members = literalMembers(object);
  return object.properties.flatMap((property) => {
    const from = property.name && writtenName(property.name);
    const meant = from === undefined ? undefined : MEANT.get(from);
    if (from === undefined || !meant || !property.name) return [];
    file.findings.report({
      code: "B44-806",
      node: property.name,
      severity: WIRE.has(from) ? "warning" : "error",
      message: `There is no argument \`${from}\`.`,
      help: `Write ${meant.map((name) => `\`${name}\``).join(" or ")}.`,
    });
    const to = certainName({ from, meant, operation });
    const others = [...(members?.keys() ?? [])].filter((key) => key !== from);
    const isFree = to !== undefined && members && !others.some((key) => key === to || MEANT.get(key)?.includes(to));
    const fix = isFree ? rename(property, to) : undefined;
    return [{ from, to: fix && to, fix }];
  });
}

interface Meant extends Pick<Arguments, "operation"> {
  from: string;
  meant: readonly string[];
}

function certainName({ from, meant, operation }: Meant): string | undefined {
  const [to, ...others] = meant;
  if (others.length > 0) return undefined;
  if (to === "payload" && operation) return operation.hasPayload ? to : undefined;
  return CERTAIN.has(from) ? to : undefined;
}

function rename(property: ts.ObjectLiteralElementLike, to: string): Fix | undefined {
  const { name } = property;
  if (!name || !(ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property))) return undefined;
  const written = writtenName(name) ?? "";
  const text = ts.isShorthandPropertyAssignment(property) ? `${to}: ${written}` : to;
  const edit = { start: name.getStart(), end: name.getEnd(), text };
  return { node: name, message: `\`${written}\` became \`${to}\``, edits: [edit] };
}
