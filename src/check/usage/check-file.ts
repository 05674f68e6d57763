import { ts } from "ts-morph";
import { answerUses } from "./answer.js";
import { clientPart, modulePath, type WrapperCall, wrapperCall } from "./client/index.js";
import { checkArgumentNames } from "./rules/argument-names.js";
import { checkConnectorCall } from "./rules/connectors.js";
import { checkCustomCall } from "./rules/custom-call.js";
import { checkDataOrWhole } from "./rules/data-or-whole.js";
import { checkImport } from "./rules/imports.js";
import { checkInvoke } from "./rules/invoke.js";
import { checkMethod } from "./rules/methods.js";
import { checkPathParameters } from "./rules/path-parameters.js";
import { checkFetch } from "./rules/response-ok.js";
import { checkSecret } from "./rules/secrets.js";
import { checkSuccess } from "./rules/success.js";
import type { UsageFile } from "./usage-file.js";

/** Runs every rule over a file. What they find is in `file.findings`. */
export function checkFile(file: UsageFile): void {
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) checkCall(node, file);
    if (file.isBackend) {
      checkImport(node, file);
      checkSecret(node, file);
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
}

function checkCall(call: ts.CallExpression, file: UsageFile): void {
  if (file.isBackend) checkFetch(call, file);
  const generated = wrapperCall(call, file);
  if (generated) {
    checkWrapperCall({ call, ...generated }, file);
    return;
  }
  const part = clientPart(call.expression, file);
  if (!part || checkMethod({ call, part }, file)) return;
  const path = modulePath(part);
  if (path === "integrations.custom.call") {
    checkCustomCall(call, file);
    checkAnswer({ call, hasSuccess: true }, file);
  } else if (path === "functions.invoke") {
    checkInvoke(call, file);
    checkAnswer({ call, hasSuccess: false }, file);
  } else if (path.startsWith("connectors.")) checkConnectorCall({ call, part }, file);
}

function checkWrapperCall({ call, api, operation, args }: WrapperCall & { call: ts.CallExpression }, file: UsageFile) {
  file.findings.offer(checkArgumentNames({ callee: operation.name, args, operation }, file));
  checkPathParameters({ call, args, names: operation.pathParams, id: operation.id }, file);
  if (api.errors !== "throw") checkAnswer({ call, hasSuccess: true }, file);
}

function checkAnswer({ call, hasSuccess }: { call: ts.CallExpression; hasSuccess: boolean }, file: UsageFile): void {
  const uses = answerUses(call, file.scopes);
  if (!uses) return;
  checkDataOrWhole(uses, file);
  if (hasSuccess) checkSuccess({ uses, hasUnwrap: file.project.input.known.length > 0 }, file);
}
