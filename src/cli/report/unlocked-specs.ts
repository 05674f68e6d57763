import { isWebAddress } from "../../files/index.js";
import type { ChangeReport, GenerateRequest } from "../../pipeline/index.js";

/** The input of {@link unlockedSpecs}, besides the request. */
interface UnlockedSpecsInput {
  /** The APIs that the command names; empty for all. */
  named: readonly string[];
  report: ChangeReport;
}

/**
 * Returns sentences that explain why there is nothing to compare: one for each named API without a locked spec, or one
 * if no API has a locked spec. Empty otherwise.
 */
export function unlockedSpecs({ apis }: GenerateRequest, { named, report }: UnlockedSpecsInput): string[] {
  const locked = new Set(report.apis.map(({ name }) => name));
  const unlocked = apis.filter(({ name }) => named.includes(name) && !locked.has(name));
  if (named.length > 0) return unlocked.map(({ name, spec }) => whyUnlocked(name, spec));
  if (locked.size > 0) return [];
  const areFiles = apis.every(({ spec }) => !isWebAddress(spec));
  return [
    areFiles
      ? `All specs are local files, which b44-gen does not lock. ${COMPARE_FILES}`
      : "No spec is locked yet, so there is nothing to compare.",
  ];
}

const COMPARE_FILES =
  "`git diff` shows what changed in them, and `b44-gen check` whether the generated code is up to date.";

function whyUnlocked(name: string, spec: string): string {
  if (!isWebAddress(spec))
    return `The spec of ${name} is a local file, ${spec}, which b44-gen does not lock. ${COMPARE_FILES.replace("them", "it")}`;
  return `The spec of ${name} is not locked yet: run \`b44-gen\`.`;
}
