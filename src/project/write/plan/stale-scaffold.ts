import { dirname } from "node:path";
import { diagnostic } from "../../../diagnostics/index.js";
import { shownPath } from "../../../files/index.js";
import type { LockedFile } from "../../lock/model.js";
import { onDisk, staysInside } from "../disk/index.js";
import type { Planned } from "./planned.js";

/**
 * Plans a scaffold that is no longer generated: removed if unchanged; otherwise kept with the files that it imports,
 * and reported (B44-614). Undefined if it does not exist.
 */
export async function planStaleScaffold(
  stale: { path: string; locked: LockedFile },
  folder: string,
): Promise<Planned | undefined> {
  const { path, locked } = stale;
  const disk = await onDisk(folder, path);
  if (disk.kind !== "file") return undefined;
  const action = { path, api: locked.api, kind: "scaffold", before: disk.hash } as const;
  const parent = dirname(path);
  const inside = await staysInside(folder, parent);
  if (inside && !disk.link && disk.hash === locked.hash) return { action: { ...action, action: "remove" } };
  const file = shownPath(folder, path);
  const reason = inside && !disk.link ? "was edited" : "is behind a link";
  const message = `${file} is no longer needed, but ${reason}, so b44-gen keeps the function and the files that it imports.`;
  const help = `Delete ${shownPath(folder, parent)} if you do not need the function, and run again. Otherwise leave it: without its handler, \`base44 deploy\` would fail.`;
  return {
    action: { ...action, action: "kept" },
    locked,
    diagnostic: diagnostic("B44-614", { message, location: { file }, help }),
  };
}
