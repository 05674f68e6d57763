import { driftOf, sharedDrift } from "../../check/drift/index.js";
import { type Diagnostic, DiagnosticError, diagnostic, isErrorOfKind, isOfKind } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";
import { type Lock, pendingJournal, readLock } from "../../project/index.js";
import { generate } from "../run/generate.js";
import type { GenerateRequest } from "../run/generate-request.js";

/**
 * Returns findings for what a run of this request would change; none if everything is as the config and the locked
 * specs say. `isPart`: the request has only some of the config's APIs. Writes nothing, and fetches nothing if the
 * request is offline. If there are findings, the missing targets of broken references come first: they may be the
 * reason. Throws what `generate` throws for a config or a spec that cannot be used. A locked spec that is missing,
 * edited or too small, and a broken lock, are findings.
 */
export async function findDrift(request: GenerateRequest, { isPart = false } = {}): Promise<Diagnostic[]> {
  const { folder } = request;
  const left = pendingJournal(folder);
  if (left !== undefined) {
    const message = "A run of b44-gen was interrupted while it wrote files.";
    return [diagnostic("B44-714", { message, location: { file: shownPath(left) } })];
  }
  let lock: Lock | undefined;
  try {
    lock = await readLock(folder);
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
  try {
    if (isPart && request.apis.length === 0) return sharedDrift(folder, lock);
    const { writes, diagnostics } = await generate({ ...request, dryRun: true });
    if (!isPart) return withCauses(diagnostics, driftOf({ plan: writes, lock }));
    const apis = new Set(request.apis.map(({ name }) => name));
    const found = withCauses(diagnostics, driftOf({ plan: writes, lock, apis }));
    return [...(await sharedDrift(folder, lock)), ...found];
  } catch (error) {
    if (isErrorOfKind(error, "copy")) return error.diagnostics;
    throw error;
  }
}

function withCauses(said: readonly Diagnostic[], found: Diagnostic[]): Diagnostic[] {
  if (found.length === 0) return found;
  return [...said.filter((item) => isOfKind(item, "brokenReference")), ...found];
}
