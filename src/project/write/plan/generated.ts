import { catalogue, type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { mergeConflict, normalizeText, shownPath } from "../../../files/index.js";
import { type LineDiff, lineDiff } from "../../line-diff.js";
import type { OnDisk } from "../disk/index.js";
import type { GeneratedFile } from "../model.js";
import type { Place, Planned } from "./planned.js";
import { planStamped } from "./stamped.js";

/** Plans one generated file: decides whether the file at its path is b44-gen's to overwrite. */
export function planGenerated(file: GeneratedFile, place: Place): Promise<Planned> {
  return planStamped(file, place, ({ state, disk, text }) => {
    if (state === "ours" || place.force) return "update";
    // Both sides of a conflict are in the repository, and nothing in them has to be merged by hand.
    if (state === "edited" && (file.isAnew === true || isConflict(disk))) return "update";
    return state === "edited" ? edited(file.path, place.folder, text, disk) : foreign(file.path, place.folder, disk);
  });
}

function isConflict(disk: OnDisk & { kind: "file" }): boolean {
  return mergeConflict(disk.bytes.toString("utf8")) !== undefined;
}

function edited(path: string, folder: string, text: string, disk: OnDisk & { kind: "file" }): Diagnostic {
  const file = shownPath(folder, path);
  const difference = lineDiff(text, normalizeText(disk.bytes.toString("utf8")));
  const { help } = catalogue["B44-601"];
  return diagnostic("B44-601", {
    message: `${file} has been edited since b44-gen wrote it.`,
    location: { file, ...(difference ? { line: difference.line } : {}) },
    help: difference ? `${help}\n${shown(difference)}` : help,
  });
}

function shown(difference: LineDiff): string {
  return `--- as b44-gen writes it\n+++ as it is\n${difference.text}`;
}

function foreign(path: string, folder: string, disk: OnDisk & { kind: "file" }): Diagnostic {
  const file = shownPath(folder, path);
  const message = disk.link
    ? `${file} is a link, and b44-gen would replace it with a file.`
    : `${file} is in the way: b44-gen wants to write it, but did not create it.`;
  return diagnostic("B44-602", { message, location: { file } });
}
