import { isDeepStrictEqual } from "node:util";
import { type Diagnostic, DiagnosticError, diagnostic, fail, isOfKind } from "../diagnostics/index.js";
import { pathFrom } from "../files/index.js";
import { apiFileName } from "../ir/index.js";
import type { JsonObject } from "../json/index.js";
import { sourceOf } from "../spec/load/index.js";
import type { LockedSpec } from "../spec/locked/index.js";
import type { SelectedOperation } from "../spec/select/index.js";
import { type ApiSource, type CompiledApi, compileRead, type SpecLock } from "./compile-read.js";
import {
  asLockedSpec,
  isCovered,
  type LockedSpecPlace,
  lockedSpecAsFile,
  lockedSpecFile,
  lockedSpecOf,
  lockedSpecText,
  originOf,
} from "./locked-spec.js";
import { openSpec } from "./open-spec.js";
import type { Progress } from "./progress.js";
import { SpecReader } from "./read-spec.js";

/** A copy to compile from, and what was found while it was made. */
interface Chosen {
  copy: LockedSpec;
  diagnostics: Diagnostic[];
}

/**
 * Compiles an API whose spec, or a part of it, may come from the network: from its copy, whichever way that is come by,
 * so that the outcome is the same for all who have the copy. A spec that is wholly on this machine has none.
 *
 * Throws what reading and compiling throw; besides, B44-701 and B44-704 where nothing may be fetched and the copy is
 * missing or does not do, B44-702 and B44-703 for a copy that is damaged, B44-705 where it cannot grow.
 */
export async function compileLocked(source: ApiSource, lock: SpecLock, progress: Progress): Promise<CompiledApi> {
  const place = { folder: lock.folder, fileName: apiFileName(source.name) };
  const isRemote = sourceOf(source.spec, source.cwd).kind === "url";
  const there = await copyThere(place, lock);
  const read = !isRemote && !there ? await readHere(source, lock, progress) : undefined;
  if (read?.compiled.documents.every(({ uri }) => !/^https?:/.test(uri))) return read.compiled;
  const { copy, diagnostics } = await chooseCopy(there, { source, lock, place, progress, read });
  const reader = await SpecReader.of(copy.spec, { cwd: lock.folder, entry: source.entry });
  const compiled = await toldBefore(diagnostics, () => compileRead(reader, { source, progress, locked: copy.header }));
  const { api } = compiled;
  const bundled = await compiled.bundle(new Set(api.operations.map(({ id }) => id)));
  const selection = selectionOf(source);
  const text = lockedSpecText({ api, bundled, origin: copy.header.origin, selection });
  return {
    ...compiled,
    documents: [asLockedSpec(text, place).spec.document],
    diagnostics: [...diagnostics, ...compiled.diagnostics],
    copy: { file: lockedSpecAsFile(api, text), header: copy.header },
  };
}

/** A spec as it was read and compiled. */
interface Read {
  reader: SpecReader;
  compiled: CompiledApi;
}

async function readSpec(source: ApiSource, progress: Progress): Promise<Read> {
  const reader = await openSpec(source);
  return { reader, compiled: await compileRead(reader, { source, progress }) };
}

/** A spec of this machine; undefined where a part of it would have to be fetched, and nothing may be. */
async function readHere(source: ApiSource, { mode }: SpecLock, progress: Progress): Promise<Read | undefined> {
  if (mode !== "offline") return readSpec(source, progress);
  const reader = await openSpec(source, { offline: true });
  try {
    const compiled = await compileRead(reader, { source, progress });
    return reader.lacksNetwork ? undefined : { reader, compiled };
  } catch (error) {
    if (reader.lacksNetwork) return undefined;
    throw error;
  }
}

/** What `run` gives; where it fails, what was found before is told too, for it may be why. */
async function toldBefore<Result>(found: readonly Diagnostic[], run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DiagnosticError) throw new DiagnosticError([...found, ...error.diagnostics]);
    throw error;
  }
}

/** The copy as it stands. A damaged one is as good as none where the spec is fetched anyway. */
async function copyThere(place: LockedSpecPlace, { mode }: SpecLock): Promise<LockedSpec | undefined> {
  try {
    return await lockedSpecOf(place);
  } catch (error) {
    if (mode === "update" && error instanceof DiagnosticError) return undefined;
    throw error;
  }
}

interface Choice {
  source: ApiSource;
  lock: SpecLock;
  place: LockedSpecPlace;
  progress: Progress;
  /** The spec, where it was found out by reading it that a part of it comes from the network. */
  read: Read | undefined;
}

async function chooseCopy(there: LockedSpec | undefined, choice: Choice): Promise<Chosen> {
  const { source, lock, place } = choice;
  const wanted = { spec: specName(source, lock), selection: selectionOf(source), folder: lock.folder };
  if (lock.mode !== "update" && there && (await isCovered(there.header, wanted)))
    return { copy: there, diagnostics: [] };
  const { display } = lockedSpecFile(place);
  if (lock.mode === "offline") {
    if (!there) fail("B44-701", { message: `${display}, the copy of ${source.name}'s spec, is missing.` });
    fail("B44-704", {
      message: `The config selects operations of ${source.name} that ${display} was not made for.`,
      location: { file: display },
    });
  }
  try {
    return await fetchedCopy(lock.mode === "update" ? undefined : there, choice);
  } catch (error) {
    if (!there || !(error instanceof DiagnosticError) || !error.diagnostics.every((item) => isOfKind(item, "noSpec")))
      throw error;
    const why = error.diagnostics[0]?.message ?? "";
    const note = diagnostic("B44-706", { message: `${why} ${display} is used as it is.`, location: { file: display } });
    return { copy: there, diagnostics: [note] };
  }
}

/** Fetches the spec, and makes a copy of what is selected; what is in the copy already has to be as it was. */
async function fetchedCopy(there: LockedSpec | undefined, choice: Choice): Promise<Chosen> {
  const { source, lock, place, progress } = choice;
  if (!choice.read) progress(`${source.name}: fetching ${source.spec}`);
  const { reader, compiled } = choice.read ?? (await readSpec(source, progress));
  const { api } = compiled;
  if (there) await refuseChanges(there, { reader, source, place });
  const text = lockedSpecText({
    api,
    bundled: await compiled.bundle(new Set(api.operations.map(({ id }) => id))),
    origin: originOf(compiled.documents, { spec: specName(source, lock), folder: lock.folder }),
    selection: selectionOf(source),
    keep: there?.header.names,
  });
  return { copy: asLockedSpec(text, place), diagnostics: reader.locate(reader.diagnostics) };
}

/** Throws B44-705 where what is in the copy is not the same in the spec that was fetched. */
async function refuseChanges(
  there: LockedSpec,
  { reader, source, place }: { reader: SpecReader; source: ApiSource; place: LockedSpecPlace },
): Promise<void> {
  const entries = new Map(reader.operations().map((entry) => [entry.id, entry]));
  const locked = (await SpecReader.of(there.spec, { cwd: place.folder })).operations();
  const missing = locked.filter(({ id }) => !entries.has(id));
  if (missing.length === 0) {
    const selected = locked.map(({ id }): SelectedOperation => ({ entry: entries.get(id)!, named: false }));
    const { root } = await reader.bundle(selected);
    if (isDeepStrictEqual(calls(root), calls(there.spec.root))) return;
  }
  const gone = missing.length > 0 ? ` (${missing.map(({ id }) => id).join(", ")} is gone)` : "";
  const { display } = lockedSpecFile(place);
  fail("B44-705", {
    message: `The selection of ${source.name} grew, but ${source.spec} is no longer what ${display} was made from${gone}.`,
    location: { file: display },
    help: `Run \`b44-gen diff ${source.name}\` to see what changed, and \`b44-gen update ${source.name}\` to take it over.`,
  });
}

/** What of a document calls depend on, as plain data. */
function calls(root: JsonObject): unknown {
  const { info: _info, tags: _tags, externalDocs: _docs, ...rest } = root;
  return JSON.parse(JSON.stringify(rest));
}

/** A spec as its copy names it: nothing of a URL that may be secret, and a path as the config's folder sees it. */
function specName({ spec, cwd }: ApiSource, { folder }: SpecLock): string {
  const source = sourceOf(spec, cwd);
  return source.kind === "file" ? pathFrom(folder, source.path) : source.display;
}

function selectionOf({ operations }: ApiSource): readonly string[] {
  return operations === "all" ? ["all"] : operations;
}
