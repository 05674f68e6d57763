import { type Change, diffApis } from "../../check/diff/index.js";
import { isSpecUnchanged, type KnownVersion, shownSpec } from "../../spec/load/index.js";
import type { LockedSpec } from "../../spec/locked/index.js";
import { patternsThatMatch } from "../../spec/select/index.js";
import { namedAs } from "../api/compile-api.js";
import { type CompiledApi, compileRead } from "../api/compile-read.js";
import { lockedSpecOf, originOf } from "../api/locked/index.js";
import type { ApiRequest } from "../api/planned-api.js";
import { SpecReader } from "../api/read-spec.js";
import type { Progress } from "../progress.js";

/** A locked spec, compared with the current spec at its address. */
export interface Upstream {
  name: string;
  /** The API as locked. */
  before: CompiledApi;
  /** The API with what is left of the selection; undefined if nothing is left, or the spec is the same. */
  after: CompiledApi | undefined;
  /** The changes of the selected operations. Empty if the spec is the same, or differs only elsewhere. */
  changes: Change[];
  /**
   * True if the spec is the same, byte for byte, as far as is known. Otherwise `request` generates from the current
   * spec; it is undefined if nothing of the selection is left.
   */
  isSame: boolean;
  request: ApiRequest | undefined;
}

/**
 * Fetches the spec of an API again, unless its server says that it is the same, and compares it. Undefined for an API
 * without a locked spec. Throws as reading a spec does (B44-1xx), and B44-702 and B44-703 for a damaged copy.
 */
export async function compareUpstream(request: ApiRequest, progress: Progress): Promise<Upstream | undefined> {
  const { name, lock } = request;
  const copy = lock && (await lockedSpecOf({ folder: lock.folder, api: name }));
  if (!copy) return undefined;
  const before = namedAs(request.names, await compileCopy(copy, { name, progress }));
  const same = { name, before, after: undefined, changes: [], isSame: true, request };
  progress(`${name}: fetching ${shownSpec(request.spec)}`);
  if (await isSpecUnchanged(request.spec, versionOf(copy), request)) return same;
  const reader = await SpecReader.open(request.spec, request);
  const entries = reader.operations();
  const there = new Set(entries.map(({ id }) => id));
  const kept = before.api.operations.map(({ id }) => id).filter((id) => there.has(id));
  const patterns = request.operations === "all" ? [] : patternsThatMatch(request.operations, entries);
  const operations = request.operations === "all" ? "all" : [...new Set([...kept, ...patterns])];
  if (entries.length === 0 || operations.length === 0) {
    const changes = diffApis(before.api, { ...before.api, operations: [] });
    return { name, before, after: undefined, changes, isSame: false, request: undefined };
  }
  const read = await compileRead(reader, { source: { name, operations }, progress });
  const after = namedAs(request.names, read);
  const { spec } = copy.header.origin;
  if (originOf(after.documents, { spec, folder: lock.folder }).hash === copy.header.origin.hash) return same;
  const next: ApiRequest = { ...request, operations, reader, lock: { ...lock, mode: "update" } };
  return { name, before, after, changes: diffApis(before.api, after.api), isSame: false, request: next };
}

function versionOf({ header: { origin } }: LockedSpec): KnownVersion {
  const { url, etag, lastModified } = origin;
  return { url, ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

async function compileCopy(copy: LockedSpec, { name, progress }: { name: string; progress: Progress }) {
  const reader = await SpecReader.of(copy.spec, { cwd: process.cwd() });
  return compileRead(reader, { source: { name, operations: "all" }, progress, locked: copy.header });
}
