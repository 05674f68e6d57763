import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { fail } from "../diagnostics/index.js";
import { shownPath } from "../files/index.js";
import type { JsonObject } from "../json/index.js";
import type { LockedSpec } from "../spec/locked/index.js";
import type { SelectedOperation } from "../spec/select/index.js";
import type { Choice } from "./choose-copy.js";
import { lockedSpecFile } from "./locked-spec.js";
import { SpecReader } from "./read-spec.js";

/** Throws B44-704: why a copy does not do, where nothing may be fetched. */
export function failShortfall({ header }: LockedSpec, { source, wanted, place, shortfall }: Choice): never {
  const location = { file: lockedSpecFile(place).display };
  const copy = location.file;
  if (shortfall?.kind === "address") {
    const message = `The spec of ${source.name} is ${wanted.spec} now, and ${copy} is a copy of ${header.origin.spec}.`;
    const help = `Run \`b44-gen diff ${source.name}\` where the network is: it compares the two. \`b44-gen update ${source.name}\` takes the new one over.`;
    return fail("B44-704", { message, location, help });
  }
  if (shortfall?.kind === "file") {
    const file = shownPath(resolve(wanted.folder, shortfall.path));
    const message = `${file} changed since ${copy} was made from it.`;
    const help = `Run \`b44-gen update ${source.name}\` where the network is: it makes the copy anew.`;
    return fail("B44-704", { message, location: { file }, help });
  }
  const message = `The config selects operations of ${source.name} that ${copy} was not made for.`;
  return fail("B44-704", { message, location });
}

/** Throws B44-705 where what is in the copy is not the same in the spec that was fetched. */
export async function refuseChanges(
  there: LockedSpec,
  { reader, choice }: { reader: SpecReader; choice: Choice },
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
  const other = `is no longer what ${display} was made from${gone}`;
  const what = {
    address: `The spec of ${source.name} is ${spec} now, which is not what ${display} was made from${gone}`,
    file: `${spec} ${other}`,
    selection: `The selection of ${source.name} grew, but ${spec} ${other}`,
  };
  fail("B44-705", {
    message: `${what[shortfall?.kind ?? "selection"]}.`,
    location: { file: display },
    help: `Run \`b44-gen diff ${source.name}\` to see what changed, and \`b44-gen update ${source.name}\` to take it over.`,
  });
}

/** What of a document calls depend on, as plain data. */
function calls(root: JsonObject): unknown {
  const { info: _info, tags: _tags, externalDocs: _docs, ...rest } = root;
  return JSON.parse(JSON.stringify(rest));
}
