import { isWebAddress } from "../../files/index.js";
import type { ChangeReport, GenerateRequest } from "../../pipeline/index.js";

/** What {@link unlockedSpecs} goes by. */
interface UnlockedSpecsInput {
  /** The APIs that the command names; none for all. */
  named: readonly string[];
  report: ChangeReport;
}

/**
 * Why a command that compares specs with their locked copies has nothing to compare, in sentences: for each API that it
 * names, or once where none is locked. None where there is something.
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
