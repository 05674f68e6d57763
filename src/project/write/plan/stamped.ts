import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { contentHash, shownPath } from "../../../files/index.js";
import type { LockedFile } from "../../lock/model.js";
import { readStamp, stampText } from "../../stamp.js";
import { type OnDisk, onDisk } from "../disk/index.js";
import type { GeneratedFile } from "../model.js";
import type { Place, Planned } from "./planned.js";

type Ownership = "ours" | "edited" | "foreign";

/** Another file than the one that is to be written at its path: whose it is, and the text that would take its place. */
interface Other {
  state: Ownership;
  disk: OnDisk & { kind: "file" };
  text: string;
}

/**
 * Plans a file that b44-gen writes with its stamp. Where another file stands at its path, `judge` says whether to
 * update that; it stays for any other answer, which is what there is to say about it, if anything.
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
  if (before === after && !place.rename) return { action: { ...action, action: "unchanged", before }, locked };
  const judged = judge({ state: ownership(disk, place.locked), disk, text });
  if (judged === "update") return { action: { ...action, action: "update", before, text, after }, locked };
  return { action: { ...action, action: "kept", before }, ...(judged ? { diagnostic: judged } : {}) };
}

/**
 * Whose a file is. An intact stamp is enough: after a merge, the lock may be one side's and the file the other's.
 * A link is the user's, for writing replaces it.
 */
export function ownership(disk: OnDisk & { kind: "file" }, locked: LockedFile | undefined): Ownership {
  if (disk.link) return "foreign";
  const stamp = readStamp(disk.bytes.toString("utf8"));
  if (locked?.hash === disk.hash || stamp?.intact) return "ours";
  return locked || stamp ? "edited" : "foreign";
}

/** What is said where a folder, or a link that leads nowhere, stands in a file's place. */
export function inTheWay(folder: string, path: string): Diagnostic {
  const file = shownPath(folder, path);
  return diagnostic("B44-602", {
    message: `b44-gen wants to write ${file}, but it is not a file.`,
    location: { file },
    help: "Move it, or choose another output folder.",
  });
}
