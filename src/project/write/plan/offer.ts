import { diagnostic } from "../../../diagnostics/index.js";
import { shownPath } from "../../../files/index.js";
import type { LockedFile } from "../../lock/model.js";
import { onDisk } from "../disk/index.js";
import type { GeneratedFile } from "../model.js";
import type { Place, Planned } from "./planned.js";
import { planStamped } from "./stamped.js";

/**
 * Plans an offer: written while it is as b44-gen wrote it. Once changed it is the user's, which the next lock no longer
 * has; only `force` takes it back. A file that never was b44-gen's stays in any case.
 */
export function planOffer(file: GeneratedFile, place: Place): Promise<Planned> {
  return planStamped(file, place, ({ state }) =>
    state === "ours" || (state === "edited" && place.force) ? "update" : undefined,
  );
}

/**
 * Plans the end of an offer, undefined where it is gone: it stays, for without the file the next deploy would
 * disconnect the connector, and is the user's from now on (B44-615).
 */
export async function planStaleOffer(
  stale: { path: string; locked: LockedFile },
  folder: string,
): Promise<Planned | undefined> {
  const { path, locked } = stale;
  const disk = await onDisk(folder, path);
  if (disk.kind !== "file") return undefined;
  const file = shownPath(folder, path);
  const message = `b44-gen no longer writes ${file}. It keeps the file, which is yours from now on.`;
  return {
    action: { path, api: locked.api, kind: "offer", action: "kept", before: disk.hash },
    diagnostic: diagnostic("B44-615", { message, location: { file } }),
  };
}
