import type { Operation, Response, StatusRange } from "../../ir/index.js";
import { TypeCode } from "../code/index.js";
import { answerType } from "./arguments.js";
import type { TypeEngine } from "./engine.js";
import { printAssigned } from "./syntax/print.js";

/** One form of a result: `{ success, status_code, data }`, each as a type. */
export interface ResultVariant {
  success: TypeCode;
  status: TypeCode;
  /** With the space or line break before it. */
  data: TypeCode;
  /** What a result has besides, each with its type. */
  extras: { name: string; type: TypeCode }[];
  /** True where it takes several lines. */
  isLong: boolean;
}

const NUMBERED: StatusRange[] = ["2XX", "3XX", "4XX", "5XX"];
const ANY = new TypeCode(" unknown");

/**
 * The forms of an operation's result, told apart by `success` and `status_code`: one for each declared status, and
 * for ranges, `default` and what is not declared the literal statuses that are left, so that comparing `status_code`
 * narrows. Where the spec declares a status of success, others are taken not to occur.
 */
export function resultVariants(operation: Operation, engine: TypeEngine, isMetered: boolean): ResultVariant[] {
  const dataOf = (response: Response) => dataType(response, engine);
  const extras = resultExtras(operation, isMetered);
  const variant = (success: boolean, status: TypeCode, data: TypeCode): ResultVariant => ({
    success: new TypeCode(String(success)),
    status,
    data,
    extras,
    isLong: data.text.includes("\n") || extras.length > 0,
  });
  const single = operation.responses.filter((item) => typeof item.status === "number");
  const ranges = operation.responses.filter((item) => NUMBERED.includes(item.status as StatusRange));
  const rest = operation.responses.find((item) => item.status === "default");

  const variants: ResultVariant[] = [];
  for (const response of single) {
    if ((response.status as number) < 200) continue;
    variants.push(variant(isSuccess(response), new TypeCode(String(response.status)), dataOf(response)));
  }
  for (const response of ranges) {
    const declared = single.filter((item) => rangeOf(item) === response.status).map((item) => String(item.status));
    variants.push(variant(isSuccess(response), without(`Status${response.status}`, declared), dataOf(response)));
  }
  const restData = rest ? dataOf(rest) : ANY;
  if (![...single, ...ranges].some(isSuccess)) variants.push(variant(true, new TypeCode("SuccessStatus"), restData));
  const inRange = (item: Response) => ranges.some((range) => range.status === rangeOf(item));
  const failures = [
    ...single
      .filter((item) => !isSuccess(item) && (item.status as number) >= 300 && !inRange(item))
      .map((item) => String(item.status)),
    ...ranges.filter((item) => !isSuccess(item)).map((item) => `Status${item.status}`),
  ];
  if (!["3XX", "4XX", "5XX"].every((range) => ranges.some((item) => item.status === range))) {
    variants.push(variant(false, without("FailureStatus", failures), restData));
  }
  return variants;
}

function dataType({ content }: Response, engine: TypeEngine): TypeCode {
  const type = engine.data.get(content) ?? printAssigned(answerType(content, engine), 6);
  engine.data.set(content, type);
  return type;
}

/** The headers of answers that results carry, all of them text and none sure to be there, and what a call cost. */
function resultExtras({ responses }: Operation, isMetered: boolean): ResultVariant["extras"] {
  const names = [...new Set(responses.flatMap(({ headers }) => headers.map(({ name }) => name)))].sort();
  const members = names.map((text) => ({
    kind: "PropertySignature" as const,
    name: { kind: "StringLiteral" as const, text },
    optional: true,
    type: { kind: "StringKeyword" as const },
  }));
  return [
    ...(names.length > 0 ? [{ name: "headers", type: printAssigned({ kind: "TypeLiteral", members }, 6) }] : []),
    ...(isMetered ? [{ name: "creditsCharged", type: new TypeCode(" number") }] : []),
  ];
}

/** The status types of the runtime that the variants mention. */
export function statusTypes(variants: readonly ResultVariant[]): string[] {
  const text = variants.map((item) => item.status.text).join(" ");
  return [...new Set(text.match(/\b(SuccessStatus|FailureStatus|Status[2-5]XX)\b/g) ?? [])];
}

function isSuccess(response: Response): boolean {
  return rangeOf(response) === "2XX";
}

function rangeOf(response: Response): StatusRange | "default" {
  return typeof response.status === "number"
    ? (`${Math.floor(response.status / 100)}XX` as StatusRange)
    : response.status;
}

function without(statuses: string, excluded: string[]): TypeCode {
  return new TypeCode(excluded.length === 0 ? statuses : `Exclude<${statuses}, ${excluded.join(" | ")}>`);
}
