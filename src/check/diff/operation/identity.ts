import { templateOf } from "./operations.js";
import type { OperationReport } from "./report.js";

/** Compares an operation's name, method and path, and deprecation (OpenAPI 3.1, section 4.8.10). */
export function compareIdentity(report: OperationReport): void {
  const { before, after } = report;
  const place = { part: "operation" } as const;
  if (before.id !== after.id && templateOf(before) !== templateOf(after)) {
    report.add({ kind: "operation-moved", place, predicate: `is now ${after.id}` });
  }
  if (before.name !== after.name) {
    const predicate = `has a function that was named ${before.name} and is now named ${after.name}`;
    report.add({ kind: "function-renamed", place, predicate });
  } else if (before.operationId !== after.operationId) {
    const predicate = `had the operationId ${text(before.operationId)} and now has ${text(after.operationId)}`;
    report.add({ kind: "operation-id-changed", place, predicate });
  }
  const isRenamed = before.name !== after.name;
  const haveOtherTypes =
    before.argumentsTypeName !== after.argumentsTypeName || before.resultTypeName !== after.resultTypeName;
  if (haveOtherTypes && !isRenamed) {
    const [was, is] = [before, after].map((item) => `${item.argumentsTypeName} and ${item.resultTypeName}`);
    report.add({
      kind: "operation-types-renamed",
      place,
      predicate: `has types that were named ${was} and are now ${is}`,
    });
  }
  if (!before.deprecated && after.deprecated)
    report.add({ kind: "operation-deprecated", place, predicate: "was deprecated" });
  if (before.deprecated && !after.deprecated) {
    report.add({ kind: "operation-reactivated", place, predicate: "is no longer deprecated" });
  }
}

function text(operationId: string | undefined): string {
  return operationId ?? "none";
}
