import { ts } from "ts-morph";
import { offerWrapper } from "../fix/wrapper-call.js";
import type { KnownApi, KnownOperation } from "../model.js";
import { filled, type OperationReading, pathParameterNames, readOperation } from "../operation-text.js";
import { keptValue, literalOf, literalText, plain } from "../syntax/expressions.js";
import type { UsageFile } from "../usage-file.js";
import { checkArgumentNames } from "./argument-names.js";
import { reportFilledOperation, reportOperation } from "./operation.js";
import { checkPathParameters } from "./path-parameters.js";
import { checkSlug } from "./slug.js";

/** Checks a raw call of a custom integration, and offers to replace it by the generated function. */
export function checkCustomCall(call: ts.CallExpression, file: UsageFile): void {
  if (call.arguments.some(ts.isSpreadElement)) return;
  const [slug, operation, args] = call.arguments;
  if (!slug || isNoText(slug, file)) {
    reportNoText({ call, node: slug ?? call, what: "slug" }, file);
    return;
  }
  const slugText = literalText(slug, file.scopes);
  const api = slugText === undefined ? undefined : checkSlug({ slug, text: slugText }, file);
  if (!operation || isNoText(operation, file)) {
    reportNoText({ call, node: operation ?? call, what: "operation" }, file);
    return;
  }
  const literal = literalOf(operation, file.scopes);
  if (literal) {
    checkOperation({ call, operation, literal, args, api }, file);
    return;
  }
  checkTemplate({ operation, api }, file);
  file.findings.offer(checkArgumentNames({ args, operation: undefined }, file));
}

interface OperationCall {
  call: ts.CallExpression;
  operation: ts.Expression;
  literal: ts.StringLiteralLike;
  args: ts.Expression | undefined;
  api: KnownApi | undefined;
}

function checkOperation({ call, operation, literal, args, api }: OperationCall, file: UsageFile): void {
  const reading = readOperation(literal.text, api);
  const understood = understoodOperation(reading);
  const known = understood?.known;
  const renames = checkArgumentNames({ args, operation: known }, file);
  if (understood) {
    const id = known?.id ?? literal.text;
    const names = known?.pathKeys ?? known?.pathParams ?? pathParameterNames(id);
    checkPathParameters({ call, args, names, id }, file);
  }
  const isInline = plain(operation) === literal;
  const isReplaced = isInline && known && api && offerWrapper({ call, api, operation: known, renames }, file);
  if (!isReplaced) file.findings.offer(renames);
  reportOperation({ literal, node: operation, reading, api, canFix: isInline && !isReplaced }, file);
}

/**
 * The operation that a string names or certainly stands for, even if it is not known; undefined if there are several
 * candidates.
 */
function understoodOperation(reading: OperationReading): { known: KnownOperation | undefined } | undefined {
  if (reading.kind === "right") return { known: reading.known };
  const isNear = reading.kind === "operationId" || reading.kind === "form";
  return isNear && reading.isCertain ? { known: reading.meant } : undefined;
}

/** Checks a template literal with values in place of the path parameters of a known operation. */
function checkTemplate({ operation, api }: { operation: ts.Expression; api: KnownApi | undefined }, file: UsageFile) {
  const node = plain(operation);
  if (!api || !ts.isTemplateExpression(node)) return;
  const text = [node.head.text, ...node.templateSpans.map((span) => `{}${span.literal.text}`)].join("");
  const meant = filled(text, api.operations);
  if (meant) reportFilledOperation({ node, meant }, file);
}

function isNoText(expression: ts.Expression, file: UsageFile): boolean {
  const value = keptValue(expression, file.scopes);
  return value !== undefined && (ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value));
}

function reportNoText({ call, node, what }: { call: ts.Node; node: ts.Node; what: string }, file: UsageFile): void {
  file.findings.report({
    code: "B44-805",
    node,
    message: `custom.call fails: its ${what} is ${node === call ? "missing" : "an object, not a string"}.`,
    help: 'Write call("slug", "get:/path", { pathParams, queryParams, payload }).',
  });
}
