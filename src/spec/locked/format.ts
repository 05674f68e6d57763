import type { JsonObject } from "../../json/index.js";
import { LOCKED_SPEC_FORMAT, LOCKED_SPEC_MEMBER, type LockedSpecHeader } from "./model.js";

const NOTE = "A copy of a spec, trimmed to the selected operations. Do not edit: `b44-gen update` fetches it again.";

/**
 * The text of a locked spec: JSON with two spaces, what it is a copy of first, then the bundled document in its own
 * order. Ends with one line break.
 */
export function formatLockedSpec(root: JsonObject, header: Omit<LockedSpecHeader, "note" | "format">): string {
  const { origin, selection, names, security, tokens } = header;
  const format = LOCKED_SPEC_FORMAT;
  const full: LockedSpecHeader = { note: NOTE, format, origin, selection, names, security, tokens };
  return `${JSON.stringify({ [LOCKED_SPEC_MEMBER]: full, ...root }, null, 2)}\n`;
}
