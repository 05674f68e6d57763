import type { Progress } from "../../progress.js";
import type { ApiSource, CompiledApi, SpecLock } from "../compile-read.js";
import type { SpecReader } from "../read-spec.js";
import type { LockedSpecPlace, Shortfall, WantedSpec } from "./locked-spec.js";

/** A spec as it was read and compiled. */
export interface ReadApi {
  reader: SpecReader;
  compiled: CompiledApi;
}

/** What is known when a copy is chosen. */
export interface CopyChoice {
  source: ApiSource;
  mode: SpecLock["mode"];
  /** What the config wants of the spec. */
  wanted: WantedSpec;
  place: LockedSpecPlace;
  progress: Progress;
  /** The spec, where it was found out by reading it that a part of it comes from the network. */
  read: ReadApi | undefined;
  /** Why the copy that is there cannot be used. */
  shortfall: Shortfall | undefined;
}
