import type { Fix } from "../findings.js";
import type { FileFix } from "../model.js";
import type { UsageFile } from "../usage-file.js";
import { applyEdits, overlap } from "./edits.js";
import { importEdits } from "./import-edits.js";

/** Applies all fixes of a file; undefined if there are none. */
export function fixedFile(file: UsageFile): FileFix | undefined {
  const { findings, text } = file;
  // In a file that is not UTF-8, rewriting would lose the characters that could not be decoded.
  if (text.includes("\uFFFD")) return undefined;
  const fixes = compatible(findings.fixes);
  if (fixes.length === 0) return undefined;
  const edits = fixes.flatMap((fix) => fix.edits);
  const imports = importEdits(
    fixes.flatMap((fix) => fix.import ?? []),
    file,
  );
  const changes = fixes.map(({ node, message }) => ({ line: findings.lineOf(node), message }));
  return { file: file.file, before: text, after: applyEdits(text, [...edits, ...imports]), changes };
}

/** The fixes in order, without those that overlap an earlier one. */
function compatible(fixes: readonly Fix[]): Fix[] {
  const kept: Fix[] = [];
  for (const fix of fixes) {
    const others = kept.flatMap(({ edits }) => edits);
    if (!fix.edits.some((edit) => others.some((other) => overlap(edit, other)))) kept.push(fix);
  }
  return kept.sort((one, other) => one.node.getStart() - other.node.getStart());
}
