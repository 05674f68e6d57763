import { DiagnosticError, withDiagnostics } from "../../../diagnostics/index.js";
import { isWebAddress, pathFrom } from "../../../files/index.js";
import type { LockedSpec } from "../../../spec/locked/index.js";
import type { Progress } from "../../progress.js";
import { type ApiSource, type CompiledApi, compileRead, type SpecLock } from "../compile-read.js";
import { rootSource } from "../load-root.js";
import { lockedSelection } from "../locked-api.js";
import { openSpec } from "../open-spec.js";
import { SpecReader } from "../read-spec.js";
import { chooseCopy, readApi } from "./choose-copy.js";
import type { ReadApi } from "./copy-choice.js";
import {
  copyAsDocument,
  type LockedSpecPlace,
  localDocumentsOf,
  lockedSpecAsFile,
  lockedSpecOf,
  lockedSpecText,
  shortfallOf,
} from "./locked-spec.js";

/**
 * Compiles an API whose spec, or a part of it, may come from the network. Always compiles from the copy, even from one
 * that was just made, so that everyone with the copy gets the same code. A spec that is entirely local has no copy.
 * Throws what reading and compiling throw, and also B44-701 and B44-704 if nothing may be fetched and the copy is
 * missing or cannot be used, B44-702 and B44-703 if the copy is damaged, and B44-705 if it cannot grow.
 */
export async function compileLocked(source: ApiSource, lock: SpecLock, progress: Progress): Promise<CompiledApi> {
  const place = { folder: lock.folder, api: source.name };
  const isRemote = rootSource(source).kind === "url";
  const there = await copyThere(place, lock);
  const wanted = { spec: specName(source, lock), selection: lockedSelection(source), folder: lock.folder };
  const shortfall = there && (await shortfallOf(there.header, wanted));
  const mayDo = there !== undefined && shortfall === undefined && lock.mode !== "update";
  const read = !isRemote && !mayDo ? await readHere(source, lock, progress) : undefined;
  if (read?.compiled.documents.every(({ uri }) => !isWebAddress(uri))) return read.compiled;
  const { copy, diagnostics } = mayDo
    ? { copy: there, diagnostics: [] }
    : await chooseCopy(there, { source, mode: lock.mode, wanted, place, progress, read, shortfall });
  const reader = await SpecReader.of(copy.spec, { cwd: lock.folder, entry: source.entry });
  // If compiling fails, earlier diagnostics are reported too: they may be the reason.
  const compiled = await compileRead(reader, { source, progress, locked: copy.header }).catch((error) => {
    throw withDiagnostics(error, (found) => [...diagnostics, ...found]);
  });
  const { api } = compiled;
  const bundled = await compiled.bundle(new Set(api.operations.map(({ id }) => id)));
  const text = lockedSpecText({ api, bundled, origin: copy.header.origin, selection: wanted.selection });
  return {
    ...compiled,
    documents: [copyAsDocument(text, place), ...localDocumentsOf(copy.header, lock.folder)],
    diagnostics: [...diagnostics, ...compiled.diagnostics],
    copy: { file: lockedSpecAsFile(api, text, { isAnew: lock.mode === "update" }), header: copy.header },
  };
}

/** Reads and compiles a local spec; undefined if a part of it would have to be fetched, and nothing may be. */
async function readHere(source: ApiSource, { mode }: SpecLock, progress: Progress): Promise<ReadApi | undefined> {
  if (mode !== "offline") return readApi(source, progress);
  const reader = await openSpec(source, { offline: true });
  try {
    const compiled = await compileRead(reader, { source, progress });
    return reader.lacksNetwork ? undefined : { reader, compiled };
  } catch (error) {
    if (reader.lacksNetwork) return undefined;
    throw error;
  }
}

/** Reads the existing copy. A damaged one counts as missing if the spec is fetched anyway. */
async function copyThere(place: LockedSpecPlace, { mode }: SpecLock): Promise<LockedSpec | undefined> {
  try {
    return await lockedSpecOf(place);
  } catch (error) {
    if (mode === "update" && error instanceof DiagnosticError) return undefined;
    throw error;
  }
}

/**
 * Returns the name of a spec for its copy: a URL without anything that may be secret, or a path relative to the
 * config's folder.
 */
function specName(api: ApiSource, { folder }: SpecLock): string {
  const source = rootSource(api);
  return source.kind === "file" ? pathFrom(folder, source.path) : source.display;
}
