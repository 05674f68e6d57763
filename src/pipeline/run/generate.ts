import { existsSync } from "node:fs";
import { takeTurns } from "../../project/index.js";
import { loadRoot, rootSource } from "../api/load-root.js";
import type { ApiRequest } from "../api/planned-api.js";
import type { GenerateRequest } from "./generate-request.js";
import type { GenerateResult } from "./generate-run.js";

/**
 * Generates all APIs and functions of a request: first everything in memory, then all files at once. If there is any
 * error, throws a `DiagnosticError` and writes nothing.
 */
export async function generate(request: GenerateRequest): Promise<GenerateResult> {
  // Another run may be writing what this one reads (copies of specs, functions), or may have been killed while writing.
  const { folder, dryRun, progress } = request;
  if (dryRun || !existsSync(folder)) return generateNow(request);
  return takeTurns(folder, () => generateNow(request), { told: progress });
}

/** Loads the later stages while the first one waits for the disk or the network. */
async function generateNow(request: GenerateRequest): Promise<GenerateResult> {
  const stages = import("./generate-run.js");
  const apis = readingAhead(request.apis);
  return (await stages).generateRun({ ...request, apis });
}

/** Starts to read the spec of a single API, unless the API is compiled from a locked copy. */
function readingAhead(apis: ApiRequest[]): ApiRequest[] {
  const [api] = apis;
  if (!api || apis.length > 1 || api.reader) return apis;
  if (api.lock && rootSource(api).kind === "url") return apis;
  const root = loadRoot(api.spec, api);
  // The error is handled where the spec is opened; without this, Node would report it as unhandled before that.
  root.catch(() => {});
  return [{ ...api, root }];
}
