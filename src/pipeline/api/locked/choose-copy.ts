import { type Diagnostic, diagnostic, isErrorOfKind } from "../../../diagnostics/index.js";
import { shownSpec } from "../../../spec/load/index.js";
import type { LockedSpec } from "../../../spec/locked/index.js";
import type { Progress } from "../../progress.js";
import { type ApiSource, compileRead } from "../compile-read.js";
import { openSpec } from "../open-spec.js";
import type { CopyChoice, ReadApi } from "./copy-choice.js";
import { failMissing, failShortfall, refuseChanges } from "./copy-faults.js";
import { asLockedSpec, lockedSpecFile, lockedSpecText, originOf } from "./locked-spec.js";

/** A copy to compile from, and the diagnostics of making it. */
interface Chosen {
  copy: LockedSpec;
  diagnostics: Diagnostic[];
}

/** Reads and compiles a spec. Throws what both throw. */
export async function readApi(source: ApiSource, progress: Progress): Promise<ReadApi> {
  const reader = await openSpec(source);
  return { reader, compiled: await compileRead(reader, { source, progress }) };
}

/**
 * Chooses the copy to compile from if the existing one cannot be used, or has to be replaced: a new one from the
 * fetched spec, or the existing one if the network does not respond (B44-706). Throws B44-701 and B44-704 if nothing
 * may be fetched, and B44-705 if a copy cannot grow.
 */
export async function chooseCopy(there: LockedSpec | undefined, choice: CopyChoice): Promise<Chosen> {
  const { mode, place } = choice;
  const { display } = lockedSpecFile(place);
  if (mode === "offline") {
    if (!there) failMissing(choice);
    failShortfall(there, choice);
  }
  try {
    return await fetchedCopy(mode === "update" ? undefined : there, choice);
  } catch (error) {
    if (!there || !isErrorOfKind(error, "noSpec")) throw error;
    const [why] = error.diagnostics;
    const message = `${why?.message ?? ""} b44-gen uses ${display} unchanged.`;
    const note = diagnostic("B44-706", { message, location: why?.location ?? { file: display } });
    return { copy: there, diagnostics: [note] };
  }
}

/**
 * Fetches the spec, and makes a copy of the selected operations. What the old copy already has must not have changed.
 */
async function fetchedCopy(there: LockedSpec | undefined, choice: CopyChoice): Promise<Chosen> {
  const { source, wanted, place, progress } = choice;
  if (!choice.read) progress(`${source.name}: fetching ${shownSpec(source.spec)}`);
  const { reader, compiled } = choice.read ?? (await readApi(source, progress));
  const { api } = compiled;
  if (there) await refuseChanges(there, { reader, choice });
  const text = lockedSpecText({
    api,
    bundled: await compiled.bundle(new Set(api.operations.map(({ id }) => id))),
    origin: originOf(compiled.documents, wanted),
    selection: wanted.selection,
    keep: there?.header.names,
  });
  return { copy: asLockedSpec(text, place), diagnostics: reader.locate(reader.diagnostics) };
}
