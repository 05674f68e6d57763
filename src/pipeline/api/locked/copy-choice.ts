import type { Progress } from "../../progress.js";
import type { ApiSource, CompiledApi, SpecLock } from "../compile-read.js";
import type { SpecReader } from "../read-spec.js";
import type { LockedSpecPlace, Shortfall, WantedSpec } from "./locked-spec.js";

/** A spec that was read, and the API compiled from it. */
export interface ReadApi {
  reader: SpecReader;
  compiled: CompiledApi;
}

/** The facts from which a copy is chosen. */
export interface CopyChoice {
  source: ApiSource;
  mode: SpecLock["mode"];
  /** The spec and the operations that the config asks for. */
  wanted: WantedSpec;
  place: LockedSpecPlace;
  progress: Progress;
  /** The spec, if it had to be read to find out that a part of it comes from the network. */
  read: ReadApi | undefined;
  /** The reason why the existing copy cannot be used. */
  shortfall: Shortfall | undefined;
}
