import { locateSettings } from "../../config/index.js";
import { DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import type { PlacedFile } from "../../emit/output.js";
import { shownPath } from "../../files/index.js";
import {
  applyWrites,
  type Lock,
  type LockUpdate,
  planWrites,
  readLockToReplace,
  takeTurns,
  type WritePlan,
} from "../../project/index.js";
import type { Places } from "../outputs/places.js";
import { configRoot } from "./config-root.js";
import type { GenerateRequest } from "./generate-request.js";
import { unseenQueries } from "./unseen-queries.js";

/** What a run has to write. */
interface WriteRequest {
  request: GenerateRequest;
  files: readonly PlacedFile[];
  update: LockUpdate;
  places: Places;
  /** The APIs of this run. */
  names: string[];
}

/** Writes the files of a run, all or none, in its turn among other runs. Throws a `DiagnosticError` if it must not. */
export async function writeFiles({ request, files, update, places, names }: WriteRequest): Promise<WritePlan> {
  const { folder, force, dryRun } = request;
  const make = async () => {
    const { lock, diagnostics } = await readLockToReplace(folder);
    if (!request.config) refuseOtherApis(lock, names, shownPath(request.output));
    const planned = await planWrites({
      folder,
      files: files.map((file) => places.file(file)),
      lock,
      update,
      apis: [...new Set([...names, ...Object.keys(lock?.apis ?? {})])],
      force,
      outputRoots: places.roots(files, { isConfigured: request.options?.out === undefined }),
    });
    const plan = { ...planned, diagnostics: locateSettings(planned.diagnostics, configRoot(request)) };
    if (!dryRun) await applyWrites(plan);
    return { ...plan, diagnostics: [...diagnostics, ...unseenQueries(request, lock, update), ...plan.diagnostics] };
  };
  return dryRun ? make() : takeTurns(folder, make);
}

/**
 * Refuses a second API without a config: the folder holds only one, and the new index would leave the first API out.
 */
function refuseOtherApis(lock: Lock | undefined, apis: string[], folder: string): void {
  const others = Object.keys(lock?.apis ?? {}).filter((name) => !apis.includes(name));
  if (others.length === 0) return;
  const message = `The output folder ${folder} already contains the code of ${others.join(", ")}.`;
  const help = "Use a separate folder for each API, or create a b44-gen.config.ts with all of them.";
  throw new DiagnosticError(diagnostic("B44-506", { message, help }));
}
