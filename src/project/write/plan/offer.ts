import { diagnostic } from "../../../diagnostics/index.js";
import { shownPath } from "../../../files/index.js";
import type { LockedFile } from "../../lock/model.js";
import { onDisk } from "../disk/index.js";
import type { GeneratedFile } from "../model.js";
import type { Place, Planned } from "./planned.js";
import { planStamped } from "./stamped.js";

/**
 * Plans an offer: it is updated as long as it is unchanged. Once changed, it is the user's and is left out of the next
 * lock; only `force` overwrites it. A file that was never b44-gen's is always kept.
 */
export function planOffer(file: GeneratedFile, place: Place): Promise<Planned> {
  return planStamped(file, place, ({ state }) =>
    state === "ours" || (state === "edited" && place.force) ? "update" : undefined,
  );
}

/**
 * Plans an offer that is no longer written: it is kept and becomes the user's (B44-615), because the next deploy would
 * disconnect a connector without a file. Undefined if it does not exist.
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
