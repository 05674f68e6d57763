import { locateSettings } from "../../config/index.js";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";
import { includeAdvice, type Project, sdkAtLeast } from "../../project/index.js";
import type { PlannedApi } from "../api/planned-api.js";

/** The first `@base44/sdk` with `integrations.custom.call`. */
const CUSTOM_CALL_SINCE = "0.8.20";

/**
 * Reports what the project lacks for `custom.call`: a recent SDK (B44-607), and a tsconfig that includes its types
 * (B44-606).
 */
export function projectNotes(project: Project, output: string, planned: readonly PlannedApi[]): Diagnostic[] {
  const notes: Diagnostic[] = [];
  if (planned.every(({ plan }) => plan.backend)) return notes;
  const { sdkRange: asked } = project;
  const range = asked?.range ?? project.sdkVersion;
  if (range !== undefined && sdkAtLeast(range, CUSTOM_CALL_SINCE) === false) {
    const message = `The project uses @base44/sdk ${range}, but custom.call needs ${CUSTOM_CALL_SINCE} or later.`;
    const note = diagnostic("B44-607", { message, setting: asked?.path });
    notes.push(...locateSettings([note], asked && { file: asked.file, path: [] }));
  }
  const advice = includeAdvice(project, output, ["b44.custom-call.d.ts"]);
  if (advice) {
    const file = shownPath(advice.config);
    const lines = Object.entries(advice.add).map(
      ([key, paths]) => `${JSON.stringify(key)}: [${paths.map((path) => JSON.stringify(path)).join(", ")}]`,
    );
    const note = diagnostic("B44-606", {
      message: `${file} does not include the types of \`custom.call\`.`,
      setting: Object.keys(advice.add).slice(-1),
      help: `To type-check your own calls of custom.call, add to ${file}: ${lines.join(", ")}.`,
    });
    notes.push(...locateSettings([note], { file: advice.config, path: [] }));
  }
  return notes;
}
