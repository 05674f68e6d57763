import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { locateSettings } from "../../../config/index.js";
import { type Diagnostic, DiagnosticError, diagnostic, fail, helpForApi } from "../../../diagnostics/index.js";
import { shownPath } from "../../../files/index.js";
import type { JsonObject } from "../../../json/index.js";
import type { LockedSpec } from "../../../spec/locked/index.js";
import type { SelectedOperation } from "../../../spec/select/index.js";
import type { ApiSource } from "../compile-read.js";
import { SpecReader } from "../read-spec.js";
import type { CopyChoice } from "./copy-choice.js";
import { lockedSpecFile } from "./locked-spec.js";

/** Throws B44-701: there is no copy, and nothing may be fetched. */
export function failMissing({ source, place }: CopyChoice): never {
  const message = `${lockedSpecFile(place).display}, the copy of ${source.name}'s spec, is missing.`;
  return failAt(source, diagnostic("B44-701", { message, setting: ["spec"] }));
}

/** Throws B44-704, with the reason why a copy cannot be used, if nothing may be fetched. */
export function failShortfall({ header }: LockedSpec, { source, wanted, place, shortfall }: CopyChoice): never {
  const location = { file: lockedSpecFile(place).display };
  const copy = location.file;
  if (shortfall?.kind === "address") {
    const message = `The spec of ${source.name} is now ${wanted.spec}, but ${copy} is a copy of ${header.origin.spec}.`;
    const help = `With network access, run \`b44-gen diff ${source.name}\` to compare the two, and \`b44-gen update ${source.name}\` to switch to the new one.`;
    return failAt(source, diagnostic("B44-704", { message, location, setting: ["spec"], help }));
  }
  if (shortfall?.kind === "file") {
    const file = shownPath(resolve(wanted.folder, shortfall.path));
    const message = `${file} changed since b44-gen made ${copy} from it.`;
    const help = `Run \`b44-gen update ${source.name}\` with network access: it makes the copy again.`;
    return fail("B44-704", { message, location: { file }, help });
  }
  const message = `The config selects operations of ${source.name} that are not in ${copy}.`;
  return failAt(source, diagnostic("B44-704", { message, location, setting: ["operations"] }));
}

/** Throws a diagnostic about a setting of the API, at its place in the config. */
function failAt({ entry }: ApiSource, found: Diagnostic): never {
  throw new DiagnosticError(locateSettings([found], entry));
}

/** Throws B44-705 if anything in the copy differs in the fetched spec. */
export async function refuseChanges(
  there: LockedSpec,
  { reader, choice }: { reader: SpecReader; choice: CopyChoice },
): Promise<void> {
  const { source, wanted, place, shortfall } = choice;
  const entries = new Map(reader.operations().map((entry) => [entry.id, entry]));
  const locked = (await SpecReader.of(there.spec, { cwd: place.folder })).operations();
  const missing = locked.filter(({ id }) => !entries.has(id));
  if (missing.length === 0) {
    const selected = locked.map(({ id }): SelectedOperation => ({ entry: entries.get(id)!, named: false }));
    const { root } = await reader.bundle(selected);
    if (isDeepStrictEqual(calls(root), calls(there.spec.root))) return;
  }
  const gone = missing.length > 0 ? ` (${missing.map(({ id }) => id).join(", ")} is gone)` : "";
  const { display } = lockedSpecFile(place);
  const { spec } = wanted;
  const other = `no longer matches ${display}, which was made from it${gone}`;
  const what = {
    address: `The spec of ${source.name} is now ${spec}, which does not match ${display}${gone}`,
    file: `${spec} ${other}`,
    selection: `The selection of ${source.name} grew, but ${spec} ${other}`,
  };
  const kind = shortfall?.kind ?? "selection";
  const found = diagnostic("B44-705", {
    message: `${what[kind]}.`,
    location: { file: display },
    setting: [kind === "selection" ? "operations" : "spec"],
    help: helpForApi("B44-705", source.name),
  });
  failAt(source, found);
}

/** Returns the parts of a document that calls depend on, as plain data. */
function calls(root: JsonObject): unknown {
  const { info: _info, tags: _tags, externalDocs: _docs, ...rest } = root;
  return JSON.parse(JSON.stringify(rest));
}
