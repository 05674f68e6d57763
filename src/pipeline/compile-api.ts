import { compileLocked } from "./compile-locked.js";
import { type ApiSource, type CompiledApi, compileRead } from "./compile-read.js";
import type { Progress } from "./progress.js";
import { SpecReader } from "./read-spec.js";

/** load, select, bundle, upgrade, build: from a spec to the intermediate representation. */
export async function compileApi(source: ApiSource, progress: Progress): Promise<CompiledApi> {
  progress(`${source.name}: reading ${source.spec === "-" ? "standard input" : source.spec}`);
  if (source.lock) return compileLocked(source, source.lock, progress);
  return compileRead(await SpecReader.open(source.spec, source), { source, progress });
}
