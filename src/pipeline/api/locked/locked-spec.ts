import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fail, helpForApi } from "../../../diagnostics/index.js";
import type { PlacedFile } from "../../../emit/output.js";
import { contentHash, isLocalFile, isMissing, pathFrom, shownPath, systemFault } from "../../../files/index.js";
import { type Api, apiFileName } from "../../../ir/index.js";
import { readStamp, specAsWritten, stampText } from "../../../project/index.js";
import {
  type CopyOrigin,
  formatLockedSpec,
  type LockedNames,
  type LockedSpec,
  type LockedSpecHeader,
  readLockedSpec,
} from "../../../spec/locked/index.js";
import type { BundledSpec, SourceDocument } from "../../../spec/model.js";
import { LOCKED_SPECS } from "../../outputs/places.js";

/** What identifies a locked spec. */
export interface LockedSpecPlace {
  /** Absolute: the lock's folder. */
  folder: string;
  /** The API's name. */
  api: string;
}

/** Returns the place of the copy of an API's spec: as an absolute path, as a URI, and as messages show it. */
export function lockedSpecFile({ folder, api }: LockedSpecPlace): { file: string; uri: string; display: string } {
  const file = join(folder, LOCKED_SPECS, `${apiFileName(api)}.json`);
  return { file, uri: pathToFileURL(file).href, display: shownPath(file) };
}

/**
 * Reads the copy of an API's spec; undefined if there is none.
 * @throws DiagnosticError B44-702 if it was edited, B44-703 if it cannot be read.
 */
export async function lockedSpecOf(place: LockedSpecPlace): Promise<LockedSpec | undefined> {
  const { file, uri, display } = lockedSpecFile(place);
  const text = await readFile(file, "utf8").catch((error) => {
    if (isMissing(error)) return undefined;
    return fail("B44-703", {
      message: `${display} cannot be read: ${systemFault(error)}.`,
      location: { file: display },
      help: helpForApi("B44-703", place.api),
    });
  });
  if (text === undefined) return undefined;
  const copy = readLockedSpec(text, { uri, display, api: place.api });
  if (readStamp(text)?.intact) return copy;
  const written = specAsWritten(text);
  if (written !== undefined) return { ...copy, spec: withHash(copy.spec, contentHash(written)) };
  return fail("B44-702", {
    message: `${display} has been edited since b44-gen wrote it.`,
    location: { file: display },
    help: helpForApi("B44-702", place.api),
  });
}

/** Replaces the hash with that of the copy as b44-gen wrote it, which is the one in the lock. */
function withHash(spec: LockedSpec["spec"], hash: string): LockedSpec["spec"] {
  return { ...spec, document: { ...spec.document, hash } };
}

/** The parts of a copy. */
interface CopyInput {
  api: Api;
  bundled: BundledSpec;
  origin: CopyOrigin;
  selection: readonly string[];
  /** Names that were locked before, which override those of the API. */
  keep?: LockedNames | undefined;
}

/** Returns the text of a copy. The same input gives the same text. */
export function lockedSpecText({ api, bundled, origin, selection, keep }: CopyInput): string {
  const names: LockedNames = {
    factory: keep?.factory ?? api.factoryName,
    operations: Object.fromEntries(
      api.operations.map(({ id, name, argumentsTypeName, resultTypeName }) => [
        id,
        keep?.operations[id] ?? { name, argumentsTypeName, resultTypeName },
      ]),
    ),
    schemas: Object.fromEntries(
      api.schemas.map(({ key, name, requestName }) => [key, keep?.schemas[key] ?? { name, requestName }]),
    ),
  };
  const header = {
    origin,
    selection: [...selection],
    names,
    security: api.documentSecurity,
    tokens: api.declaresTokens,
  };
  return formatLockedSpec(bundled.root, header);
}

/** Returns the copy as a file of the run. With `isAnew`, it also replaces an edited copy. */
export function lockedSpecAsFile(api: Api, text: string, { isAnew }: { isAnew: boolean }): PlacedFile {
  const file = { place: "specs", path: `${api.fileName}.json`, text, language: "spec", api: api.name } as const;
  return isAnew ? { ...file, isAnew } : file;
}

/** Parses a copy that is not written yet. */
export function asLockedSpec(text: string, place: LockedSpecPlace): LockedSpec {
  return readLockedSpec(stampedCopy(text), { ...lockedSpecFile(place), api: place.api });
}

/** Returns the copy as a document of its API, for the lock: without text and value. */
export function copyAsDocument(text: string, place: LockedSpecPlace): SourceDocument {
  const { uri, display } = lockedSpecFile(place);
  return { uri, display, text: "", format: "json", value: null, hash: contentHash(stampedCopy(text)) };
}

function stampedCopy(text: string): string {
  return stampText(text, { language: "spec" });
}

/** Returns the origin of a spec that was read. */
export function originOf(
  documents: readonly SourceDocument[],
  { spec, folder }: Pick<WantedSpec, "spec" | "folder">,
): CopyOrigin {
  const [root] = documents;
  const hashes = documents.map(({ hash }) => hash);
  const local = documents.filter(({ uri }) => isLocalFile(uri));
  const hash = hashes.length === 1 ? (hashes[0] as string) : contentHash(hashes.sort().join("\n"));
  if (root && local.includes(root)) {
    const path = ({ uri }: SourceDocument) => pathFrom(folder, fileURLToPath(uri));
    const own = local.map((document) => ({ path: path(document), hash: document.hash }));
    return { spec, url: path(root), hash, documents: own };
  }
  const address = new URL(root?.uri ?? "");
  const validators = documents.length === 1 ? root?.validators : undefined;
  return { spec, url: `${address.origin}${address.pathname}`, hash, ...validators };
}

/** A spec that has a copy, and the operations that the config asks for. */
export interface WantedSpec {
  /** The spec as in the config. */
  spec: string;
  /** The patterns of its operations. */
  selection: readonly string[];
  /** Absolute: the lock's folder. */
  folder: string;
}

/**
 * Why a copy cannot be used: it has another address, a local file that it is made from has changed, or it lacks
 * operations.
 */
export type Shortfall = { kind: "address" } | { kind: "file"; path: string } | { kind: "selection" };

/** Finds out why a copy cannot be used for what is wanted; undefined if it can. */
export async function shortfallOf(
  { origin, selection }: LockedSpecHeader,
  wanted: WantedSpec,
): Promise<Shortfall | undefined> {
  if (origin.spec !== wanted.spec) return { kind: "address" };
  for (const { path, hash } of origin.documents ?? []) {
    // The hash for a file that was missing when the copy was made is that of an empty string.
    const bytes = await readFile(resolve(wanted.folder, path)).catch(() => "");
    if (contentHash(bytes) !== hash) return { kind: "file", path };
  }
  const hasAll = selection.length === 1 && selection[0] === "all";
  const isWhole = hasAll || wanted.selection.every((pattern) => selection.includes(pattern));
  return isWhole ? undefined : { kind: "selection" };
}

/** Returns the local documents that a copy was made from, without their texts. */
export function localDocumentsOf({ origin }: LockedSpecHeader, folder: string): SourceDocument[] {
  return (origin.documents ?? []).map(({ path, hash }) => {
    const file = resolve(folder, path);
    return { uri: pathToFileURL(file).href, display: shownPath(file), text: "", format: "yaml", value: null, hash };
  });
}
