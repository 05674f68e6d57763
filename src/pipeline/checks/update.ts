import { type Diagnostic, diagnostic, isErrorOfKind } from "../../diagnostics/index.js";
import type { SpecLock } from "../api/compile-read.js";
import { rootSource } from "../api/load-root.js";
import type { ApiRequest } from "../api/planned-api.js";
import { generate } from "../run/generate.js";
import type { GenerateRequest } from "../run/generate-request.js";
import type { GenerateResult } from "../run/generate-run.js";
import { type ChangeReport, reportOf } from "./spec-changes.js";
import { compareUpstream, type Upstream } from "./upstream.js";

/** The result of preparing an update, before anything is written. */
export interface Update {
  report: ChangeReport;
  /** B44-706 for each spec that could not be fetched; its copy is kept. */
  unreachable: Diagnostic[];
  /** True if a spec that could be fetched differs from its copy, or has no usable copy. */
  takesOver: boolean;
  /** Writes the copies and the code. If it throws, it throws as `generate` does, and nothing is written. */
  write(): Promise<GenerateResult>;
}

/** Fetches the specs of these APIs again, compares them with their copies, and prepares to apply the changes. */
export async function prepareUpdate(request: GenerateRequest, names: readonly string[]): Promise<Update> {
  const upstreams: Upstream[] = [];
  const unreachable: Diagnostic[] = [];
  const apis: ApiRequest[] = [];
  for (const api of request.apis) {
    if (!names.includes(api.name)) {
      apis.push(api);
      continue;
    }
    const outcome = await compared(api, request);
    if ("faults" in outcome) unreachable.push(...outcome.faults);
    if ("upstream" in outcome && outcome.upstream) upstreams.push(outcome.upstream);
    apis.push(updatedRequest(api, outcome));
  }
  const report = await reportOf(request, upstreams, { isTakenOver: !request.dryRun });
  const takesOver = apis.some(({ lock }) => lock?.mode === "update");
  return { report, unreachable, takesOver, write: () => generate({ ...request, apis }) };
}

type Outcome = { upstream: Upstream | undefined } | { isDamaged: true } | { faults: Diagnostic[] };

/** Compares an API with its copy. A damaged copy counts as missing, and is replaced. */
async function compared(api: ApiRequest, { progress }: GenerateRequest): Promise<Outcome> {
  try {
    return { upstream: await compareUpstream(api, progress) };
  } catch (error) {
    if (isErrorOfKind(error, "damagedCopy")) return { isDamaged: true };
    if (!isErrorOfKind(error, "noSpec")) throw error;
    return {
      faults: error.diagnostics.map(({ message, location }) =>
        diagnostic("B44-706", { message: `${message} The copy of ${api.name}'s spec is unchanged.`, location }),
      ),
    };
  }
}

function updatedRequest(api: ApiRequest, outcome: Outcome): ApiRequest {
  if (!api.lock || "faults" in outcome) return api;
  const lock: SpecLock = { ...api.lock, mode: "update" };
  if ("isDamaged" in outcome) return { ...api, lock };
  const { upstream } = outcome;
  if (upstream?.isSame) return api;
  const isRemote = upstream !== undefined || rootSource(api).kind === "url";
  return isRemote ? { ...api, reader: upstream?.request?.reader, lock } : api;
}
