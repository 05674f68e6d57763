import { dirname } from "node:path";
import { diagnostic } from "../../../diagnostics/index.js";
import { shownPath } from "../../../files/index.js";
import type { Lock, LockedFile } from "../../lock/model.js";
import { onDisk, staysInside } from "../disk/index.js";
import type { Planned } from "./planned.js";
import { ownership } from "./stamped.js";

/** A file in the old lock that this run no longer generates. */
export interface StaleFile {
  path: string;
  locked: LockedFile;
}

/**
 * Returns the files in the old lock that belong to this run (shared, or of one of `apis`) and are no longer in
 * `wanted`.
 */
export function staleFiles(lock: Lock | undefined, apis: Set<string>, wanted: Set<string>): StaleFile[] {
  return Object.entries(lock?.files ?? {})
    .filter(([path, { api }]) => !wanted.has(path) && (api === null || apis.has(api)))
    .map(([path, locked]) => ({ path, locked }));
}

/** Plans a stale file that a kept scaffold imports: it is kept. Undefined if it does not exist. */
export async function planKept(stale: StaleFile, folder: string): Promise<Planned | undefined> {
  const { path, locked } = stale;
  const disk = await onDisk(folder, path);
  if (disk.kind !== "file") return undefined;
  return { action: { path, api: locked.api, action: "kept", before: disk.hash }, locked };
}

/** Plans a stale file: removed if unchanged, otherwise kept and reported (B44-603). Undefined if it does not exist. */
export async function planStale(stale: StaleFile, folder: string): Promise<Planned | undefined> {
  const { path, locked } = stale;
  const action = { path, api: locked.api };
  const disk = await onDisk(folder, path);
  if (disk.kind === "missing") return undefined;
  const before = disk.kind === "file" ? disk.hash : null;
  const inside = await staysInside(folder, dirname(path));
  if (inside && disk.kind === "file" && ownership(disk, locked) === "ours") {
    return { action: { ...action, action: "remove", before } };
  }
  const file = shownPath(folder, path);
  const reason = inside ? "was edited" : "is behind a link out of the project";
  const message = `${file} is no longer generated, but ${reason}, so b44-gen keeps it.`;
  return {
    action: { ...action, action: "kept", before },
    diagnostic: diagnostic("B44-603", { message, location: { file } }),
  };
}
