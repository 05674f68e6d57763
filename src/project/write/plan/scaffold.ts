import { byCodeUnit, contentHash, normalizeText } from "../../../files/index.js";
import type { LockedFile } from "../../lock/model.js";
import { type OnDisk, onDisk } from "../disk/index.js";
import type { GeneratedFile } from "../model.js";
import { functionExists, otherEntry } from "./other-entry.js";
import type { Place, Planned } from "./planned.js";
import { inTheWay, ownership } from "./stamped.js";

/**
 * Plans a scaffold: it is created if no file exists, and never overwritten, even with `force`. The next lock has the
 * hash of what b44-gen wrote. An unknown file counts as the scaffold if it contains the marker; otherwise another
 * function is in its place (B44-613). If an own function became an API's function, or the other way round, its handler
 * is called differently: an unchanged scaffold is rewritten, and a changed one counts as another function.
 */
export async function planScaffold(file: GeneratedFile, place: Place): Promise<Planned> {
  const text = normalizeText(file.text);
  const hash = contentHash(text);
  const action = { path: file.path, api: file.api, kind: "scaffold" } as const;
  const disk = await onDisk(place.folder, file.path);
  if (disk.kind === "missing") {
    const created: Planned = {
      action: { ...action, action: "create", before: null, text, after: hash },
      locked: lockedAs(file, hash, []),
    };
    const other = await otherEntry(file.path, place);
    return other ? { ...created, diagnostic: functionExists(place.folder, { path: other, api: file.api }) } : created;
  }
  if (disk.kind === "other") {
    return { action: { ...action, action: "kept", before: null }, diagnostic: inTheWay(place.folder, file.path) };
  }
  const before = disk.hash;
  const anew: Planned = {
    action: { ...action, action: "update", before, text, after: hash },
    locked: lockedAs(file, hash, []),
  };
  const another: Planned = {
    action: { ...action, action: "kept", before },
    diagnostic: functionExists(place.folder, file),
  };
  const known = place.locked?.kind === "scaffold" ? place.locked : undefined;
  if (known && hash !== before && isOfAnotherKind(known, file)) return known.hash === before ? anew : another;
  const state = known?.hash === before || hash === before ? "unchanged" : "kept";
  if (known) {
    // A scaffold that differs from what would be written now may still import what an older b44-gen wrote beside it.
    const locked = hash === before ? lockedAs(file, hash, []) : lockedAs(file, known.hash, known.keeps ?? []);
    return { action: { ...action, action: state, before }, locked };
  }
  if (place.locked && ownership(disk, place.locked) === "ours") return anew;
  if (state !== "unchanged" && !handsOver(disk, file)) return another;
  return { action: { ...action, action: state, before }, locked: lockedAs(file, hash, []) };
}

/** Whether a scaffold was an own function's and would now be an API's, or the other way round. */
function isOfAnotherKind(known: LockedFile, file: GeneratedFile): boolean {
  return (known.api === null) !== (file.api === null);
}

function lockedAs(file: GeneratedFile, hash: string, keeps: string[]): LockedFile {
  const all = [...new Set([...(file.keeps ?? []), ...keeps])].sort(byCodeUnit);
  return { hash, api: file.api, kind: "scaffold", keeps: all };
}

function handsOver(disk: OnDisk & { kind: "file" }, file: GeneratedFile): boolean {
  return file.marker !== undefined && disk.bytes.toString("utf8").includes(file.marker);
}
