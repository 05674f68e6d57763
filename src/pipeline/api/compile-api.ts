import { type ChosenNames, withChosenNames } from "../../ir/index.js";
import { shownSpec } from "../../spec/load/index.js";
import type { Progress } from "../progress.js";
import { type ApiSource, type CompiledApi, compileRead } from "./compile-read.js";
import { compileLocked } from "./locked/index.js";
import { openSpec } from "./open-spec.js";

/** load, select, bundle, upgrade, build: from a spec to the intermediate representation. */
export async function compileApi(source: ApiSource, progress: Progress): Promise<CompiledApi> {
  progress(`${source.name}: reading ${shownSpec(source.spec)}`);
  const compiled = source.lock
    ? await compileLocked(source, source.lock, progress)
    : await compileRead(await openSpec(source), { source, progress });
  return namedAs(source.names, compiled);
}

/** An API with the names that the config gives its functions. A copy that is to be written has the spec's own. */
export function namedAs(names: ChosenNames | undefined, compiled: CompiledApi): CompiledApi {
  return names ? { ...compiled, api: withChosenNames(compiled.api, names) } : compiled;
}
