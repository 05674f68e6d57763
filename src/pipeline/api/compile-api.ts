import { shownSpec } from "../../spec/load/index.js";
import type { Progress } from "../progress.js";
import { compileLocked } from "./compile-locked.js";
import { type ApiSource, type CompiledApi, compileRead } from "./compile-read.js";
import { openSpec } from "./open-spec.js";

/** load, select, bundle, upgrade, build: from a spec to the intermediate representation. */
export async function compileApi(source: ApiSource, progress: Progress): Promise<CompiledApi> {
  progress(`${source.name}: reading ${shownSpec(source.spec)}`);
  if (source.lock) return compileLocked(source, source.lock, progress);
  return compileRead(await openSpec(source), { source, progress });
}
