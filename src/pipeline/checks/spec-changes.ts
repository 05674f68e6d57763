import { type Change, groupChanges } from "../../check/diff/index.js";
import type { Impact, SourcePlace } from "../../check/impact/index.js";
import {
  type Diagnostic,
  DiagnosticError,
  diagnostic,
  firstOf,
  helpForApi,
  isErrorOfKind,
} from "../../diagnostics/index.js";
import type { GenerateRequest } from "../run/generate-request.js";
import { impactOf } from "./impact.js";
import { compareUpstream, type Upstream } from "./upstream.js";

/** The changes in the specs of a run, and what they break. */
export interface ChangeReport {
  /** Every API with a locked spec, whether it changed or not. */
  apis: { name: string; isSame: boolean; changes: Change[] }[];
  /**
   * The places in the app's source that changes break, from {@link impactOf}; undefined if all changes are safe, or no
   * code can be generated from the current specs.
   */
  impact: Impact | undefined;
  /** The same, as findings: B44-720 to 724. */
  diagnostics: Diagnostic[];
}

/** A report, and the reasons why no code can be generated from the current specs. */
interface CheckedReport extends ChangeReport {
  faults: Diagnostic[];
}

/**
 * Fetches the locked specs of a run again (of the APIs with these names, or of all), compares them, and finds out what
 * the changes break. If a spec can no longer be read, or no code can be generated from it, the reasons are among the
 * findings. Writes nothing. Throws B44-702 and B44-703 for a damaged copy.
 */
export async function specChanges(request: GenerateRequest, names?: readonly string[]): Promise<ChangeReport> {
  const upstreams: Upstream[] = [];
  const unreadable: Diagnostic[] = [];
  for (const api of request.apis) {
    if (names && !names.includes(api.name)) continue;
    try {
      const upstream = await compareUpstream(api, request.progress);
      if (upstream) upstreams.push(upstream);
    } catch (error) {
      if (!isErrorOfKind(error, "noSpec")) throw error;
      unreadable.push(...error.diagnostics);
    }
  }
  const { faults, ...report } = await reportOf(request, upstreams);
  return { ...report, diagnostics: [...report.diagnostics, ...faults, ...unreadable] };
}

/**
 * Returns the report for specs that were already compared. `isTakenOver`: the run that reports the changes also applies
 * them.
 */
export async function reportOf(
  request: GenerateRequest,
  upstreams: readonly Upstream[],
  { isTakenOver = false } = {},
): Promise<CheckedReport> {
  const mayBreak = upstreams.some(({ changes }) => changes.some(({ level }) => level !== "safe"));
  const { impact, faults } = mayBreak ? await impactIfKnown(request, upstreams) : { impact: undefined, faults: [] };
  const helpOf = isTakenOver ? () => undefined : placeHelp(upstreams);
  const places = (impact?.places ?? []).map((place): Diagnostic => {
    const found = { ...placeDiagnostic("B44-723", place), help: helpOf(place) ?? TAKEN_OVER["B44-723"] };
    return isBroken(place) ? found : { ...found, severity: "warning" };
  });
  const calls = (impact?.calls ?? []).filter(isBroken).map((call) => placeDiagnostic("B44-724", call));
  return {
    apis: upstreams.map(({ name, isSame, changes }) => ({ name, isSame, changes })),
    impact,
    diagnostics: [...upstreams.flatMap((upstream) => changeDiagnostics(upstream, isTakenOver)), ...places, ...calls],
    faults,
  };
}

/**
 * Finds the impact of changes, or the reasons why code can no longer be generated: the changes are reported either way.
 */
async function impactIfKnown(
  request: GenerateRequest,
  upstreams: readonly Upstream[],
): Promise<Pick<CheckedReport, "impact" | "faults">> {
  try {
    return { impact: await impactOf(request, upstreams), faults: [] };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return { impact: undefined, faults: error.diagnostics.map(withoutLine) };
  }
}

/** Returns a diagnostic without its line, which would be that of a copy that is not written. */
function withoutLine({ location, ...found }: Diagnostic): Diagnostic {
  if (location === undefined) return found;
  const { line: _line, column: _column, ...place } = location;
  return { ...found, location: place };
}

/** Whether a place is broken: by a breaking change, or for a reason that no single change explains. */
function isBroken({ changes }: SourcePlace): boolean {
  return changes.length === 0 || changes.some(({ level }) => level === "breaking");
}

function placeDiagnostic(
  code: "B44-723" | "B44-724",
  { file, line, column, expression, why }: SourcePlace,
): Diagnostic {
  return diagnostic(code, { message: `${expression}: ${why}`, location: { file, line, column } });
}

const CODES = { breaking: "B44-720", risky: "B44-721", safe: "B44-722" } as const;

/** The help during an update, which applies the changes. */
const TAKEN_OVER = {
  "B44-720": "This update applies the change: fix the code that it breaks.",
  "B44-721": "This update applies the change: review the code that uses it.",
  "B44-722": "This update applies the change; there is nothing else to do.",
  "B44-723": "Fix it: this update applies the change.",
};

/** The number of operations that a finding names. */
const NAMED = 3;

/** Returns a finding for each change of the spec, however many operations it affects. */
function changeDiagnostics({ name, before, after, changes }: Upstream, isTakenOver: boolean): Diagnostic[] {
  return groupChanges(changes).flatMap(({ example, operations }) => {
    const { level, message, before: was, after: is } = example;
    const at = was ?? is;
    const found = diagnostic(CODES[level], {
      message: `${name}, ${firstOf(operations, NAMED)}: ${message}`,
      ...(at ? { location: { file: at.file, pointer: at.pointer } } : {}),
      help: isTakenOver ? TAKEN_OVER[CODES[level]] : helpForApi(CODES[level], name),
    });
    return (was ? before : (after ?? before)).locate([found]);
  });
}

/**
 * Returns the help for a broken place: the command for the API that it calls, or for all APIs if it calls several or
 * none.
 */
function placeHelp(upstreams: readonly Upstream[]): (place: SourcePlace) => string {
  const apis = new Map(upstreams.flatMap(({ name, changes }) => changes.map((change) => [change, name])));
  return ({ changes }) => {
    const [name, ...others] = new Set(changes.map((change) => apis.get(change)));
    return helpForApi("B44-723", others.length === 0 ? name : undefined);
  };
}
