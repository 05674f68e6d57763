import { ts } from "ts-morph";
import { guards, type ResponseUse } from "../response-uses.js";
import type { UsageFile } from "../usage-file.js";

/**
 * Reports the first use of a response's data if every use is of the data and none checks whether the call succeeded.
 */
export function checkSuccess(
  { uses, hasUnwrap }: { uses: readonly ResponseUse[]; hasUnwrap: boolean },
  file: UsageFile,
): void {
  const [first] = uses;
  if (!first || !uses.every(({ member }) => member === "data")) return;
  const leaves = [ts.SyntaxKind.ThrowStatement];
  if (uses.some((use) => guards(use, { scopes: file.scopes, leaves }))) return;
  file.findings.report({
    code: "B44-809",
    node: first.node,
    message:
      "The code uses the data of the result without checking `success`, so it treats an error from the API as data.",
    help: `Check \`success\` before using \`data\`${hasUnwrap ? ", or get the data with unwrap(), which throws if the API returned an error" : ""}.`,
  });
}
