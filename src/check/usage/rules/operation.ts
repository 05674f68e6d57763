import type { ts } from "ts-morph";
import { type Quote, stringLiteralIn } from "../../../emit/code/index.js";
import type { KnownApi, KnownOperation } from "../model.js";
import type { OperationReading } from "../operation-text.js";
import type { UsageFile } from "../usage-file.js";

interface ReadOperation {
  literal: ts.StringLiteralLike;
  /** The argument of the call. */
  node: ts.Expression;
  reading: OperationReading;
  api: KnownApi | undefined;
  /** True if the literal may be rewritten: it is written in the call, and no other fix replaces it. */
  canFix: boolean;
}

const FORM = 'Write the method in lower case, a colon, and the path as in the spec: "get:/contacts/{id}".';

/** Reports a fault in the string of an operation, and fixes it if that is certain. */
export function reportOperation({ literal, node, reading, api, canFix }: ReadOperation, file: UsageFile): void {
  if (reading.kind === "right") return;
  const { meant } = reading;
  const { text } = literal;
  if (reading.kind === "unknown") {
    file.findings.report({
      code: "B44-804",
      node,
      severity: meant || reading.isKnownMissing ? "warning" : "info",
      message: `"${api?.name}" has no ${reading.isKnownMissing ? "" : "selected "}operation "${text}".`,
      help: meant ? `Did you mean "${meant.id}"?` : "Correct it, or select the operation in b44-gen's config.",
    });
    return;
  }
  const isName = reading.kind === "operationId";
  file.findings.report({
    code: isName ? "B44-801" : "B44-802",
    node,
    message: isName
      ? `"${text}" is an operationId, but Base44 identifies operations by method:/path.`
      : `The operation "${text}" ${reading.why}.`,
    help: meant ? correction({ meant, isCertain: reading.isCertain, text }) : FORM,
  });
  if (!canFix || !meant || !reading.isCertain) return;
  const quote = literal.getText().charAt(0) as Quote;
  const edit = { start: literal.getStart(), end: literal.getEnd(), text: stringLiteralIn(quote, meant.id) };
  file.findings.fixes.push({ node, message: `"${text}" became "${meant.id}"`, edits: [edit] });
}

/** Reports a template literal with values in place of the path parameters of an operation. */
export function reportFilledOperation(
  { node, meant }: { node: ts.Node; meant: KnownOperation },
  file: UsageFile,
): void {
  file.findings.report({
    code: "B44-802",
    node,
    message: "The operation contains values in place of path parameters.",
    help: withParameters(meant),
  });
}

function correction({ meant, isCertain, text }: { meant: KnownOperation; isCertain: boolean; text: string }): string {
  if (isCertain) return `Write "${meant.id}".`;
  return text.includes("/") ? withParameters(meant) : `Did you mean "${meant.id}"?`;
}

function withParameters({ id, pathParams, pathKeys = pathParams }: KnownOperation): string {
  if (pathKeys.length === 0) return `Write "${id}".`;
  return `Write "${id}", with { pathParams: { ${pathKeys.map(key).join(", ")} } }.`;
}

function key(name: string): string {
  return `${/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name)}: …`;
}
