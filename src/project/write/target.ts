import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { contentHash, normalizeText, shownPath } from "../../files/index.js";
import { type LineDiff, lineDiff } from "../line-diff.js";
import type { LockedFile } from "../lock/model.js";
import { readStamp, stampText } from "../stamp.js";
import type { GeneratedFile } from "./model.js";
import { type OnDisk, onDisk } from "./on-disk.js";
import type { Place, Planned } from "./planned.js";

/** Plans one generated file: whether what stands at its path is b44-gen's to overwrite. */
export async function planTarget(file: GeneratedFile, place: Place): Promise<Planned> {
  const text = stampText(file.text, file);
  const locked = { hash: contentHash(text), api: file.api };
  const disk = await onDisk(place.folder, file.path);
  const action = { path: file.path, api: file.api };
  if (disk.kind === "missing") return { action: { ...action, action: "create", before: null, text }, locked };
  if (disk.kind === "other") {
    return { action: { ...action, action: "kept", before: null }, diagnostic: inTheWay(place.folder, file.path) };
  }
  const before = disk.hash;
  if (before === locked.hash && !place.rename) return { action: { ...action, action: "unchanged", before }, locked };
  const state = ownership(disk, place.locked);
  const mayReplace = state === "ours" || place.force || (state === "edited" && file.isAnew === true);
  if (mayReplace) return { action: { ...action, action: "update", before, text }, locked };
  const refused =
    state === "edited" ? edited(file.path, place.folder, text, disk) : foreign(file.path, place.folder, disk);
  return { action: { ...action, action: "kept", before }, diagnostic: refused };
}

/**
 * Whose a file is. An intact stamp is enough: after a merge, the lock may be one side's and the file the other's.
 * A link is the user's, for writing replaces it.
 */
export function ownership(
  disk: OnDisk & { kind: "file" },
  locked: LockedFile | undefined,
): "ours" | "edited" | "foreign" {
  if (disk.link) return "foreign";
  const stamp = readStamp(disk.bytes.toString("utf8"));
  if (locked?.hash === disk.hash || stamp?.intact) return "ours";
  return locked || stamp ? "edited" : "foreign";
}

function edited(path: string, folder: string, text: string, disk: OnDisk & { kind: "file" }): Diagnostic {
  const there = normalizeText(disk.bytes.toString("utf8"));
  const file = shownPath(folder, path);
  const difference = lineDiff(text, there);
  const merged = /^<{7} /m.test(there);
  const message = merged ? `${file} has merge conflict markers.` : `${file} was edited since b44-gen wrote it.`;
  const advice = merged
    ? "Run `b44-gen` with `--force`: all of it is generated, so there is nothing to merge by hand."
    : "Move the change to a file of your own, or run `b44-gen` with `--force` to overwrite it.";
  return diagnostic("B44-601", {
    message,
    location: { file, ...(difference ? { line: difference.line } : {}) },
    help: difference ? `${advice}\n${shown(difference)}` : advice,
  });
}

function shown(difference: LineDiff): string {
  return `--- as b44-gen writes it\n+++ as it is\n${difference.text}`;
}

function foreign(path: string, folder: string, disk: OnDisk & { kind: "file" }): Diagnostic {
  const file = shownPath(folder, path);
  const message = disk.link
    ? `${file} is a link, and b44-gen would replace it by a file.`
    : `${file} stands where b44-gen wants to write, and is not b44-gen's.`;
  return diagnostic("B44-602", { message, location: { file } });
}

/** What is said where a folder, or a link that leads nowhere, stands in a file's place. */
export function inTheWay(folder: string, path: string): Diagnostic {
  const file = shownPath(folder, path);
  return diagnostic("B44-602", {
    message: `${file} is not a file, and b44-gen wants to write one there.`,
    location: { file },
    help: "Move it, or choose another output folder.",
  });
}
