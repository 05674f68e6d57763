import type { ConfigEntry } from "../../config/index.js";
import { type Diagnostic, withDiagnostics } from "../../diagnostics/index.js";
import type { PlacedFile } from "../../emit/output.js";
import { type Api, buildApi, type ChosenNames } from "../../ir/index.js";
import type { LockedSpecHeader } from "../../spec/locked/index.js";
import type { BundledSpec, LoadedSpec, SourceDocument } from "../../spec/model.js";
import { upgrade } from "../../spec/upgrade/index.js";
import type { Progress } from "../progress.js";
import type { SpecReader } from "./read-spec.js";

/** What an API is compiled from, as the config or the command line gives it. */
export interface ApiSource {
  name: string;
  /** Path, URL, or `-` for standard input. */
  spec: string;
  operations: readonly string[] | "all";
  /** Names of functions that the config chooses. */
  names?: ChosenNames | undefined;
  /** The folder that a relative path starts from. */
  cwd: string;
  allowFiles?: string[] | undefined;
  allowHosts?: string[] | undefined;
  stdin?: (() => Promise<Uint8Array>) | undefined;
  /** Where the config says all this, if one does. */
  entry?: ConfigEntry | undefined;
  /** The root document of the spec, where reading it has begun. */
  root?: Promise<LoadedSpec> | undefined;
  /** The spec, where it was read already. */
  reader?: SpecReader | undefined;
  /** Reads a spec from the network from its locked copy; without it, the spec is always fetched. */
  lock?: SpecLock | undefined;
}

/** How the locked copy of a spec is used. */
export interface SpecLock {
  /** Absolute: where the lock stands. */
  folder: string;
  /**
   * `locked`: the copy, which grows where the selection did. `offline`: the copy, and nothing is fetched. `update`: the
   * spec is fetched, and the copy made again.
   */
  mode: "locked" | "offline" | "update";
}

/** An API as the stages up to the intermediate representation give it. */
export interface CompiledApi {
  api: Api;
  /** The ids of all operations of the document, the selected ones among them; of a locked copy those that it has. */
  operationIds: readonly string[];
  /** The trimmed document in the spec's own version, with internal references only, of these operations. */
  bundle(ids: ReadonlySet<string>): Promise<BundledSpec>;
  /** Every document that was read, the spec itself first; empty ones for files that could not be. */
  documents: SourceDocument[];
  /** With lines and columns. */
  diagnostics: Diagnostic[];
  /** The copy of a spec from the network, as it is to be written. */
  copy?: { file: PlacedFile; header: LockedSpecHeader } | undefined;
  /** Adds lines and columns to diagnostics of later stages. */
  locate(diagnostics: Diagnostic[]): Diagnostic[];
  /** Runs a later stage. Diagnostics that it throws get lines and columns, and follow those so far. */
  located<T>(work: () => T): T;
}

/** What {@link compileRead} needs besides the spec. */
interface ReadSpec {
  source: Pick<ApiSource, "name" | "operations">;
  progress: Progress;
  /** What a locked spec knows of the document that it is a copy of. */
  locked?: LockedSpecHeader | undefined;
}

/** Compiles an API from a spec that was read: selects, bundles, upgrades and builds. Throws what these stages throw. */
export function compileRead(reader: SpecReader, { source, progress, locked }: ReadSpec): Promise<CompiledApi> {
  return reader.located(async () => {
    const entries = reader.operations();
    const selection = reader.select(entries, source.operations);
    progress(`${source.name}: ${selection.selected.length} of ${entries.length} operations`);
    const bundled = await reader.bundle(selection.selected);
    const selected = selection.selected.filter(({ entry }) => !bundled.leftOut.has(entry.id));
    const upgraded = upgrade(bundled);
    const built = buildApi({ name: source.name, spec: reader.spec, entries, selected, upgraded, locked });
    const soFar = [
      ...reader.diagnostics,
      ...selection.diagnostics,
      ...bundled.notUnderstood,
      ...upgraded.diagnostics,
      ...built.diagnostics,
    ];
    return {
      api: built.api,
      operationIds: entries.map(({ id }) => id),
      bundle: async (ids) => {
        const wanted = selected.filter(({ entry }) => ids.has(entry.id));
        return wanted.length === selection.selected.length ? bundled : reader.bundle(wanted);
      },
      documents: reader.inputs(selection, bundled),
      diagnostics: reader.locate(soFar),
      locate: (more) => reader.locate(more),
      located: (work) => {
        try {
          return work();
        } catch (error) {
          throw withDiagnostics(error, (diagnostics) => reader.locate([...soFar, ...diagnostics]));
        }
      },
    };
  });
}
