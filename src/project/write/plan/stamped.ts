import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { contentHash, shownPath } from "../../../files/index.js";
import type { LockedFile } from "../../lock/model.js";
import { readStamp, specAsWritten, stampText } from "../../stamp.js";
import { type OnDisk, onDisk } from "../disk/index.js";
import type { GeneratedFile } from "../model.js";
import type { Place, Planned } from "./planned.js";

type Ownership = "ours" | "edited" | "foreign";

/**
 * A file that differs from the one to write at its path: who owns it, what is on disk, and the text that would replace
 * it.
 */
interface Other {
  state: Ownership;
  disk: OnDisk & { kind: "file" };
  text: string;
}

/**
 * Plans a file with a stamp. If the file on disk differs, `judge` decides: `update` overwrites it; a diagnostic or
 * undefined keeps it.
 */
export async function planStamped(
  file: GeneratedFile,
  place: Place,
  judge: (other: Other) => "update" | Diagnostic | undefined,
): Promise<Planned> {
  const text = stampText(file.text, file);
  const kind = file.kind === undefined ? {} : { kind: file.kind };
  const after = contentHash(text);
  const locked: LockedFile = { hash: after, api: file.api, ...kind };
  const disk = await onDisk(place.folder, file.path);
  const action = { path: file.path, api: file.api, ...kind };
  if (disk.kind === "missing") return { action: { ...action, action: "create", before: null, text, after }, locked };
  if (disk.kind === "other") {
    return { action: { ...action, action: "kept", before: null }, diagnostic: inTheWay(place.folder, file.path) };
  }
  const before = disk.hash;
  if ((before === after || isReformatted(file, disk, after)) && !place.rename)
    return { action: { ...action, action: "unchanged", before }, locked };
  const judged = judge({ state: ownership(disk, place.locked), disk, text });
  if (judged === "update") return { action: { ...action, action: "update", before, text, after }, locked };
  return { action: { ...action, action: "kept", before }, ...(judged ? { diagnostic: judged } : {}) };
}

/** Whether a locked spec was only reformatted: if it were written again, it would be formatted again. */
function isReformatted({ language }: GeneratedFile, { bytes }: OnDisk & { kind: "file" }, after: string): boolean {
  const written = language === "spec" ? specAsWritten(bytes.toString("utf8")) : undefined;
  return written !== undefined && contentHash(written) === after;
}

/**
 * Decides who owns a file. An intact stamp is enough for `ours`: after a merge, lock and file may be from different
 * sides. A link is always `foreign`, because writing would replace it with a file.
 */
export function ownership(disk: OnDisk & { kind: "file" }, locked: LockedFile | undefined): Ownership {
  if (disk.link) return "foreign";
  const text = disk.bytes.toString("utf8");
  const stamp = readStamp(specAsWritten(text) ?? text);
  if (locked?.hash === disk.hash || stamp?.intact) return "ours";
  return locked || stamp ? "edited" : "foreign";
}

/** Returns the diagnostic (B44-602) for a folder or a broken link in a file's place. */
export function inTheWay(folder: string, path: string): Diagnostic {
  const file = shownPath(folder, path);
  return diagnostic("B44-602", {
    message: `b44-gen wants to write ${file}, but it is not a file.`,
    location: { file },
    help: "Move it, or choose another output folder.",
  });
}
