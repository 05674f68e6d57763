import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { locateSettings } from "../config/index.js";
import { type Diagnostic, DiagnosticError, diagnostic, fail, isOfKind } from "../diagnostics/index.js";
import { pathFrom, shownPath } from "../files/index.js";
import { apiFileName } from "../ir/index.js";
import type { JsonObject } from "../json/index.js";
import { shownSpec, sourceOf } from "../spec/load/index.js";
import type { LockedSpec } from "../spec/locked/index.js";
import type { SelectedOperation } from "../spec/select/index.js";
import { type ApiSource, type CompiledApi, compileRead, type SpecLock } from "./compile-read.js";
import {
  asLockedSpec,
  type LockedSpecPlace,
  localDocumentsOf,
  lockedSpecAsFile,
  lockedSpecFile,
  lockedSpecOf,
  lockedSpecText,
  originOf,
  type Shortfall,
  shortfallOf,
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
 * so that the outcome is the same for all who have the copy. A spec that is wholly on this machine has none, and one
 * that it had before is used no more.
 *
 * Throws what reading and compiling throw; besides, B44-701 and B44-704 where nothing may be fetched and the copy is
 * missing or does not do, B44-702 and B44-703 for a copy that is damaged, B44-705 where it cannot grow.
 */
export async function compileLocked(source: ApiSource, lock: SpecLock, progress: Progress): Promise<CompiledApi> {
  const place = { folder: lock.folder, fileName: apiFileName(source.name) };
  const isRemote = sourceOf(source.spec, source.cwd).kind === "url";
  const there = await copyThere(place, lock);
  const wanted = { spec: specName(source, lock), selection: selectionOf(source), folder: lock.folder };
  const shortfall = there && (await shortfallOf(there.header, wanted));
  const mayDo = there !== undefined && shortfall === undefined && lock.mode !== "update";
  const read = !isRemote && !mayDo ? await readHere(source, lock, progress) : undefined;
  if (read?.compiled.documents.every(({ uri }) => !/^https?:/.test(uri))) return read.compiled;
  const { copy, diagnostics } = mayDo
    ? { copy: there, diagnostics: [] }
    : await chooseCopy(there, { source, lock, place, progress, read, shortfall });
  const reader = await SpecReader.of(copy.spec, { cwd: lock.folder, entry: source.entry });
  const compiled = await toldBefore(diagnostics, () => compileRead(reader, { source, progress, locked: copy.header }));
  const { api } = compiled;
  const bundled = await compiled.bundle(new Set(api.operations.map(({ id }) => id)));
  const text = lockedSpecText({ api, bundled, origin: copy.header.origin, selection: wanted.selection });
  return {
    ...compiled,
    documents: [asLockedSpec(text, place).spec.document, ...localDocumentsOf(copy.header, lock.folder)],
    diagnostics: [...diagnostics, ...compiled.diagnostics],
    copy: { file: lockedSpecAsFile(api, text, { isAnew: lock.mode === "update" }), header: copy.header },
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
  /** Why the copy that is there does not do. */
  shortfall: Shortfall | undefined;
}

/** Where the copy that is there does not do. */
async function chooseCopy(there: LockedSpec | undefined, choice: Choice): Promise<Chosen> {
  const { source, lock, place } = choice;
  const { display } = lockedSpecFile(place);
  if (lock.mode === "offline") {
    if (!there) {
      const message = `${display}, the copy of ${source.name}'s spec, is missing.`;
      failAt(source, diagnostic("B44-701", { message, setting: ["spec"] }));
    }
    failShortfall(there, choice);
  }
  try {
    return await fetchedCopy(lock.mode === "update" ? undefined : there, choice);
  } catch (error) {
    if (!there || !(error instanceof DiagnosticError) || !error.diagnostics.every((item) => isOfKind(item, "noSpec")))
      throw error;
    const [why] = error.diagnostics;
    const message = `${why?.message ?? ""} ${display} is used as it is.`;
    const note = diagnostic("B44-706", { message, location: why?.location ?? { file: display } });
    return { copy: there, diagnostics: [note] };
  }
}

/** Fetches the spec, and makes a copy of what is selected; what is in the copy already has to be as it was. */
async function fetchedCopy(there: LockedSpec | undefined, choice: Choice): Promise<Chosen> {
  const { source, lock, place, progress } = choice;
  if (!choice.read) progress(`${source.name}: fetching ${shownSpec(source.spec)}`);
  const { reader, compiled } = choice.read ?? (await readSpec(source, progress));
  const { api } = compiled;
  if (there) await refuseChanges(there, { reader, choice });
  const text = lockedSpecText({
    api,
    bundled: await compiled.bundle(new Set(api.operations.map(({ id }) => id))),
    origin: originOf(compiled.documents, { spec: specName(source, lock), folder: lock.folder }),
    selection: selectionOf(source),
    keep: there?.header.names,
  });
  return { copy: asLockedSpec(text, place), diagnostics: reader.locate(reader.diagnostics) };
}

/** Throws B44-704: why a copy does not do, where nothing may be fetched. */
function failShortfall({ header }: LockedSpec, { source, lock, place, shortfall }: Choice): never {
  const location = { file: lockedSpecFile(place).display };
  const copy = location.file;
  if (shortfall?.kind === "address") {
    const message = `The spec of ${source.name} is ${specName(source, lock)} now, and ${copy} is a copy of ${header.origin.spec}.`;
    const help = `Run \`b44-gen diff ${source.name}\` where the network is: it compares the two. \`b44-gen update ${source.name}\` takes the new one over.`;
    return failAt(source, diagnostic("B44-704", { message, location, setting: ["spec"], help }));
  }
  if (shortfall?.kind === "file") {
    const file = shownPath(resolve(lock.folder, shortfall.path));
    const message = `${file} changed since ${copy} was made from it.`;
    const help = `Run \`b44-gen update ${source.name}\` where the network is: it makes the copy anew.`;
    return fail("B44-704", { message, location: { file }, help });
  }
  const message = `The config selects operations of ${source.name} that ${copy} was not made for.`;
  return failAt(source, diagnostic("B44-704", { message, location, setting: ["operations"] }));
}

/** Throws a diagnostic about a setting of the API, at its place in the config. */
function failAt({ entry }: ApiSource, found: Diagnostic): never {
  throw new DiagnosticError(locateSettings([found], entry));
}

/** Throws B44-705 where what is in the copy is not the same in the spec that was fetched. */
async function refuseChanges(
  there: LockedSpec,
  { reader, choice }: { reader: SpecReader; choice: Choice },
): Promise<void> {
  const { source, lock, place, shortfall } = choice;
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
  const spec = specName(source, lock);
  const other = `is no longer what ${display} was made from${gone}`;
  const what = {
    address: `The spec of ${source.name} is ${spec} now, which is not what ${display} was made from${gone}`,
    file: `${spec} ${other}`,
    selection: `The selection of ${source.name} grew, but ${spec} ${other}`,
  };
  const kind = shortfall?.kind ?? "selection";
  const found = diagnostic("B44-705", {
    message: `${what[kind]}.`,
    location: { file: display },
    setting: [kind === "selection" ? "operations" : "spec"],
    help: `Run \`b44-gen diff ${source.name}\` to see what changed, and \`b44-gen update ${source.name}\` to take it over.`,
  });
  failAt(source, found);
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
