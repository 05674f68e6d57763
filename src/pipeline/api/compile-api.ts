import { type ChosenNames, withChosenNames } from "../../ir/index.js";
import { shownSpec } from "../../spec/load/index.js";
import type { Progress } from "../progress.js";
import { type ApiSource, type CompiledApi, compileRead } from "./compile-read.js";
import { compileLocked } from "./locked/index.js";
import { openSpec } from "./open-spec.js";

/** Compiles an API from its spec to the intermediate representation: load, select, bundle, upgrade, build. */
export async function compileApi(source: ApiSource, progress: Progress): Promise<CompiledApi> {
  progress(`${source.name}: reading ${shownSpec(source.spec)}`);
  const compiled = source.lock
    ? await compileLocked(source, source.lock, progress)
    : await compileRead(await openSpec(source), { source, progress });
  return namedAs(source.names, compiled);
}

/** Gives an API's functions the names that the config chose. A copy that is written keeps the spec's own names. */
export function namedAs(names: ChosenNames | undefined, compiled: CompiledApi): CompiledApi {
  return names ? { ...compiled, api: withChosenNames(compiled.api, names) } : compiled;
}
