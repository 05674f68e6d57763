import type { ConfigEntry } from "../../config/index.js";
import { type Diagnostic, withDiagnostics } from "../../diagnostics/index.js";
import type { PlacedFile } from "../../emit/output.js";
import { type Api, buildApi, type ChosenNames } from "../../ir/index.js";
import type { LockedSpecHeader } from "../../spec/locked/index.js";
import type { BundledSpec, LoadedSpec, SourceDocument } from "../../spec/model.js";
import { upgrade } from "../../spec/upgrade/index.js";
import type { Progress } from "../progress.js";
import type { SpecReader } from "./read-spec.js";

/** The input from which an API is compiled, from the config or the command line. */
export interface ApiSource {
  name: string;
  /** Path, URL, or `-` for standard input. */
  spec: string;
  operations: readonly string[] | "all";
  /** Names of functions that the config chose. */
  names?: ChosenNames | undefined;
  /** The folder that a relative path starts from. */
  cwd: string;
  allowFiles?: string[] | undefined;
  allowHosts?: string[] | undefined;
  stdin?: (() => Promise<Uint8Array>) | undefined;
  /** The API's entry in the config, if there is one. */
  entry?: ConfigEntry | undefined;
  /** The root document of the spec, if reading it has begun. */
  root?: Promise<LoadedSpec> | undefined;
  /** The spec, if it was already read. */
  reader?: SpecReader | undefined;
  /** Reads a spec from the network from its locked copy; without it, the spec is always fetched. */
  lock?: SpecLock | undefined;
}

/** How to use the locked copy of a spec. */
export interface SpecLock {
  /** The lock's folder; absolute. */
  folder: string;
  /**
   * `locked` uses the copy, which grows if the selection did. `offline` uses the copy, and fetches nothing. `update`
   * fetches the spec, and makes the copy again.
   */
  mode: "locked" | "offline" | "update";
}

/** An API after all stages up to the intermediate representation. */
export interface CompiledApi {
  api: Api;
  /**
   * The ids of all operations in the document, including the selected ones. For a locked copy, only those that it has.
   */
  operationIds: readonly string[];
  /** Returns the document, trimmed to these operations, in the spec's own version and with internal references only. */
  bundle(ids: ReadonlySet<string>): Promise<BundledSpec>;
  /** Every document that was read, the spec itself first. A file that could not be read has an empty document. */
  documents: SourceDocument[];
  /** With lines and columns. */
  diagnostics: Diagnostic[];
  /** The copy of a spec from the network, ready to be written. */
  copy?: { file: PlacedFile; header: LockedSpecHeader } | undefined;
  /** Adds lines and columns to diagnostics of later stages. */
  locate(diagnostics: Diagnostic[]): Diagnostic[];
  /** Runs a later stage. If it throws diagnostics, they get lines and columns, and are appended to those so far. */
  located<T>(work: () => T): T;
}

/** What {@link compileRead} needs besides the spec. */
interface ReadSpec {
  source: Pick<ApiSource, "name" | "operations">;
  progress: Progress;
  /** The header of the locked spec that the document was read from. */
  locked?: LockedSpecHeader | undefined;
}

/**
 * Compiles an API from a spec that was already read: selects, bundles, upgrades and builds. Throws what these stages
 * throw.
 */
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
