import { existsSync } from "node:fs";
import { takeTurns } from "../../project/index.js";
import { loadRoot, rootSource } from "../api/load-root.js";
import type { ApiRequest } from "../api/planned-api.js";
import type { GenerateRequest } from "./generate-request.js";
import type { GenerateResult } from "./generate-run.js";

/**
 * Generates all APIs and functions of a request: everything in memory first, then the files at once. Throws a
 * `DiagnosticError`, with nothing written, where anything is an error.
 */
export async function generate(request: GenerateRequest): Promise<GenerateResult> {
  // Another run may be writing what this one reads of the project (copies of specs, functions), or was killed writing
  // it.
  const { folder, dryRun, progress } = request;
  if (dryRun || !existsSync(folder)) return generateNow(request);
  return takeTurns(folder, () => generateNow(request), { told: progress });
}

/** The stages behind the first are loaded while that waits for the disk or the network. */
async function generateNow(request: GenerateRequest): Promise<GenerateResult> {
  const stages = import("./generate-run.js");
  const apis = readingAhead(request.apis);
  return (await stages).generateRun({ ...request, apis });
}

/** Begins to read the spec of an API that is the only one, where it is not compiled from a copy. */
function readingAhead(apis: ApiRequest[]): ApiRequest[] {
  const [api] = apis;
  if (!api || apis.length > 1 || api.reader) return apis;
  if (api.lock && rootSource(api).kind === "url") return apis;
  const root = loadRoot(api.spec, api);
  // Who opens the spec hears of it; until then nobody does.
  root.catch(() => {});
  return [{ ...api, root }];
}
