import { fail, helpForApi, SourceText } from "../../diagnostics/index.js";
import { contentHash, mergeConflict } from "../../files/index.js";
import { isObject, type JsonObject, parsedJson } from "../../json/index.js";
import { checkContainers, checkLimits, specFamily, textLocation } from "../load/index.js";
import type { SourceDocument } from "../model.js";
import { LOCKED_SPEC_MEMBER, type LockedSpec } from "./model.js";
import { isHeader } from "./shape.js";

/**
 * Reads the locked spec of an API from its text. `uri` and `display` are those of its file.
 * @throws DiagnosticError B44-703 where it is not a locked spec in a known format, B44-111 where it is too large: it may come from
 * anybody, in a change of the repository.
 */
export function readLockedSpec(
  text: string,
  { uri, display, api }: { uri: string; display: string; api: string },
): LockedSpec {
  checkContainers(text, display);
  const value = parsedJson(text);
  const cuts = value === undefined ? undefined : checkLimits({ text, format: "json", value }, display).cuts;
  const header = isObject(value) ? value[LOCKED_SPEC_MEMBER] : undefined;
  if (!isObject(value) || !isHeader(header)) {
    refuseConflict(text, { display, api });
    return fail("B44-703", {
      message: `${display} is not a valid locked copy of a spec.`,
      location: { file: display },
      help: helpForApi("B44-703", api),
    });
  }
  const { [LOCKED_SPEC_MEMBER]: _, ...rest } = value;
  const root: JsonObject = rest;
  const document: SourceDocument = { uri, display, text, format: "json", value: root, cuts, hash: contentHash(text) };
  return { spec: { document, ...specFamily(document), diagnostics: [] }, header };
}

function refuseConflict(text: string, { display, api }: { display: string; api: string }): void {
  const offset = mergeConflict(text);
  if (offset === undefined) return;
  fail("B44-703", {
    message: `${display} has merge conflict markers.`,
    location: textLocation(new SourceText(text), display, offset),
    help: `Keep the file of either side (\`git checkout --ours ${display}\`) and run \`b44-gen\`, which adds the operations that are missing. Or run \`b44-gen update ${api}\`.`,
  });
}
